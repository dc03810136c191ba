import { createMachine, initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { Exit, Heard, Screen } from '../../flows/flow.ts';
import type { Session } from '../db/desk.ts';

/** What must be known before a command is done: that it is the member, who is there, for which business. */
export type Need = 'pin' | 'person' | 'business';
export type Outcome = { type: string } | { needs: Need };
export type RunCommand = (name: string, ask: unknown) => Promise<Outcome>;

/** After a step a flow shows a screen and waits, says its last word, leads elsewhere, or stands before a command that needs something first. */
export type Step = { session: Session; screen: Screen<object> | undefined; exit: Exit | undefined; needs: Need | undefined; over: boolean };

/** A flow that issues more commands than this without waiting for the person is looping. */
const COMMANDS_PER_STEP_MAX = 10;

/** `given` are fields of the context with which it begins. */
export const start = (machine: AnyStateMachine, run: RunCommand, given: object = {}): Promise<Step> => {
  const [snapshot, actions] = initialTransition(begunWith(machine, given));
  return settle(machine, snapshot, commandIn(actions), run);
};

/** Plays what was heard through a flow; undefined when the flow does not accept it where it stands. */
export async function advance(machine: AnyStateMachine, session: Session, heard: Heard, run: RunCommand): Promise<Step | undefined> {
  const snapshot = restore(machine, session);
  if (!snapshot.can(heard)) return undefined;
  const [next, actions] = transition(machine, snapshot, heard);
  return settle(machine, next, commandIn(actions), run);
}

/** Asks again the command before which a session stands. */
export const proceed = (machine: AnyStateMachine, session: Session, run: RunCommand): Promise<Step> => settle(machine, restore(machine, session), commandAt(machine, session), run);

/** The screen of a session as it stands, without moving it. */
export const standing = (machine: AnyStateMachine, session: Session): Step => describe(machine, restore(machine, session));

const restore = (machine: AnyStateMachine, { state, context }: Session) => machine.resolveState({ value: state, context });

/** What a machine does first depends on its context, so that must be there before it is begun. */
const begunWith = (machine: AnyStateMachine, given: object): AnyStateMachine =>
  Object.keys(given).length === 0 ? machine : createMachine({ ...machine.config, context: { ...(machine.config.context as object), ...given } }).provide(machine.implementations as object);

/** Runs the commands a flow asks for, feeding each outcome back, until it waits for the person. */
async function settle(machine: AnyStateMachine, begun: AnyMachineSnapshot, first: Action | undefined, run: RunCommand): Promise<Step> {
  let snapshot = begun;
  let command = first;
  for (let count = 0; command !== undefined; count++) {
    if (count === COMMANDS_PER_STEP_MAX) throw new Error(`${machine.id} never waits for the person`);
    const outcome = await run(command.type, command.params);
    if ('needs' in outcome) return { session: sessionOf(machine, snapshot), screen: undefined, exit: undefined, needs: outcome.needs, over: false };
    const [next, actions] = transition(machine, snapshot, outcome);
    snapshot = next as AnyMachineSnapshot;
    command = commandIn(actions);
  }
  return describe(machine, snapshot);
}

type Action = { type: string; params?: unknown };

const commandIn = (actions: Action[]) => actions.find((action) => !action.type.startsWith('xstate.'));

/** A state that works asks one command; what it asks follows from the context alone. */
function commandAt(machine: AnyStateMachine, { state, context }: Session): Action | undefined {
  const [command] = machine.states[state]?.entry ?? [];
  if (command === undefined) return undefined;
  // One that asks nothing stands there by its bare name.
  const { type, params } = typeof command === 'string' ? { type: command, params: undefined } : (command as Action);
  return { type, params: typeof params === 'function' ? (params as (about: object) => unknown)({ context, event: { type: 'proceed' } }) : params };
}

const sessionOf = (machine: AnyStateMachine, { value, context }: AnyMachineSnapshot): Session =>
  ({ flow: machine.id, version: machine.version ?? '', state: String(value), context: context as Session['context'], page: 0 });

function describe(machine: AnyStateMachine, snapshot: AnyMachineSnapshot): Step {
  const [meta] = Object.values(snapshot.getMeta() as Record<string, Screen<object> | Exit>);
  if (meta === undefined) throw new Error(`${machine.id} stops in ${JSON.stringify(snapshot.value)}, which has no screen`);
  return {
    session: sessionOf(machine, snapshot),
    screen: 'say' in meta ? meta : undefined,
    exit: 'goto' in meta ? meta : undefined,
    needs: undefined,
    over: snapshot.status === 'done',
  };
}
