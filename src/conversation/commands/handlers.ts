import type { Commands } from '../../../flows/flow.ts';
import type { Refused, Scope } from '../../scope.ts';
import type { Need } from '../advance.ts';

/** What must be known first. It is asked, and then the same command again. */
export type Needs = { needs: Need };

/** One business function per command a flow can issue; the compiler points at any that is missing. */
export type Handlers<K extends Commands> = {
  [N in keyof K & string]: (scope: Scope, ask: K[N]['ask']) => Promise<K[N]['answer'] | (Refused & K[N]['refusal']) | Needs>;
};

/** The same, once the names are only known at run time. */
export type AnyHandler = (scope: Scope, ask: never) => Promise<object>;
