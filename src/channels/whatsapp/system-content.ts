import { z } from 'zod';
import type { Content } from '../channel.ts';
import { isUserId } from './person.ts';
import { idText, maybe } from './schema.ts';

const systemSchema = z.looseObject({
  from: maybe(idText),
  from_user_id: maybe(idText),
  system: z
    .looseObject({
      type: z.string().catch(''),
      body: z.string().catch(''),
      wa_id: maybe(idText),
      new_wa_id: maybe(idText),
      user_id: maybe(idText),
      new_user_id: maybe(idText),
      previous_user_id: maybe(idText),
    })
    .catch({ type: '', body: '' }),
});
type SystemMessage = z.output<typeof systemSchema>;

/** «User Sheena changed from OLD to NEW»: for a user id, the sentence is the only place that names the old one. */
const CHANGED = /from (\S+) to (\S+)\s*$/;
const CHANGES = new Set(['user_changed_number', 'customer_changed_number', 'user_changed_user_id']);

/** A new number brings a new user id: one message may announce either, or both. */
export function systemContents(message: unknown): Content[] {
  const parsed = systemSchema.parse(message);
  const { type, body } = parsed.system;
  const changes = CHANGES.has(type) ? [numberChange(parsed), userIdChange(parsed)].filter((change) => change !== undefined) : [];
  return changes.length > 0 ? changes : [{ type: 'systemNotice', what: type || body }];
}

function numberChange({ from, system }: SystemMessage): Content | undefined {
  const to = system.new_wa_id ?? system.wa_id;
  const numbers = from !== undefined && to !== undefined && from !== to && !isUserId(from) && !isUserId(to);
  return numbers ? { type: 'numberChanged', from, to } : undefined;
}

function userIdChange({ from, from_user_id, system }: SystemMessage): Content | undefined {
  const [said, saidNew] = (CHANGED.exec(system.body) ?? []).slice(1).map((id) => (isUserId(id) ? id : undefined));
  const sender = from !== undefined && isUserId(from) ? from : undefined;
  const current = system.new_user_id ?? system.user_id ?? saidNew;
  const previous = system.previous_user_id ?? (system.new_user_id && system.user_id) ?? said ?? from_user_id ?? sender;
  return previous !== undefined && current !== undefined && previous !== current ? { type: 'userIdChanged', previous, current } : undefined;
}
