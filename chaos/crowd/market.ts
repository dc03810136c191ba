import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { clientPhone, SHOP, sellerPhone } from './open-shop.ts';
import type { Store } from '../scenarios/store.ts';
import type { Crowd } from './crowd.ts';
import type { Dice } from './dice.ts';
import type { Line } from './line.ts';

/** What somebody says next. */
type Habit = (own: Dice, contact: string) => string[] | Promise<string[]>;
type Habits = readonly [Habit, ...Habit[]];
type Plan = { onWhatsapp: number; bySms: number; clients: number; pauseMs: readonly [number, number] };

/** Meta takes 45 messages to one person at once: who has said so many gives the place to somebody else. */
const LINES = [8, 20] as const;
const [QTY, COUNTED] = [[1, 3], [985, 1_015]] as const;
const FIRST_PRICE_XOF = 5_000;
const FIRST_COST_XOF = 400;

/**
 * Those who sell, take in, count and void, each line at a price of its own: by it the verdict knows again what became of
 * it, and no two SMS say the same. And their clients, who want the same few goods.
 */
export function openMarket({ line, store, dice }: { line: Line; store: Store; dice: Dice }, { onWhatsapp, bySms, clients, pauseMs }: Plan): Crowd {
  let [closing, sellers, buyers, lines] = [false, 0, 0, 0];
  const [voided, taken] = [new Set<number>(), new Set<number>()];
  const nth = () => (lines += 1);
  const whatsapp = (contact: string, text: string) => line.say(contact, [text]);
  const pause = (own: Dice) => sleep(own.between(...pauseMs));

  const sale = (own: Dice, goods: string) => `vente ${goods} ${own.between(...QTY)} a ${FIRST_PRICE_XOF + nth()}`;
  const goodsIn = (own: Dice) => `entree lait ${own.between(1, 2)} a ${FIRST_COST_XOF + nth()}`;

  /** What a seller sees of the sales of her own, and nobody voids twice. */
  async function voiding(contact: string): Promise<string[]> {
    const seq = (await store.look((pool) => lastSales(pool, contact))).find((each) => !voided.has(each));
    if (seq === undefined) return [];
    voided.add(seq);
    return [`annule V-${seq}`];
  }

  async function cashing(): Promise<string[]> {
    const order = (await store.look(unpaidOrders)).find(({ seq }) => !taken.has(seq));
    if (order === undefined) return [];
    taken.add(order.seq);
    return [`recu ${order.seq} ${order.totalXof} especes`];
  }

  const BY_SMS: Habits = [(own) => [sale(own, 'riz')], (own) => [sale(own, 'riz')], (own) => [goodsIn(own)], (_, contact) => voiding(contact)];
  const ON_WHATSAPP: Habits = [
    ...BY_SMS, (own) => [sale(own, 'lait')], (own) => [sale(own, 'lait')], (own) => [sale(own, 'savon')], (own) => [`${sale(own, 'riz')} credit awa`],
    (own) => [`inventaire savon ${own.between(...COUNTED)}`, 'perte'], () => [`paye awa ${nth()}`], cashing,
  ];

  async function sell(own: Dice, habits: Habits, say: (contact: string, text: string) => Promise<void>): Promise<void> {
    while (!closing) await serve(own, habits, say, sellerPhone(sellers++));
  }

  async function serve(own: Dice, habits: Habits, say: (contact: string, text: string) => Promise<void>, contact: string): Promise<void> {
    for (let left = own.between(...LINES); left > 0 && !closing; left--) {
      for (const text of await own.oneOf(habits)(own, contact)) await say(contact, text);
      await pause(own);
    }
  }

  /** A client puts what is wanted in the cart, confirms it, and pays at the counter. */
  async function buy(own: Dice): Promise<void> {
    while (!closing) {
      const contact = clientPhone(buyers++);
      for (const text of [`commander ${SHOP}`, own.happens(0.7) ? 'lait' : 'riz', `${own.between(...QTY)}`, 'commander', 'à la boutique']) {
        await whatsapp(contact, text);
        await pause(own);
      }
    }
  }

  const members = [
    ...Array.from({ length: onWhatsapp }, () => sell(dice.another(), ON_WHATSAPP, whatsapp)), ...Array.from({ length: bySms }, () => sell(dice.another(), BY_SMS, line.sms)), ...Array.from({ length: clients }, () => buy(dice.another())),
  ].map((member) => member.catch(line.fault));
  return {
    disperse: async () => {
      closing = true;
      await Promise.all(members);
      await line.idle();
    },
  };
}

async function lastSales(pool: pg.Pool, phone: string): Promise<number[]> {
  const { rows } = await pool.query<{ seq: number }>(`
    SELECT s.seq FROM "Sale" s JOIN "Member" m ON s.by = 'member:' || m.id JOIN "ContactPerson" p ON p."personId" = m."personId" JOIN "Contact" k ON k.id = p."contactId"
    WHERE k.phone = $1 AND s."voidedAt" IS NULL AND s."orderId" IS NULL ORDER BY s.seq DESC LIMIT 5`, [phone]);
  return rows.map(({ seq }) => seq);
}

async function unpaidOrders(pool: pg.Pool): Promise<{ seq: number; totalXof: number }[]> {
  const { rows } = await pool.query<{ seq: number; totalXof: number }>(`SELECT seq, "totalXof"::int AS "totalXof" FROM "Order" WHERE kind = 'shop' AND "paidXof" = 0 AND status = 'preparing' ORDER BY seq`);
  return rows;
}
