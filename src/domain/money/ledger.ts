import type { Tx } from '../../db/open-database.ts';

/** `cash` and `provider` are what the business has, `client:<id>` what a client has paid ahead or is owed, `order:<id>` what an order has been paid. */
export type Account = 'cash' | 'declared' | 'provider' | `client:${string}` | `order:${string}`;
type Side = { account: Account; xof: number };
/** One thing that happened to money, once: `kind` and what it refers to are its key. */
export type Posting = { tenantId: string; kind: string; refType: string; refId: string; debit: Side[]; credit: Side[]; at: Date };

/** Writes both sides; a posting that is there already is not written again. Unbalanced ones are a fault of ours, and the database refuses them too. */
export async function post(db: Tx, { tenantId, kind, refType, refId, debit, credit, at }: Posting): Promise<boolean> {
  if (sum(debit) !== sum(credit)) throw new Error(`${kind} does not balance`);
  const entry = { tenantId, kind, refType, refId, at };
  const { count } = await db.ledgerEntry.createMany({
    data: [
      ...debit.map(({ account, xof }) => ({ ...entry, account, debitXof: BigInt(xof) })),
      ...credit.map(({ account, xof }) => ({ ...entry, account, creditXof: BigInt(xof) })),
    ].filter((row) => ('debitXof' in row ? row.debitXof : row.creditXof) !== 0n),
    skipDuplicates: true,
  });
  return count > 0;
}

const sum = (sides: Side[]): number => sides.reduce((total, { xof }) => total + xof, 0);

/** What an account holds: credit less debit for what is owed to somebody, the reverse for what we have. */
export async function balanceXof(db: Tx, tenantId: string, account: Account): Promise<number> {
  const { _sum } = await db.ledgerEntry.aggregate({ where: { tenantId, account }, _sum: { debitXof: true, creditXof: true } });
  return Number((_sum.creditXof ?? 0n) - (_sum.debitXof ?? 0n));
}
