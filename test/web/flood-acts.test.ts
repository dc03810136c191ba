import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rest } from '../helpers/momo.ts';
import { fromMeta, networksOf, said, settle, shownTo, type Networks } from '../helpers/networks.ts';
import { tillOf, type Till } from '../helpers/paying.ts';
import { openWorld, type World } from '../helpers/world.ts';

const [AFI, AWA] = ['2290197000001', '2290196000001'];
const NOTICE = 'Je lis tout, une seconde : je vous réponds quand vous aurez fini.';

let world: World;
let networks: Networks;
let till: Till;
beforeAll(async () => {
  world = await openWorld({ env: { FLOOD_LIMIT: '10/10' } });
  networks = networksOf(world);
  till = tillOf(world);
  await rest(world);
});
afterAll(() => world.close());

const says = async (waId: string, id: string, text: string): Promise<void> => expect((await networks.meta(fromMeta(world, [said({ from: waId, id, text })]))).status).toBe(200);
async function silence(): Promise<void> {
  world.clock.forward({ seconds: 10 });
  await world.due?.ring();
  await settle(world);
}
const THIRTY = Array.from({ length: 30 }, (_, at) => at);
const seqOf = async (orderId: string): Promise<number> => (await till.orderNow(orderId)).seq;

/** Thirty lines, each about an order of its own, faster than they are read; then nothing for ten seconds. */
async function burst(line: (seq: number) => string): Promise<{ orders: string[]; shown: string[]; last: string[] }> {
  world.clock.forward({ minutes: 1 });
  const orders: string[] = [];
  for (const _ of THIRTY) orders.push(await till.order());
  await world.db.order.updateMany({ where: { id: { in: orders } }, data: { status: 'in_progress' } });
  const seqs = await Promise.all(orders.map(seqOf));
  const before = shownTo(world, AFI).length;
  for (const seq of seqs) await says(AFI, `wamid.${line(seq)}`, line(seq));
  await settle(world);
  await silence();
  return { orders, shown: shownTo(world, AFI).slice(before), last: seqs.slice(-3).map((seq) => String(seq).padStart(4, '0')) };
}
const summary = (acts: string[]): string => ["Voilà, j'ai lu les 20 messages restés sans réponse.", 'Mes dernières réponses, sur 20 :', ...acts].join('\n\n');

describe('E5 · thirty lines of the owner within a second, ten answers in ten seconds', () => {
  test('« prêt »: all are ready and each client is told once; ten answers, one notice, one summary of what was done', async () => {
    const { orders, shown, last } = await burst((seq) => `prêt ${seq}`);
    expect(await world.db.order.count({ where: { id: { in: orders }, status: 'ready' } })).toBe(30);
    for (const orderId of orders) expect(await world.db.outbox.count({ where: { key: { contains: `order:${orderId}:ready:` } } })).toBe(1);
    expect(shown).toHaveLength(12);
    expect(shown.slice(10)).toEqual([NOTICE, summary(last.map((seq) => `*${seq}* Awa Dossou, Boubou, reste 25 000 F : *PRÊT*. La personne est prévenue dans 60 secondes.`))]);
  });

  test('« reçu »: all is booked once, and the summary ends with what may be undone', async () => {
    const { orders, shown, last } = await burst((seq) => `recu ${seq} 5000 especes`);
    expect(await world.db.order.count({ where: { id: { in: orders }, paidXof: 5_000n } })).toBe(30);
    expect(await world.db.payment.count({ where: { refId: { in: orders } } })).toBe(30);
    expect(shown).toHaveLength(12);
    const receipt = /R-2026-\d{4}/g;
    expect(shown.at(-1)?.replaceAll(receipt, 'R')).toBe(summary(last.map((seq) => `*5 000 F* reçus en espèces pour *${seq}* Awa Dossou. Reste à payer : 20 000 F. Reçu *R*.`)));
  });
});

describe('E4 · the same thirty times', () => {
  test('one « reçu » that Meta delivers again and again books once', async () => {
    const orderId = await till.order();
    const seq = await seqOf(orderId);
    world.clock.forward({ minutes: 1 });
    await Promise.all(THIRTY.map(() => says(AFI, 'wamid.the-same', `recu ${seq} 5000 especes`)));
    await settle(world);
    expect(await till.orderNow(orderId)).toMatchObject({ paidXof: 5_000n });
    expect(await world.db.payment.count({ where: { refId: orderId } })).toBe(1);
  });

  test('thirty taps on one way to pay ask for the money once', async () => {
    const orderId = await till.order();
    await says(AWA, 'wamid.pays', `payer ${await seqOf(orderId)} 12500`);
    await settle(world);
    await Promise.all(THIRTY.map((tap) => says(AWA, `wamid.tap.${tap}`, 'MTN MoMo')));
    await rest(world);
    expect(await world.db.payment.count({ where: { refId: orderId } })).toBe(1);
    const { id } = await world.db.payment.findFirstOrThrow({ where: { refId: orderId } });
    await world.due?.ring();
    expect(till.transactionsOf(id)).toHaveLength(1);
  });
});
