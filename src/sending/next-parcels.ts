import { claimParcels, type Parcel, type Room } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { readFacts } from '../db/sending-facts.ts';
import { decide, type Plan } from './decide.ts';
import type { Lines } from './line.ts';

/** Not decided yet: a row that nobody understands must fail alone. */
export type Next = { parcel: Parcel; plan: () => Plan };

type Asked = { lines: Lines; now: () => Date; answers: Room; others: Room };

/** Takes what may leave now, with what decides how. Two statements, however many they are. */
export async function nextParcels(db: Prisma, { lines, now, answers, others }: Asked): Promise<Next[]> {
  const parcels = await claimParcels(db, { now: now(), answers, others });
  if (parcels.length === 0) return [];
  const facts = new Map((await readFacts(db, parcels.map(({ id }) => id))).map((row) => [row.id, row]));
  return inTurn(parcels).flatMap((parcel) => {
    const known = facts.get(parcel.id);
    return known === undefined ? [] : [{ parcel, plan: () => decide({ parcel, facts: known, line: lines[parcel.channel].state(), now: now() }) }];
  });
}

/** As they were written; of each lane one of every business, then the next of every business. */
function inTurn(parcels: Parcel[]): Parcel[] {
  const taken = new Map<string, number>();
  const ranked = parcels.toSorted((a, b) => a.id - b.id).map((parcel) => {
    const whose = parcel.lane === 0 ? '' : `${parcel.lane} ${parcel.tenantId ?? ''}`;
    const rank = taken.get(whose) ?? 0;
    taken.set(whose, rank + 1);
    return { parcel, rank };
  });
  return ranked.toSorted((a, b) => a.parcel.lane - b.parcel.lane || a.rank - b.rank).map(({ parcel }) => parcel);
}
