import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { countQueries, type Counted } from '../../../bench/count-queries.ts';
import { fillOrders } from '../../../bench/fill-orders.ts';
import { rest } from '../../helpers/momo.ts';
import { fromMeta, networksOf, said, settle, type Networks } from '../../helpers/networks.ts';
import { tillOf, type Till } from '../../helpers/paying.ts';
import { NO_FLOOD, openWorld, type World } from '../../helpers/world.ts';

const [AFI, AWA] = ['2290197000001', '2290196000001'];
/** What is sent meanwhile only ever adds to a count: the least of several is what the turn asks. */
const TIMES = 2;
/** Nobody looks around for what may have been left: only what a turn asks is counted. */
const BUT_INTERVALS = ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const;
/** No turn needs more. */
const MOST = 35;

let world: World;
let networks: Networks;
let till: Till;
let counted: Counted;
beforeAll(async () => {
  jest.useFakeTimers({ doNotFake: [...BUT_INTERVALS] });
  counted = countQueries();
  world = await openWorld({ env: NO_FLOOD });
  networks = networksOf(world);
  till = tillOf(world);
  world.standins.graph?.faults.set({ withholdStatuses: true });
  await rest(world);
});
afterAll(async () => {
  await world.close();
  counted.stop();
  jest.useRealTimers();
});

let messages = 0;
/** What a message asks until its answer is written; that one is sent by somebody else. */
async function says(waId: string, text: string): Promise<number> {
  world.clock.forward({ minutes: 2 });
  await rest(world);
  const before = counted.asked();
  await networks.meta(fromMeta(world, [said({ from: waId, id: `wamid.${(messages += 1)}`, text })]));
  await world.mail.quiet();
  const asked = counted.asked() - before;
  await settle(world);
  return asked;
}

async function approve(orderId: string): Promise<void> {
  await rest(world);
  const { id } = await world.db.payment.findFirstOrThrow({ where: { refId: orderId, method: 'push' } });
  till.provider().approve(till.theirs(id));
  await rest(world);
}

/** Said otherwise each time, or nothing would be written. */
let chest = 97;

/** An order of Awa's is paid by half, made, and paid in the hand by mistake. */
async function story(): Promise<Record<string, number>> {
  const orderId = await till.order();
  const { seq } = await till.orderNow(orderId);
  const client = {
    'what is to be paid': await says(AWA, 'payer'),
    'home of the client': await says(AWA, 'menu'),
    'pay line': await says(AWA, `payer ${seq} 12500`),
    'pay tap': await says(AWA, 'MTN MoMo'),
  };
  await approve(orderId);
  const owner = {
    'home of the owner': await says(AFI, 'menu'),
    'ready line': await says(AFI, `prêt ${seq}`),
    'take line': await says(AFI, `recu ${seq} 1000 especes`),
    'why not': await says(AFI, 'Annuler'),
    'not taken': await says(AFI, 'Mauvais montant'),
    'where line of the owner': await says(AFI, `ou est ${seq}`),
    'clients': await says(AFI, 'clients'),
    'all clients': await says(AFI, 'Voir la liste'),
    'client line': await says(AFI, 'client awa dossou'),
    'whose measures': await says(AFI, 'Mesures'),
    'measures of the client': await says(AFI, 'Awa Dossou'),
    'how to correct them': await says(AFI, 'Corriger une'),
    'a measure corrected': await says(AFI, `po ${(chest = 195 - chest)}`),
    'card again': await says(AFI, 'La fiche'),
    'orders of the client': await says(AFI, 'Ses commandes'),
  };
  expect(await till.orderNow(orderId)).toMatchObject({ status: 'ready', paidXof: 12_500n });
  return { ...client, ...owner };
}

async function counts(): Promise<Record<string, number>> {
  const stories: Record<string, number>[] = [];
  for (let time = 0; time < TIMES; time++) stories.push(await story());
  return Object.fromEntries(Object.keys(stories[0] ?? {}).map((turn) => [turn, Math.min(...stories.map((each) => each[turn] ?? 0))]));
}

test('a turn asks its database as often with 2,000 orders of the workshop as with 10', async () => {
  const fill = (from: number, to: number) => world.db.$executeRawUnsafe(fillOrders({ code: 'AFI', regular: `+${AWA}`, from, to }));
  await story(); // who writes for the first time is answered otherwise
  await fill(0, 10);
  const few = await counts();
  await fill(10, 2_000);
  expect(await counts()).toEqual(few);
  expect(Object.entries(few).filter(([, asked]) => asked > MOST)).toEqual([]);
});
