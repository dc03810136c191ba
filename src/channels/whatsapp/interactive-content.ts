import { z } from 'zod';
import type { Content, Context } from '../channel.ts';
import { cleanJson } from './clean-json.ts';
import { present } from './present.ts';
import { maybe } from './schema.ts';

const tapSchema = z.looseObject({ id: z.string(), title: z.string().catch('') });
const interactiveSchema = z.looseObject({
  interactive: z.looseObject({
    type: z.string(),
    button_reply: maybe(tapSchema),
    list_reply: maybe(tapSchema),
    nfm_reply: maybe(z.looseObject({ name: z.string().catch('flow'), response_json: z.unknown().optional() })),
  }),
});

/** What a person did with a message of ours: tapped a button or a row, or filled a form. */
export function interactiveContent(message: unknown, context: Context | undefined): Content | undefined {
  const interactive = interactiveSchema.safeParse(message).data?.interactive;
  const tap = interactive?.button_reply ?? interactive?.list_reply;
  if (tap !== undefined) return { type: 'tap', id: tap.id, title: tap.title, ...present({ context }) };
  const form = interactive?.nfm_reply;
  if (form !== undefined) return { type: 'form', name: form.name, response: responseOf(form.response_json), ...present({ context }) };
  return interactive && { type: 'unknown', item: message };
}

/** JSON inside JSON: unescaping may bring out characters that cannot be stored. */
function responseOf(text: unknown): unknown {
  if (typeof text !== 'string') return text ?? null;
  try {
    return cleanJson(JSON.parse(text));
  } catch {
    return text;
  }
}
