import { fillOrders } from './fill-orders.ts';
import { median } from './load.ts';
import { CODE, newClient, openShop, REGULAR, type Shop } from './open-shop.ts';

/** `queries`: what a turn asks of the database until its answer is written, `most`: the one that asks most; `wallMs` ends with the receipt. */
export type Orders = { name: string; orders: number; turns: number; wallMs: number; queries: number; most: number };
type Plan = { steps: number[]; clients: number; say: (line: string) => void };

/** A known client whom the workshop measures orders a boubou and pays its deposit. */
const SAYS = [`commander ${CODE}`, 'Boubou', 'Moi', 'Passer', '1', "L'atelier me mesure", 'Valider et payer', 'MTN MoMo'];

/** How an order from the first message to the receipt moves as the orders of the workshop grow; one client after the other. */
export async function measureOrders(databaseUrl: string | undefined, { steps, clients, say }: Plan): Promise<Orders[]> {
  const shop = await openShop(databaseUrl);
  const figures: Orders[] = [];
  let there = 0;
  await order(shop);
  for (const orders of steps) {
    if (orders > there) await shop.db.$executeRawUnsafe(fillOrders({ code: CODE, regular: REGULAR, from: there, to: orders }));
    await shop.db.$executeRawUnsafe('ANALYZE');
    there = orders;
    const played: Awaited<ReturnType<typeof order>>[] = [];
    for (let client = 0; client < clients; client++) played.push(await order(shop));
    // What looks around by itself meanwhile only ever adds to a count: the least is what a turn asks.
    const asked = SAYS.map((_, turn) => Math.min(...played.map((each) => each.asked[turn] ?? NaN)));
    const figure = { name: shop.name, orders, turns: SAYS.length, wallMs: median(played.map(({ ms }) => ms)), queries: asked.reduce((sum, each) => sum + each, 0) / SAYS.length, most: Math.max(...asked) };
    say(`orders: ${figure.name}, ${orders} before, ${figure.wallMs.toFixed(0)} ms, ${figure.queries.toFixed(1)} queries a turn`);
    figures.push(figure);
  }
  await shop.close();
  return figures;
}

async function order(shop: Shop): Promise<{ ms: number; asked: number[] }> {
  const { app, db, graph, fedapay, counted, quiet, due } = shop;
  const { phone, clientId } = await newClient(shop);
  await quiet();
  const began = performance.now();
  const asked: number[] = [];
  for (const text of SAYS) {
    const before = counted.asked();
    await graph.userSends(phone, { type: 'text', text });
    await app.mail.quiet();
    asked.push(counted.asked() - before);
    await quiet();
  }
  await due();
  const request = fedapay.transactions(CODE).at(-1);
  if (request?.phone == null || !request.phone.endsWith(phone.slice(-8))) throw new Error(`the client of ${phone} was asked for no money`);
  fedapay.approve(String(request.id));
  await fedapay.idle();
  await due();
  const ms = performance.now() - began;
  const paid = await db.order.findFirstOrThrow({ where: { clientId } });
  if (paid.paidXof === 0n) throw new Error(`the order of ${phone} was not paid`);
  return { ms, asked };
}
