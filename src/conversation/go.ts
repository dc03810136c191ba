import { OPEN, PAUSED } from '../../flows/flow.ts';
import type { Session } from '../db/desk.ts';
import { advance, standing, start, type Step } from './advance.ts';
import { currentProfile, profilesOf, STAFF } from './profiles.ts';
import { runCommand, saying, theirs, type Turn } from './turn.ts';
import type { Heard } from '../../flows/flow.ts';

/** A flow that leads to a flow that leads to a flow… is a loop. */
const EXITS_PER_TURN_MAX = 8;

/** Starts a flow and follows it to the first screen that waits. */
export async function enter(turn: Turn, flow: string, context: object = {}, exits = 0): Promise<void> {
  const machine = turn.tools.flows.machine(flow);
  await follow(turn, await start(machine, (name, ask) => runCommand(turn, name, ask), context), exits);
}

/** Plays what was heard through the flow that is open; false when it does not accept it. */
export async function move(turn: Turn, session: Session, heard: Heard): Promise<boolean> {
  const step = await advance(turn.tools.flows.machine(session.flow), session, heard, (name, ask) => runCommand(turn, name, ask));
  if (step !== undefined) await follow(turn, step);
  return step !== undefined;
}

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
  who.channel === 'ussd' && STAFF.has(who.persona) && who.provenAt === null && desk.members.some(({ personId, tenantId, hasPin }) => hasPin && personId === who.personId && tenantId === who.tenantId);

async function follow(turn: Turn, step: Step, exits = 0): Promise<void> {
  turn.moved = true;
  if (step.exit === undefined) return settle(turn, step);
  if (exits === EXITS_PER_TURN_MAX) throw new Error(`${step.session.flow} leads in a circle`);

  const { goto, notice, forget } = step.exit;
  if (forget === true) turn.paused = null;
  if (notice !== undefined) turn.notices.push(saying(turn)(notice, step.session.context));
  if (goto === OPEN) return open(turn, exits + 1);
  if (goto === PAUSED) return unpause(turn, exits + 1);
  return enter(turn, goto, {}, exits + 1);
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
  turn.paused = null;
  show(turn, paused);
}

function settle(turn: Turn, { session, screen, over }: Step): void {
  turn.session = session;
  turn.screen = screen;
  turn.over = over;
}
