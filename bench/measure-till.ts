import { createHmac } from 'node:crypto';
import { addDays, dayAt } from '../src/domain/calendar/day.ts';
import { confirmOrder } from '../src/domain/orders/confirm-order.ts';
import { placeOrder } from '../src/domain/orders/place-order.ts';
import { askPayment } from '../src/domain/payments/ask-payment.ts';
import { linkReceipt } from '../src/domain/payments/link-receipt.ts';
import { closedLoop, median } from './load.ts';
import { CODE, newClient, openShop, type Shop } from './open-shop.ts';

/** Webhooks of FedaPay whose payment is credited, and receipts drawn behind their links, a second. */
export type Till = { name: string; credited: number; receipts: number };
type Plan = { rounds: number; seconds: number; payments: number; say: (line: string) => void };

const HANDS = 8;
const AMOUNT_XOF = 12_500;

/** On each database in turn, round after round: what the machine does meanwhile befalls them alike. */
export async function compareTills(databaseUrls: (string | undefined)[], { rounds, seconds, payments, say }: Plan): Promise<Till[]> {
  const tills: { name: string; rounds: Omit<Till, 'name'>[] }[] = [];
  for (let round = 1; round <= rounds; round++) {
    for (const [at, url] of databaseUrls.entries()) {
      const shop = await openShop(url);
      const till = (tills[at] ??= { name: shop.name, rounds: [] });
      const asked: string[] = [];
      for (let n = 0; n < payments; n++) asked.push(await askedFor(shop));
      await shop.due();
      const figure = { credited: await creditAll(shop, asked), receipts: await drawReceipts(shop, asked, seconds) };
      await shop.close();
      till.rounds.push(figure);
      say(`till, round ${round} of ${rounds}: ${till.name} ${figure.credited.toFixed(0)} credited/s, ${figure.receipts.toFixed(0)} receipts/s`);
    }
  }
  return tills.map(({ name, rounds: all }) => ({ name, credited: median(all.map(({ credited }) => credited)), receipts: median(all.map(({ receipts }) => receipts)) }));
}

async function askedFor(shop: Shop): Promise<string> {
  const { phone, clientId } = await newClient(shop);
  return shop.as(async (business) => {
    const garment = await business.db.garmentType.findFirstOrThrow({ where: { priceXof: { not: null } } });
    const placed = await placeOrder(business, { clientId, garmentTypeId: garment.id, garment: garment.name, points: 0, urgency: 'normal', fabricBy: 'client', promisedOn: addDays(dayAt(business.now, business.timezone), 7), totalXof: 2 * AMOUNT_XOF, source: 'bench' });
    if ('refused' in placed) throw new Error(placed.refused);
    await confirmOrder(business, placed.orderId, { force: 'bench' });
    const asked = await askPayment(business, { orderId: placed.orderId, amountXof: AMOUNT_XOF, method: 'push', mode: 'mtn_open', phone, delayMs: 0, key: `bench:${placed.orderId}` });
    if ('refused' in asked) throw new Error(asked.refused);
    return asked.paymentId;
  });
}

/** All are approved in silence; then the news of all come at once, each is read again at the provider, booked, and told. */
async function creditAll({ app, db, fedapay, secret }: Shop, asked: string[]): Promise<number> {
  fedapay.faults.set({ withheld: true }, CODE);
  const ours = new Set(asked);
  const approved = fedapay.transactions(CODE).filter(({ merchantRef }) => merchantRef !== null && ours.has(merchantRef));
  for (const { id } of approved) fedapay.approve(String(id));
  const news = approved.map(({ id, merchantRef }) => JSON.stringify({ name: 'transaction.approved', object: 'transaction', entity: { id, amount: AMOUNT_XOF, status: 'approved', merchant_reference: merchantRef, updated_at: new Date().toISOString() } }));
  const began = performance.now();
  await Promise.all(Array.from({ length: HANDS }, async () => {
    for (let body = news.pop(); body !== undefined; body = news.pop()) await deliver(app.local, secret, body);
  }));
  await app.due?.ring();
  const seconds = (performance.now() - began) / 1_000;
  const credited = await db.payment.count({ where: { id: { in: asked }, status: 'approved' } });
  if (credited !== asked.length) throw new Error(`${credited} of ${asked.length} payments were credited`);
  return credited / seconds;
}

async function deliver(local: string, secret: string, body: string): Promise<void> {
  const seconds = Math.floor(Date.now() / 1_000);
  const signature = `t=${seconds},s=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
  const { status } = await fetch(`${local}/webhooks/fedapay/${CODE}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-fedapay-signature': signature }, body });
  if (status !== 200) throw new Error(`news of a payment were answered ${status}`);
}

async function drawReceipts(shop: Shop, paid: string[], seconds: number): Promise<number> {
  const links: string[] = [];
  for (const paymentId of paid) {
    const document = await shop.as((business) => linkReceipt(business, paymentId));
    if ('refused' in document) throw new Error(document.refused);
    links.push(`${shop.app.local}${document.url}`);
  }
  let serial = 0;
  const { perSecond } = await closedLoop({ hands: HANDS, seconds, one: async () => {
    const answer = await fetch(links[(serial += 1) % links.length] ?? '');
    if (answer.headers.get('content-type') !== 'application/pdf') throw new Error(`a receipt was answered ${answer.status}`);
    await answer.arrayBuffer();
  } });
  return perSecond;
}
