import { workIn } from '../src/conversation/work-in.ts';
import { sell } from '../src/domain/shop/sell.ts';
import { stateOf } from '../src/domain/shop/watch-shelf.ts';
import { fillSellers, SHOP } from './fill-sellers.ts';
import { openLoop, quantile } from './load.ts';
import { openShop, type Shop } from './open-shop.ts';

/** From the commit of the sale that brought a shelf to its minimum until the network has taken the warning. `perSecond`: so many sales were made, `wanted`: were to be. */
export type Alerts = { name: string; wanted: number; perSecond: number; alerts: number; p50: number; p95: number };
type Plan = { perSecond: number; seconds: number; say: (line: string) => void };
type OnShelf = { tenantId: string; variantId: string; phone: string };

/** A telephone is sent forty messages at once, then one every six seconds: the warnings are of many. */
const SHOPS = 100;
/** One product in so many is one piece above its minimum. */
const EDGE = 10;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Warnings wait for the morning: there it is ten. */
const AT_HOUR = 10;
const WAIT_MS = 60_000;
/** So many turns are under way at once; the embedded database has one session. */
const HANDS = { embedded: 2, server: 4 };

/** Sales of all shops, one after the other at that rate: each a transaction of its own, in the process that sends what it writes. */
export async function measureAlerts(databaseUrl: string | undefined, { perSecond, seconds, say }: Plan): Promise<Alerts> {
  const moved = AT_HOUR * HOUR_MS - (Date.now() % DAY_MS);
  const now = (): Date => new Date(Date.now() + moved);
  const shop = await openShop(databaseUrl, now);
  const sales = perSecond * seconds;
  await shop.db.$executeRawUnsafe(fillSellers({ shops: SHOPS, products: Math.ceil(sales / SHOPS), at: now(), edge: EDGE }));
  await shop.db.$executeRawUnsafe('ANALYZE');
  const shelves = await shop.db.$queryRaw<OnShelf[]>`
    SELECT v."tenantId"::text AS "tenantId", v.id::text AS "variantId", c.phone FROM "Tenant" t JOIN "Variant" v ON v."tenantId" = t.id JOIN "Product" p ON p.id = v."productId"
      JOIN "Member" m ON m."tenantId" = t.id JOIN "ContactPerson" k ON k."personId" = m."personId" JOIN "Contact" c ON c.id = k."contactId" WHERE starts_with(t.name, ${SHOP}) ORDER BY p.code, t.code`;
  const taken = listen(shop);
  const inHand = hands(databaseUrl === undefined ? HANDS.embedded : HANDS.server);
  const began = performance.now();
  const late: Promise<number>[] = [];
  await openLoop({ perSecond, seconds, one: () => inHand(async () => {
    const shelf = shelves.pop();
    if (shelf === undefined) throw new Error('there is nothing left to sell');
    if (await sellOne(shop, shelf)) late.push(taken(shelf.phone, performance.now()));
    shop.app.bell.post();
  }) });
  const made = (sales * 1_000) / (performance.now() - began);
  const took = await Promise.all(late);
  await shop.close();
  const figure = { name: shop.name, wanted: perSecond, perSecond: made, alerts: took.length, p50: quantile(took, 0.5), p95: quantile(took, 0.95) };
  say(`alerts: ${figure.name}, ${figure.alerts} of ${sales} sales, p95 ${figure.p95.toFixed(0)} ms`);
  return figure;
}

/** Whether somebody is to be warned. */
const sellOne = ({ app, db, now }: Shop, { tenantId, variantId }: OnShelf): Promise<boolean> => db.$transaction(async (tx) => {
  const at = now();
  const told = { texts: app.texts, serviceCode: app.config.ussd.serviceCode, publicUrl: app.config.publicUrl, now: at };
  const { result } = await workIn(tx, tenantId, { now: at, actor: 'member:bench', role: 'owner', channel: 'whatsapp' }, told, (business) => sell(business, { variantId, qty: 1_000, paidHow: 'cash', key: `bench:${variantId}` }));
  if ('refused' in result) throw new Error(result.refused);
  return stateOf(result.left) !== 'fine';
}, { maxWait: WAIT_MS, timeout: WAIT_MS });

/** When the network took the next message for a telephone, counted from its sale; a warning may be there before the commit is heard of. */
function listen({ graph: { log, keyOf } }: Shop): (phone: string, since: number) => Promise<number> {
  const came = new Map<string, PromiseWithResolvers<number>[]>();
  const turns = { heard: new Map<string, number>(), awaited: new Map<string, number>() };
  const place = (who: string, which: 'heard' | 'awaited'): PromiseWithResolvers<number> => {
    const at = turns[which].get(who) ?? 0;
    turns[which].set(who, at + 1);
    const all = came.get(who) ?? [];
    came.set(who, all);
    return (all[at] ??= Promise.withResolvers<number>());
  };
  const known = new Set<string>();
  log.subscribe((who) => {
    const last = log.of(who).at(-1);
    if (last?.from !== 'business' || known.has(last.id)) return;
    known.add(last.id);
    place(who, 'heard').resolve(performance.now());
  });
  return async (phone, since) => Math.max(0, (await place(keyOf(phone), 'awaited').promise) - since);
}

function hands(free: number): (work: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    await work();
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
}
