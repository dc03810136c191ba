import { quantile } from './load.ts';
import { openShop, type Shop } from './open-shop.ts';

/** `queries`: what the turn asks of the database until its answer is written. */
export type Sales = { name: string; sales: number; p50: number; p95: number; queries: number };

/** Who sells in the shop of the cast, which has ninety days behind it. */
const SELLER = '+221770000003';
const SAYS = 'vente spaghetti 1';

/** « vente spaghetti 1 », one after the other: from the message until its answer has reached the network. */
export async function measureSales(databaseUrl: string | undefined, { sales, say }: { sales: number; say: (line: string) => void }): Promise<Sales> {
  const shop = await openShop(databaseUrl);
  await shop.db.$executeRaw`UPDATE "Variant" SET "onHand" = 1000000`;
  await shop.db.$executeRawUnsafe('ANALYZE');
  const turns: { ms: number; asked: number }[] = [];
  for (let n = 0; n <= sales; n++) turns.push(await sellOne(shop));
  await shop.close();
  const took = turns.slice(1).map(({ ms }) => ms); // the first only warms up
  const figure = { name: shop.name, sales, p50: quantile(took, 0.5), p95: quantile(took, 0.95), queries: Math.min(...turns.map(({ asked }) => asked)) };
  say(`sales: ${figure.name}, p50 ${figure.p50.toFixed(1)} ms, ${figure.queries} queries`);
  return figure;
}

async function sellOne({ app, graph, counted, quiet, due }: Shop): Promise<{ ms: number; asked: number }> {
  await due();
  const before = counted.asked();
  const answered = answer(graph);
  const began = performance.now();
  await graph.userSends(SELLER, { type: 'text', text: SAYS });
  await app.mail.quiet();
  const asked = counted.asked() - before;
  const { at, said } = await answered;
  await quiet();
  if (!said.includes('(V-')) throw new Error(`« ${SAYS} » was answered ${said}`);
  return { ms: at - began, asked };
}

/** The next message that the network takes for the seller. */
function answer({ log, keyOf }: Shop['graph']): Promise<{ at: number; said: string }> {
  return new Promise((resolve) => {
    const stop = log.subscribe((who) => {
      const last = log.of(who).at(-1);
      if (who !== keyOf(SELLER) || last?.from !== 'business') return;
      stop();
      resolve({ at: performance.now(), said: last.shown.text });
    });
  });
}
