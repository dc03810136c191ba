import type pg from 'pg';

type SaleRow = { seq: number; unitXof: number; qty: number; totalXof: number; paidHow: string; isVoided: boolean };
type Shelf = { name: string; onHand: number; moved: number; worth: string; movedWorth: string; reserved: number; kept: number };
type Order = { seq: number; totalXof: number; paidXof: number; sales: number; isKept: boolean };
/** What the database keeps of a shop. `till`: what the only count of the cash was compared with. */
export type Books = { sales: SaleRow[]; receipts: { unitXof: number; qty: number }[]; payments: number[]; owedXof: number; orders: Order[]; shelves: Shelf[]; till: number[]; openTwice: string[] };

const SALES = `SELECT s.seq, l."unitXof"::int AS "unitXof", l.qty::float AS qty, s."totalXof"::int AS "totalXof", s."paidHow", s."voidedAt" IS NOT NULL AS "isVoided"
  FROM "Sale" s JOIN "SaleLine" l ON l."saleId" = s.id WHERE s."orderId" IS NULL ORDER BY s.seq`;
const RECEIPTS = `SELECT "unitXof"::int AS "unitXof", qty::float AS qty FROM "GoodsReceipt"`;
const DEBTS = `SELECT "amountXof"::int AS xof, kind FROM "DebtEntry"`;
const ORDERS = `SELECT o.seq, o."totalXof"::int AS "totalXof", o."paidXof"::int AS "paidXof", (SELECT count(*)::int FROM "Sale" s WHERE s."orderId" = o.id) AS sales,
  EXISTS (SELECT 1 FROM "Reservation" r WHERE r."orderId" = o.id AND r."releasedAt" IS NULL) AS "isKept" FROM "Order" o WHERE o.kind = 'shop' ORDER BY o.seq`;
const SHELVES = `SELECT p.name, v."onHand"::float AS "onHand", v.worth::text AS worth, v.reserved::float AS reserved,
  (SELECT coalesce(sum(qty), 0)::float FROM "StockMove" m WHERE m."variantId" = v.id) AS moved, (SELECT coalesce(sum(worth), 0)::text FROM "StockMove" m WHERE m."variantId" = v.id) AS "movedWorth",
  (SELECT coalesce(sum(qty), 0)::float FROM "Reservation" r WHERE r."variantId" = v.id AND r."releasedAt" IS NULL) AS kept FROM "Variant" v JOIN "Product" p ON p.id = v."productId"`;
const TILL = `SELECT "expectedXof"::int AS xof FROM "TillCount"`;
const OPEN_TWICE = `SELECT kind FROM "AlertEpisode" WHERE "closedAt" IS NULL GROUP BY kind, "variantId" HAVING count(*) > 1`;

export async function readBooks(pool: pg.Pool): Promise<Books> {
  const rows = async <T extends object>(sql: string): Promise<T[]> => (await pool.query<T>(sql)).rows;
  const debts = await rows<{ xof: number; kind: string }>(DEBTS);
  return {
    sales: await rows(SALES), receipts: await rows(RECEIPTS), orders: await rows(ORDERS), shelves: await rows(SHELVES),
    payments: debts.filter(({ kind }) => kind === 'payment').map(({ xof }) => -xof), owedXof: debts.reduce((sum, { xof }) => sum + xof, 0),
    till: (await rows<{ xof: number }>(TILL)).map(({ xof }) => xof), openTwice: (await rows<{ kind: string }>(OPEN_TWICE)).map(({ kind }) => kind),
  };
}

/** What Griot took from those who sell, and what it answered. */
export type Spoken = { text: string; answers: string[] };
type Sale = { goods: string; qty: number; unitXof: number; onCredit: boolean; answers: string[] };
type Meant = { sales: Sale[]; voids: number[]; receipts: { qty: number; unitXof: number }[]; paid: number[]; cashed: { seq: number; xof: number }[] };

export function readLines(spoken: readonly Spoken[]): Meant {
  const found = (pattern: RegExp) => spoken.flatMap(({ text, answers }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ match, answers }];
  });
  return {
    sales: found(/^vente (\S+) (\d+) a (\d+)( credit)?/).map(({ match: [, goods = '', qty, unitXof, credit], answers }) => ({ goods, qty: Number(qty), unitXof: Number(unitXof), onCredit: credit !== undefined, answers })),
    voids: found(/^annule V-(\d+)/).map(({ match }) => Number(match[1])),
    receipts: found(/^entree \S+ (\d+) a (\d+)/).map(({ match }) => ({ qty: Number(match[1]), unitXof: Number(match[2]) })),
    paid: found(/^paye awa (\d+)/).map(({ match }) => Number(match[1])),
    cashed: found(/^recu (\d+) (\d+)/).map(({ match }) => ({ seq: Number(match[1]), xof: Number(match[2]) })),
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, xof) => total + xof, 0);
/** Of what is short too much may be wanted. A question that still waits for its answer comes again below another answer. */
const REFUSED = /^(Il ne reste que|\*.*rien n'est vendu)/;

/** What must be in the till: of what was said alone, and of what was answered where there was too little. */
export function cashOf({ sales, voids, paid, cashed }: Meant, books: Books): number {
  const undone = new Set(books.sales.filter(({ seq }) => voids.includes(seq)).map(({ unitXof }) => unitXof));
  return sum(sales.filter(({ onCredit, unitXof, answers }) => !onCredit && !undone.has(unitXof) && !isRefused(answers)).map(({ qty, unitXof }) => qty * unitXof)) + sum(paid) + sum(cashed.map(({ xof }) => xof));
}

const isRefused = (answers: string[]): boolean => answers.some((answer) => REFUSED.test(answer));

/** Each line once or, where there was too little, refused once; nothing that nobody said; and all sums are what they are sums of. */
export function judgeBooks(meant: Meant, books: Books, owedAtFirstXof: number): string[] {
  return [...salesWrong(meant, books), ...othersWrong(meant, books, owedAtFirstXof), ...shelvesWrong(books), ...ordersWrong(meant, books), ...books.openTwice.map((kind) => `two warnings of ${kind} are open at once`)];
}

function salesWrong({ sales, voids }: Meant, books: Books): string[] {
  const rows = Map.groupBy(books.sales, ({ unitXof }) => unitXof);
  const told = sales.flatMap(({ goods, qty, unitXof, answers }) => {
    const made = rows.get(unitXof) ?? [];
    const wanted = isRefused(answers) ? 0 : 1;
    const line = `vente ${goods} ${qty} a ${unitXof}`;
    return [...(made.length === wanted ? [] : [`${line} was sold ${made.length} times and answered « ${answers.join(' | ')} »`]), ...made.filter((sale) => sale.qty !== qty || sale.totalXof !== qty * unitXof).map((sale) => `${line} is V-${sale.seq} of ${sale.qty} for ${sale.totalXof}`)];
  });
  const said = new Set(sales.map(({ unitXof }) => unitXof));
  return [
    ...told, ...books.sales.filter(({ unitXof }) => !said.has(unitXof)).map(({ seq }) => `nobody said V-${seq}`),
    ...books.sales.filter(({ seq, isVoided }) => isVoided !== voids.includes(seq)).map(({ seq, isVoided }) => `V-${seq} is ${isVoided ? 'voided by nobody' : 'not voided'}`),
  ];
}

function othersWrong({ sales, voids, receipts, paid }: Meant, books: Books, owedAtFirstXof: number): string[] {
  const priced = (rows: { qty: number; unitXof: number }[]) => rows.map(({ qty, unitXof }) => `${qty} at ${unitXof}`).toSorted().join(', ');
  const live = books.sales.filter(({ paidHow, seq }) => paidHow === 'credit' && !voids.includes(seq));
  const lent = sum(sales.filter(({ onCredit, unitXof }) => onCredit && live.some((sale) => sale.unitXof === unitXof)).map(({ qty, unitXof }) => qty * unitXof));
  return [
    ...(priced(receipts) === priced(books.receipts) ? [] : [`${receipts.length} times goods came in, ${books.receipts.length} receipts, or other ones`]),
    ...(sum(paid) === sum(books.payments) ? [] : [`${sum(paid)} was paid, ${sum(books.payments)} is written`]),
    ...(owedAtFirstXof + lent - sum(paid) === books.owedXof ? [] : [`${owedAtFirstXof + lent - sum(paid)} is owed, ${books.owedXof} is written`]),
  ];
}

function shelvesWrong({ shelves }: Books): string[] {
  return shelves.flatMap(({ name, onHand, moved, worth, movedWorth, reserved, kept }) => [
    ...(onHand === moved && worth === movedWorth ? [] : [`${name}: ${onHand} worth ${worth} on hand, ${moved} worth ${movedWorth} moved`]),
    ...(reserved === kept ? [] : [`${name}: ${reserved} reserved, ${kept} kept for orders`]), ...(Math.min(onHand, reserved) < 0 ? [`${name}: ${onHand} on hand, ${reserved} reserved`] : []),
  ]);
}

function ordersWrong({ cashed }: Meant, { orders }: Books): string[] {
  const said = new Map(cashed.map(({ seq, xof }) => [seq, xof]));
  return orders.flatMap(({ seq, paidXof, sales, isKept }) => {
    const paid = said.get(seq) ?? 0;
    const isOut = paid > 0;
    return paidXof === paid && sales === Number(isOut) && isKept !== isOut ? [] : [`order ${seq}: ${paid} was paid and ${paidXof} is written, ${sales} sales, ${isKept ? 'kept' : 'not kept'}`];
  });
}
