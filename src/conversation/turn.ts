import type { i18n } from 'i18next';
import type { Screen } from '../../flows/flow.ts';
import { sayer, type Say } from '../i18n.ts';
import type { Scope } from '../scope.ts';
import type { Flood, Paused, Session, Shown } from '../db/desk.ts';
import type { Need, Outcome } from './advance.ts';
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
  /** An SMTP server is known. */
  mails?: boolean;
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
  /** The business that the message itself names, or whose message it answers. */
  named: string | null;
  moved: boolean;
  misses: number;
  notices: string[];
  /** What was done, in the words that stand above what it interrupted. */
  told: string | undefined;
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

/** One thing put aside on top of another, no more than this. */
const ASIDE_MAX = 3;

/** What has its place to come back to is kept under what is put aside now; what was only to be offered is let go. */
export function setAside(turn: Turn, session: Session, more: Pick<Paused, 'then' | 'until'> = {}): void {
  const under = turn.paused?.then === undefined || depthOf(turn.paused) >= ASIDE_MAX ? {} : { under: turn.paused };
  turn.paused = { ...sessionIn(session), of: turn.scope.who.personId, ...more, ...under };
}

/** What was put aside as it was before. */
export const sessionIn = ({ flow, version, state, context, page }: Session): Session => ({ flow, version, state, context, page });

const depthOf = ({ under }: Paused): number => 1 + (under === undefined ? 0 : depthOf(under));

export const saying = ({ scope, tools }: Turn): Say => sayer(tools.texts, scope.who.language, scope.who.channel);

/** Executes what a flow asks for. A refusal is an answer like another; anything else fails the turn. */
export async function runCommand({ scope, tools }: Turn, name: string, ask: unknown): Promise<Outcome> {
  const handler = tools.handlers[name];
  if (handler === undefined) throw new Error(`nobody answers the command ${name}`);
  const answer = await handler(scope, ask as never);
  if ('needs' in answer) return { needs: answer.needs as Need };
  if (!('refused' in answer)) return { ...answer, type: `${name}.done` };
  const { refused, ...more } = answer;
  return { ...more, type: `${name}.refused`, reason: refused } as Outcome;
}
