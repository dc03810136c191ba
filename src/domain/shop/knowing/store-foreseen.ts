import { dateOf } from '../../calendar/day.ts';
import type { Business } from '../../tenants/business.ts';
import type { ShopForeseen } from './foresee.ts';
import { judge } from './judge.ts';
import { readShelves } from './read-shelves.ts';

/** Keeps what a night said, in the place of what the night before it did, with what it means for the shelves of that moment. */
export async function storeForeseen(business: Business, { today, products, wape, reliability }: ShopForeseen): Promise<void> {
  const { db, id, now } = business;
  const shelves = new Map((await readShelves(business)).map((shelf) => [shelf.variantId, shelf]));
  const rows = products.flatMap(({ variantId, ...foreseen }) => {
    const shelf = shelves.get(variantId);
    if (shelf === undefined) return []; // it left the shop while the night thought about it
    const { cover, out, advice } = judge(shelf, foreseen, today, { today, openLeft: 1 });
    return [{ ...foreseen, variantId, coverDays: cover ?? null, outOn: out.on ?? null, outEarliest: out.earliest ?? null, outLatest: out.latest ?? null, advised: 'units' in advice ? advice.units : 0 }];
  });
  await db.$executeRaw`DELETE FROM "Forecast" WHERE "tenantId" = ${id}::uuid`;
  await db.$executeRaw`
    INSERT INTO "Forecast" ("tenantId", "variantId", day, "demandClass", method, reliability, wape, "usableDays", "brokeOn", "perDay", dispersion, "levelError", expected, abc, xyz, "leadDays", target, safety, "coverDays", "outOn", "outEarliest", "outLatest", advised)
    SELECT ${id}::uuid, x."variantId", ${dateOf(today)}::date, x."demandClass", x.method, x.reliability, x.wape, x."usableDays", x."brokeOn", x."perDay", x.dispersion, x."levelError", x.expected, x.abc, x.xyz, x."leadDays", x.target, x.safety, x."coverDays", x."outOn", x."outEarliest", x."outLatest", x.advised
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x ("variantId" uuid, "demandClass" text, method text, reliability text, wape float8, "usableDays" int, "brokeOn" date, "perDay" float8, dispersion float8, "levelError" float8, expected jsonb, abc text, xyz text, "leadDays" float8, target float8, safety float8, "coverDays" float8, "outOn" date, "outEarliest" date, "outLatest" date, advised float8)
    ON CONFLICT ("variantId") DO NOTHING`;
  const run = { at: now, products: rows.length, wape: wape ?? null, reliability };
  const key = { tenantId: id, day: dateOf(today) };
  await db.forecastRun.upsert({ where: { tenantId_day: key }, create: { ...key, ...run }, update: run });
}
