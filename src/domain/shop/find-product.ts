import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';
import { titleOf } from './hold-variant.ts';
import { milliOf, type Milli } from './quantity.ts';
import { alike } from './trigrams.ts';

export type FoundProduct = { variantId: string; productId: string; code: string; name: string; unit: string; priceXof: number; onHand: Milli; available: Milli };
type Row = { variantId: string; productId: string; code: string; name: string; variant: string; unit: string; words: string; priceXof: bigint; onHand: object; reserved: object; rank: number };

/** More do not fit two SMS: then more of the name is asked for. */
export const FOUND_MAX = 6;
/** Below this two words have nothing to do with one another. */
const ALIKE_MIN = 0.45;
const EXACT = 3;

/**
 * What somebody calls a product by: its code, its barcode, an alias, the beginnings of its words, or something like them.
 * One is what they mean, several are asked about.
 */
export async function findProducts(business: Business, typed: string): Promise<FoundProduct[]> {
  const said = plain(typed);
  if (said === '') return [];
  const named = await namedSo(business, typed.trim(), said);
  const exact = named.filter(({ rank }) => rank < EXACT);
  const best = exact.length > 0 ? exact.filter(({ rank }) => rank === exact[0]?.rank) : named;
  return (best.length > 0 ? best : await soundingSo(business, said)).map(found);
}

/** The one that was picked from a list. */
export async function productOf({ db, id }: Business, variantId: string): Promise<FoundProduct | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT v.id::text AS "variantId", p.id::text AS "productId", p.code, p.name, v.name AS variant, p.unit, p.words || ' ' || v.words AS words, v."priceXof", v."onHand", v.reserved, 0 AS rank
    FROM "Product" p JOIN "Variant" v ON v."productId" = p.id
    WHERE v.id = ${variantId}::uuid AND v."tenantId" = ${id}::uuid AND p."archivedAt" IS NULL AND v."archivedAt" IS NULL`;
  return row && found(row);
}

async function namedSo({ db, id }: Business, typed: string, said: string): Promise<Row[]> {
  const beginnings = said.split(' ').map((word) => `% ${word}%`);
  return db.$queryRaw<Row[]>`
    SELECT v.id::text AS "variantId", p.id::text AS "productId", p.code, p.name, v.name AS variant, p.unit, p.words || ' ' || v.words AS words, v."priceXof", v."onHand", v.reserved,
      CASE WHEN lower(p.code) = ${said} THEN 0 WHEN p.barcode = ${typed} THEN 1 WHEN ${said} = ANY(p.aliases) THEN 2 ELSE ${EXACT} END AS rank
    FROM "Product" p JOIN "Variant" v ON v."productId" = p.id
    WHERE p."tenantId" = ${id}::uuid AND p."archivedAt" IS NULL AND v."archivedAt" IS NULL
      AND (lower(p.code) = ${said} OR p.barcode = ${typed} OR ' ' || p.words || ' ' || v.words LIKE ALL (${beginnings}))
    ORDER BY rank, p.name, v.name LIMIT ${FOUND_MAX + 1}`;
}

/** Only what nothing begins with is compared letter by letter, with all that the shop has. */
async function soundingSo({ db, id }: Business, said: string): Promise<Row[]> {
  const all = await db.$queryRaw<Row[]>`
    SELECT v.id::text AS "variantId", p.id::text AS "productId", p.code, p.name, v.name AS variant, p.unit, p.words || ' ' || v.words AS words, v."priceXof", v."onHand", v.reserved, ${EXACT} AS rank
    FROM "Product" p JOIN "Variant" v ON v."productId" = p.id
    WHERE p."tenantId" = ${id}::uuid AND p."archivedAt" IS NULL AND v."archivedAt" IS NULL`;
  return all.map((row) => ({ row, like: alike(said, row.words) })).filter(({ like }) => like >= ALIKE_MIN)
    .toSorted((a, b) => b.like - a.like || a.row.name.localeCompare(b.row.name)).slice(0, FOUND_MAX + 1).map(({ row }) => row);
}

const found = ({ variantId, productId, code, name, variant, unit, priceXof, onHand, reserved }: Row): FoundProduct => ({
  variantId, productId, code, name: titleOf(name, variant), unit, priceXof: Number(priceXof), onHand: milliOf(onHand), available: milliOf(onHand) - milliOf(reserved),
});

/** What a product is found by: its name, its code and its aliases, without accents. */
export const wordsOf = ({ name, code, aliases }: { name: string; code: string; aliases: string[] }): string => plain([name, code, ...aliases].join(' '));
