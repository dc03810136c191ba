import type { AnyStateMachine } from 'xstate';
import type { Migrations } from '../../flows/migrations.ts';
import type { Session } from '../db/desk.ts';

export type FlowBook = { machine: (id: string) => AnyStateMachine; current: (session: Session) => Session | undefined };

/** The flows by name, and what becomes of a session begun under an older version of one. */
export function flowBook(flows: readonly AnyStateMachine[], migrations: Migrations): FlowBook {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));

  return {
    machine(id) {
      const machine = byId.get(id);
      if (machine === undefined) throw new Error(`there is no flow called ${id}`);
      return machine;
    },
    /** The session as the flow in force understands it; undefined when nothing can be done with it. */
    current(session) {
      const machine = byId.get(session.flow);
      if (machine === undefined) return undefined;
      const migrate = migrations[session.flow]?.[session.version];
      const moved = session.version === machine.version ? session : migrate === undefined ? undefined : { ...session, ...migrate(session), version: machine.version ?? '' };
      return moved !== undefined && Object.hasOwn(machine.states, moved.state) ? moved : undefined;
    },
  };
}
