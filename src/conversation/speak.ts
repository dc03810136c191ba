import type { i18n } from 'i18next';
import type { Choice, Screen } from '../../flows/flow.ts';
import type { ChannelName, Option, Paper, Reply } from '../channels/channel.ts';
import { has, sayer } from '../i18n.ts';
import type { Session } from '../db/desk.ts';

export type Tongue = { texts: i18n; language: string; channel: ChannelName };
export type Speech = { session: Session; screen: Screen<object>; over: boolean; step: number };

/** Puts a screen into the person's words. The channel shapes it afterwards. */
export function speak({ session, screen, over, step }: Speech, tongue: Tongue): Reply {
  const say = sayer(tongue.texts, tongue.language, tongue.channel);
  const link = fieldOf(session, screen.link);
  const document = fieldOf(session, screen.document);
  return {
    text: say(screen.say, session.context),
    options: optionsOf(session, screen, tongue),
    menu: say('common.choose'),
    ...(over || screen.back === undefined ? {} : { back: say(`common.${screen.back}`) }),
    more: say('common.more'),
    over,
    step,
    ...(screen.request === undefined ? {} : { request: screen.request }),
    ...(isPaper(document) ? { document } : {}),
    ...(typeof link === 'string' ? { link: { label: say('common.open'), url: link } } : {}),
  };
}

/** What the context holds under the name a screen gives. */
const fieldOf = ({ context }: Session, name: string | undefined): unknown => (name === undefined ? undefined : context[name]);

/** A flow has words of its own for a choice, or those of every flow. */
export const choiceKey = (flow: string, id: string, { texts, language }: Pick<Tongue, 'texts' | 'language'>): string =>
  (has(texts, `${flow}.choice.${id}`, language) ? `${flow}.choice.${id}` : `common.choice.${id}`);

const isPaper = (value: unknown): value is Paper => typeof value === 'object' && value !== null && 'url' in value && 'fileName' in value;

function optionsOf({ flow, context }: Session, { choose }: Screen<object>, tongue: Tongue): Option[] {
  if (choose === undefined) return [];
  const choices = typeof choose === 'string' ? (context[choose] as Choice[]) : choose.map((choice: string | Choice) => (typeof choice === 'string' ? { id: choice } : choice));
  const say = sayer(tongue.texts, tongue.language, tongue.channel);
  return choices.map(({ id, label, key, hint: known }) => {
    const hint = `${flow}.hint.${id}`;
    return {
      id,
      label: label ?? say(choiceKey(flow, id, tongue), context),
      ...(key === undefined ? {} : { key }),
      ...(known !== undefined ? { hint: known } : has(tongue.texts, hint, tongue.language) ? { hint: say(hint) } : {}),
    };
  });
}
