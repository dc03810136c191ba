import type { Earned } from '../stock/margin.ts';
import type { Shelf } from './hold-variant.ts';
import { francs } from './quantity.ts';

/** What leaves the shelf had cost that; undefined where nobody has ever said what it is bought at. */
export const costOfSale = ({ costXof }: Pick<Shelf, 'costXof'>, costMilliXof: bigint): number | undefined => (costXof === null ? undefined : francs(costMilliXof));

export const keptCostXof = (costXof: number | undefined): bigint | null => (costXof === undefined ? null : BigInt(costXof));
export const keptEarned = ({ costXof, marginXof }: Earned) => ({ costXof: BigInt(costXof), marginXof: BigInt(marginXof) });
