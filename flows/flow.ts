/** An option a person can pick. `label` and `hint` come from data; without one the words are `<flow>.choice.<id>` in locales, or `common.choice.<id>`. */
export type Choice = { id: string; label?: string; hint?: string; key?: string };

/**
 * What a waiting state shows: a key of `locales/`, filled from the machine's context.
 * `choose` lists the options, or names the context field that holds them.
 * `link` and `document` name the context field that holds the address, or `{ url, fileName }`; empty, nothing is shown.
 * `back` is the word beside 0; `secret` empties what was typed from every log; a `first` screen leaves nothing to resume.
 * `done`: it tells what was done and needs no answer, so what a written line had interrupted is shown again below it.
 */
export type Screen<C> = {
  say: string;
  choose?: readonly (string | Choice)[] | (keyof C & string);
  back?: 'back' | 'cancel' | 'quit' | 'menu' | 'without';
  request?: 'location' | 'contact';
  document?: keyof C & string;
  link?: keyof C & string;
  secret?: boolean;
  first?: boolean;
  done?: boolean;
};

/** A file by the letter that brought it; it may still be on its way. */
export type Sent = { kind: string; id: string; eventId: number; caption?: string | undefined };

/** What the person did, whatever the channel. A choice is heard as `chose.<id>`. */
export type Heard =
  | { type: 'said'; text: string }
  | { type: `chose.${string}`; id: string }
  | { type: 'sent'; media: Sent }
  | { type: 'located'; latitude: number; longitude: number }
  | { type: 'back' };

/** One thing a flow asks the outside world to do, and what it is told back: done, or refused for a reason and what is told with it. */
export type Command<Ask, Answer, Refusal extends object = object> = { ask: Ask; answer: Answer; refusal: Refusal };
export type Commands = Record<string, Command<unknown, object>>;

type Told<K extends Commands> = {
  [N in keyof K & string]: ({ type: `${N}.done` } & K[N]['answer']) | ({ type: `${N}.refused`; reason: string } & K[N]['refusal']);
}[keyof K & string];

/**
 * Where a final state leads: to another flow, to whatever opens for this person, or back to what was interrupted. `forget` lets go
 * of that. `give` names the context field with which the other flow begins.
 */
export type Exit = { goto: string; notice?: string; forget?: boolean; give?: string };
export const OPEN = '@open';
export const PAUSED = '@paused';

export type FlowTypes<C, K extends Commands> = { context: C; events: Heard | Told<K>; meta: Screen<C> | Exit };

/** Names the flow's commands as machine actions. They never run here: `transition()` returns them as data. */
export const commands = <K extends Commands>() =>
  ({}) as { [N in keyof K & string]: (scope: unknown, ask: K[N]['ask']) => void };
