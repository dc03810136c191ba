import { OPEN, PAUSED } from '../../flows/flow.ts';
import type { Session } from '../db/desk.ts';
import { provenAt } from '../domain/identity/proof.ts';
import { advance, proceed, standing, start, type Need, type Step } from './advance.ts';
import { currentProfile, profilesOf, STAFF } from './profiles.ts';
import { runCommand, saying, sessionIn, setAside, theirs, type Turn } from './turn.ts';
import type { Heard } from '../../flows/flow.ts';

/** A flow that leads to a flow that leads to a flow… is a loop. */
const EXITS_PER_TURN_MAX = 8;

/** Starts a flow and follows it to the first screen that waits. */
export async function enter(turn: Turn, flow: string, context: object = {}, exits = 0): Promise<void> {
  const machine = turn.tools.flows.machine(flow);
  await follow(turn, await start(machine, running(turn), context), exits);
}

/** Plays what was heard through the flow that is open; false when it does not accept it. */
export async function move(turn: Turn, session: Session, heard: Heard): Promise<boolean> {
  const step = await advance(turn.tools.flows.machine(session.flow), session, heard, running(turn));
  if (step !== undefined) await follow(turn, step);
  return step !== undefined;
}

const running = (turn: Turn) => (name: string, ask: unknown) => runCommand(turn, name, ask);

/** Shows again where things stand. */
export function show(turn: Turn, session: Session): void {
  settle(turn, { ...standing(turn.tools.flows.machine(session.flow), session), session });
}

/** The screen that opens for this person: the one they are, asked for when it is not clear, behind the PIN where staff needs one. */
export async function open(turn: Turn, exits = 0): Promise<void> {
  const { scope } = turn;
  const profiles = profilesOf(scope.desk);
  const accepted = scope.desk.consents.some(({ purpose, value }) => purpose === 'terms' && value);
  if (profiles.length === 0) return enter(turn, 'welcome', {}, exits);

  const profile = currentProfile(profiles, scope.who);
  if (profile === undefined) return enter(turn, 'profile', {}, exits);
  Object.assign(scope.who, { personId: profile.personId, persona: profile.persona, tenantId: profile.tenantId ?? scope.who.tenantId });
  if (!accepted && !STAFF.has(profile.persona)) return enter(turn, 'welcome', {}, exits);
  return enter(turn, needsPin(turn) ? 'pin' : 'home', {}, exits);
}

/** On USSD the phone may be lent: staff screens ask the PIN once per session. */
const needsPin = ({ scope: { who, desk } }: Turn): boolean =>
  who.channel === 'ussd' && STAFF.has(who.persona) && provenAt(who) === null && desk.members.some(({ personId, tenantId, hasPin }) => hasPin && personId === who.personId && tenantId === who.tenantId);

async function follow(turn: Turn, step: Step, exits = 0): Promise<void> {
  turn.moved = true;
  if (exits >= EXITS_PER_TURN_MAX) throw new Error(`${step.session.flow} leads in a circle`);
  if (step.needs !== undefined) return ask(turn, step.session, step.needs, exits + 1);
  if (step.exit === undefined) return settle(turn, step);

  const { goto, notice, forget, give } = step.exit;
  if (forget === true) turn.paused = null;
  if (notice !== undefined) turn.notices.push(saying(turn)(notice, step.session.context));
  if (goto === PAUSED || (goto === OPEN && theirs(turn)?.then !== undefined)) return unpause(turn, exits + 1);
  if (goto === OPEN) return open(turn, exits + 1);
  return enter(turn, goto, give === undefined ? {} : (step.session.context[give] as object), exits + 1);
}

/** How long a command waits for what it needs: as long as a proof of the PIN would last, or as somebody takes to introduce themselves. */
const PATIENCE_MS: Record<Need, number> = { pin: 15 * 60_000, business: 15 * 60_000, person: 24 * 3_600_000 };

/** A command that needs something first waits aside while that is asked. */
async function ask(turn: Turn, session: Session, need: Need, exits: number): Promise<void> {
  setAside(turn, session, { then: 'done', until: new Date(turn.scope.now.getTime() + PATIENCE_MS[need]).toISOString() });
  if (need === 'pin') return enter(turn, 'pin', {}, exits);
  const unknown = profilesOf(turn.scope.desk).length === 0 || turn.scope.who.personId !== null;
  return need === 'person' && unknown ? enter(turn, 'welcome', { wants: 'client' }, exits) : enter(turn, 'profile', {}, exits);
}

async function unpause(turn: Turn, exits: number): Promise<void> {
  const aside = theirs(turn);
  if (aside === null) return open(turn, exits);
  const paused = turn.tools.flows.current(aside);
  if (paused === undefined) {
    turn.notices.push(saying(turn)('common.changed'));
    turn.paused = null;
    return open(turn, exits);
  }
  if (needsPin(turn)) return enter(turn, 'pin', {}, exits);
  turn.paused = aside.under ?? null;
  if (aside.then !== 'done') return show(turn, sessionIn(paused));
  if (Date.parse(aside.until ?? '') <= turn.scope.now.getTime()) return unpause(turn, exits);
  return follow(turn, await proceed(turn.tools.flows.machine(paused.flow), sessionIn(paused), running(turn)), exits);
}

/** What a written line did is told above what it interrupted. A link wants its own message. */
function settle(turn: Turn, { session, screen, over }: Step): void {
  const interrupted = theirs(turn);
  if (screen !== undefined && !('link' in screen) && !('document' in screen) && (over || screen.done === true) && interrupted?.then === 'shown') {
    turn.told = saying(turn)(screen.say, session.context);
    turn.notices.push(turn.told);
    turn.paused = interrupted.under ?? null;
    return show(turn, sessionIn(interrupted));
  }
  turn.session = session;
  turn.screen = screen;
  turn.over = over;
}
