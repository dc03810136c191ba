import type { Commands } from '../../../flows/flow.ts';
import type { Refused, Scope } from '../../scope.ts';

/** One business function per command a flow can issue; the compiler points at any that is missing. */
export type Handlers<K extends Commands> = {
  [N in keyof K & string]: (scope: Scope, ask: K[N]['ask']) => Promise<K[N]['answer'] | Refused>;
};

/** The same, once the names are only known at run time. */
export type AnyHandler = (scope: Scope, ask: never) => Promise<object>;
