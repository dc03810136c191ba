import type { Tx } from '../../db/open-database.ts';

/**
 * `cash`, `declared` and `provider` are what the business has, `owner` what its owner has taken out; `client:<id>` is what a client has paid ahead or is owed,
 * `order:<id>` what an order has been paid, `refund:<id>` what was agreed to be given back and is still here.
 */
export type Account = 'cash' | 'declared' | 'provider' | 'owner' | `refund:${string}` | `client:${string}` | `order:${string}`;
type Side = { account: Account; xof: number };
/** One thing that happened to money, once: `kind` and what it refers to are its key. */
export type Posting = { tenantId: string; kind: string; refType: string; refId: string; debit: Side[]; credit: Side[]; at: Date };

/** Writes both sides; a posting that is there already is not written again. Unbalanced ones are a fault of ours, and the database refuses them too. */
export async function post(db: Tx, { tenantId, kind, refType, refId, debit, credit, at }: Posting): Promise<boolean> {
  if (sum(debit) !== sum(credit)) throw new Error(`${kind} does not balance`);
  const entry = { tenantId, kind, refType, refId, at };
  const rows = [
    ...debit.map(({ account, xof }) => ({ ...entry, account, debitXof: BigInt(xof) })),
    ...credit.map(({ account, xof }) => ({ ...entry, account, creditXof: BigInt(xof) })),
  ].filter((row) => ('debitXof' in row ? row.debitXof : row.creditXof) !== 0n);
  // The second row of an account would be skipped as one that is there already.
  if (new Set(rows.map(({ account }) => account)).size < rows.length) throw new Error(`${kind} names an account twice`);
  const { count } = await db.ledgerEntry.createMany({ data: rows, skipDuplicates: true });
  return count > 0;
}

const sum = (sides: Side[]): number => sides.reduce((total, { xof }) => total + xof, 0);

/** What an account holds: credit less debit for what is owed to somebody, the reverse for what we have. */
export async function balanceXof(db: Tx, tenantId: string, account: Account): Promise<number> {
  const { _sum } = await db.ledgerEntry.aggregate({ where: { tenantId, account }, _sum: { debitXof: true, creditXof: true } });
  return Number((_sum.creditXof ?? 0n) - (_sum.debitXof ?? 0n));
}
