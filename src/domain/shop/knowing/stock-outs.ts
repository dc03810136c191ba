import type { Business } from '../../tenants/business.ts';
import type { Judged } from './judge.ts';
import { judgedNow, type KnownShelf } from './read-shelves.ts';

export type Foretold = { shelf: KnownShelf; judged: Judged };

/** What will run out within the fortnight, the first first; what has already is not foretold. */
export const foretoldOuts = (shelves: readonly KnownShelf[], business: Business): Foretold[] => shelves
  .flatMap((shelf) => {
    const judged = shelf.available > 0 ? judgedNow(shelf, business) : undefined;
    return judged?.out.on === undefined ? [] : [{ shelf, judged }];
  })
  .sort((one, other) => ((one.judged.out.on ?? '') < (other.judged.out.on ?? '') ? -1 : (one.judged.out.on ?? '') > (other.judged.out.on ?? '') ? 1 : (one.judged.cover ?? 0) - (other.judged.cover ?? 0)));
