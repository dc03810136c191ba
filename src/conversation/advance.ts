import { initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine, type StateValue } from 'xstate';
import type { Exit, Heard, Screen } from '../../flows/flow.ts';
import type { Session } from '../db/desk.ts';

export type Outcome = { type: string };
export type RunCommand = (name: string, ask: unknown) => Promise<Outcome>;

/** After a step a flow shows a screen and waits, says its last word, or leads elsewhere. */
export type Step = { session: Session; screen: Screen<object> | undefined; exit: Exit | undefined; over: boolean };

/** A flow that issues more commands than this without waiting for the person is looping. */
const COMMANDS_PER_STEP_MAX = 10;

export const start = (machine: AnyStateMachine, run: RunCommand, context: object = {}): Promise<Step> => {
  const [snapshot, actions] = initialTransition(machine);
  return settle(machine, [withContext(machine, snapshot, context), actions], run);
};

/** Plays what was heard through a flow; undefined when the flow does not accept it where it stands. */
export async function advance(machine: AnyStateMachine, session: Session, heard: Heard, run: RunCommand): Promise<Step | undefined> {
  const snapshot = restore(machine, session);
  if (!snapshot.can(heard)) return undefined;
  return settle(machine, transition(machine, snapshot, heard), run);
}

/** The screen of a session as it stands, without moving it. */
export const standing = (machine: AnyStateMachine, session: Session): Step => describe(machine, restore(machine, session));

const restore = (machine: AnyStateMachine, { state, context }: Session) => machine.resolveState({ value: state, context });

const withContext = (machine: AnyStateMachine, snapshot: AnyMachineSnapshot, context: object): AnyMachineSnapshot =>
  Object.keys(context).length === 0 ? snapshot : machine.resolveState({ value: snapshot.value as StateValue, context: { ...(snapshot.context as object), ...context } });

/** Runs the commands a transition asks for, feeding each outcome back, until the flow waits for the person. */
async function settle(machine: AnyStateMachine, [first, firstActions]: Transition, run: RunCommand): Promise<Step> {
  let snapshot = first;
  let command = commandIn(firstActions);
  for (let count = 0; command !== undefined; count++) {
    if (count === COMMANDS_PER_STEP_MAX) throw new Error(`${machine.id} never waits for the person`);
    const [next, actions]: Transition = transition(machine, snapshot, await run(command.type, command.params));
    snapshot = next;
    command = commandIn(actions);
  }
  return describe(machine, snapshot);
}

type Action = { type: string; params: unknown };
type Transition = [AnyMachineSnapshot, Action[]];

const commandIn = (actions: Action[]) => actions.find((action) => !action.type.startsWith('xstate.'));

function describe(machine: AnyStateMachine, snapshot: AnyMachineSnapshot): Step {
  const [meta] = Object.values(snapshot.getMeta() as Record<string, Screen<object> | Exit>);
  if (meta === undefined) throw new Error(`${machine.id} stops in ${JSON.stringify(snapshot.value)}, which has no screen`);
  return {
    session: { flow: machine.id, version: machine.version ?? '', state: String(snapshot.value), context: snapshot.context as Session['context'], page: 0 },
    screen: 'say' in meta ? meta : undefined,
    exit: 'goto' in meta ? meta : undefined,
    over: snapshot.status === 'done',
  };
}
