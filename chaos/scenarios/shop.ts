import { setTimeout as sleep } from 'node:timers/promises';
import { openMarket } from '../crowd/market.ts';
import { OWED_AT_FIRST_XOF, openShop, sellerPhone } from '../crowd/open-shop.ts';
import { readBacklog, readEvidence, type Evidence } from '../verdict/evidence.ts';
import { cashOf, judgeBooks, readBooks, readLines, type Spoken } from '../verdict/shop-books.ts';
import { curtain, few } from './curtain.ts';
import { killAtRandom } from './kill-at-random.ts';
import { openStage, type Stage } from './stage.ts';
import type { Result, Scenario, Theatre } from './theatre.ts';

const CROWD = { onWhatsapp: 8, bySms: 3, clients: 4, pauseMs: [150, 700] } as const;
const LIVES_MS = { long: [2_000, 7_000], short: [1_000, 2_500] } as const;
const LOOK_MS = 250;
const CALM_MS = 120_000;
/** She has sold nothing, and counts the cash. */
const COUNTS = sellerPhone(399);

export const shop: Scenario = {
  name: 'shop',
  promise: 'many sell, take in, count, void, lend and buy at one shop, web and workers killed at random: each line is done once, stock, debts and till are exact',
  inShort: true,
  play: async (theatre) => [await market(theatre)],
};

async function market(theatre: Theatre): Promise<Result> {
  const { short, kills: wanted } = theatre.measure;
  const stage = await openStage(theatre, { scenario: 'shop', roles: short ? ['web', 'worker'] : ['web', 'worker', 'worker'], store: 'server' });
  await stage.store.look(openShop);
  const crowd = openMarket({ ...stage, dice: stage.dice.another() }, CROWD);
  const kills = await killAtRandom(stage, { livesMs: short ? LIVES_MS.short : LIVES_MS.long, until: { kills: wanted } });
  await crowd.disperse();
  const xof = await inTheTill(stage);
  await stage.line.say(COUNTS, [`caisse ${xof}`]);
  return curtain(stage, {
    kills,
    ownTalk: true,
    judge: async (evidence) => {
      const books = await stage.store.look(readBooks);
      const wrong = judgeBooks(readLines(spokenIn(evidence)), books, OWED_AT_FIRST_XOF);
      const counted = books.till.length === 1 && books.till[0] === xof ? [] : [`${xof} is in the till, which was to hold ${books.till.join(', ') || 'something else'}`];
      const { sales, orders, receipts } = books;
      return { broken: [...few('the books are wrong', wrong), ...counted], notes: [`${sales.length} sales, ${sales.filter(({ isVoided }) => isVoided).length} voided, ${receipts.length} receipts, ${orders.length} orders, ${orders.filter(({ paidXof }) => paidXof > 0).length} paid, ${xof} F in the till`] };
    },
  });
}

/** What those who sold must hold once everything that they said has been heard. */
async function inTheTill({ store, ledger, networks }: Stage): Promise<number> {
  for (const before = Date.now(); Date.now() - before < CALM_MS && (await store.look(readBacklog)) > 0; await sleep(LOOK_MS));
  const evidence = { ...(await store.look(readEvidence)), said: ledger.said, sent: await networks.sent() };
  return cashOf(readLines(spokenIn(evidence)), await store.look(readBooks));
}

/** Each line that was accepted, with the answers to it: those on WhatsApp are read where they arrived. */
function spokenIn({ said, letters, parcels, sent }: Evidence): Spoken[] {
  const ids = new Map(letters.map(({ event, id }) => [event, id]));
  const shown = new Map(sent.map(({ key, text }) => [key, text]));
  const answers = Map.groupBy(parcels, ({ letter }) => letter);
  return said.filter(({ outcome }) => outcome === 'taken').map(({ event, text }) => ({ text, answers: (answers.get(ids.get(event) ?? -1) ?? []).map((parcel) => shown.get(parcel.key) ?? parcel.text ?? '') }));
}
