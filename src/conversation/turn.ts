import type { i18n } from 'i18next';
import type { Screen } from '../../flows/flow.ts';
import { sayer, type Say } from '../i18n.ts';
import type { Scope } from '../scope.ts';
import type { Flood, Paused, Session, Shown } from '../db/desk.ts';
import type { Outcome } from './advance.ts';
import type { AnyHandler } from './commands/handlers.ts';
import type { FloodLimit } from './flood.ts';
import type { FlowBook } from './flow-book.ts';
import type { Tap } from './hear.ts';

export type Tools = {
  flows: FlowBook;
  handlers: Record<string, AnyHandler>;
  texts: i18n;
  publicUrl: string;
  serviceCode: string;
  screenMax: number;
  floodLimit: FloodLimit;
};

/** One turn while it is being played: what the conversation becomes, and what will be said. */
export type Turn = {
  scope: Scope;
  tools: Tools;
  session: Session | null;
  paused: Paused | null;
  shown: Shown | null;
  screen: Screen<object> | undefined;
  /** The step of the screen shown before this turn; `moved` makes the next one a new step. */
  step: number;
  via: Tap | null;
  moved: boolean;
  misses: number;
  notices: string[];
  /** A sentence said without any screen behind it. */
  word: string | undefined;
  over: boolean;
  /** Nothing was made of the letter, and nothing is answered. */
  silent: boolean;
  flood: Flood | null;
  /** Whether the letter counts against FLOOD_LIMIT. */
  counts: boolean;
  /** The turn is played and its screen is not shown. */
  withheld: boolean;
  /** Words that leave where the screen is not shown. */
  instead: string | undefined;
  /** Something typed that must leave every log. */
  secret: boolean;
};

/** What was put aside by whoever is there now. */
export const theirs = ({ paused, scope: { who } }: Turn): Paused | null => (paused?.of == null || paused.of === who.personId ? paused : null);

export const saying = ({ scope, tools }: Turn): Say => sayer(tools.texts, scope.who.language, scope.who.channel);

/** Executes what a flow asks for. A refusal is an answer like another; anything else fails the turn. */
export async function runCommand({ scope, tools }: Turn, name: string, ask: unknown): Promise<Outcome> {
  const handler = tools.handlers[name];
  if (handler === undefined) throw new Error(`nobody answers the command ${name}`);
  const answer = await handler(scope, ask as never);
  return 'refused' in answer ? { type: `${name}.refused`, reason: answer.refused } as Outcome : { ...answer, type: `${name}.done` };
}
