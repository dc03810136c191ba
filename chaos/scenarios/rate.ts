import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Evidence } from '../verdict/evidence.ts';
import { busiestSecond, overPairRate } from '../verdict/rates.ts';
import { sayAll } from './burst.ts';
import { curtain } from './curtain.ts';
import { openStage, type Stage } from './stage.ts';
import type { Result, Scenario, Theatre } from './theatre.ts';

const RATE = 20;
const MANY = { contacts: 60, messages: 5 };
/** More than may go to one person at once. */
const TALKATIVE = { contacts: 2, messages: 50 };
const BULK = { contacts: 40, messages: 8 };
const RESTARTS = 2;
const LIVES_MS = [3_000, 5_000] as const;

export const rate: Scenario = {
  name: 'rate',
  promise: `two workers with and without Redis, restarted and killed under a backlog of answers and promotions, send no more than WHATSAPP_RATE=${RATE} a second, and no contact gets more than Meta lets through`,
  inShort: false,
  play: async (theatre) => [await rated(theatre, true), await rated(theatre, false)],
};

async function rated(theatre: Theatre, redis: boolean): Promise<Result> {
  const scenario = `rate, ${redis ? 'Redis' : 'no Redis'}`;
  const stage = await openStage(theatre, { scenario, roles: ['web', 'worker', 'worker'], store: 'server', redis, env: { WHATSAPP_RATE: `${RATE}` }, behaviour: { answerAfterMs: 0 } });
  await Promise.all(Array.from({ length: BULK.contacts }, () => sayAll(stage, 1, true)));
  while ((await stage.networks.count()) < BULK.contacts) await sleep(200);
  await stage.store.look((pool) => promote(pool, new Date()));
  await Promise.all([TALKATIVE, MANY].flatMap(({ contacts, messages }) => Array.from({ length: contacts }, () => sayAll(stage, messages, true))));
  const kills = await restartAll(stage);
  return curtain(stage, { kills, judge });
}

/** One worker leaves as it is asked to, then the other is killed. */
async function restartAll({ apps: [, leaver, victim], dice }: Stage): Promise<number> {
  for (let n = 0; n < RESTARTS; n++) {
    await sleep(dice.between(...LIVES_MS));
    await leaver?.stop();
    await leaver?.start();
    await sleep(dice.between(...LIVES_MS));
    await victim?.kill();
    await victim?.start();
  }
  return RESTARTS;
}

/** Promotions of a business where it is noon, to everybody who has written, at the address they wrote from. */
async function promote(pool: pg.Pool, now: Date): Promise<void> {
  const west = now.getUTCHours() - 12;
  await pool.query(
    `WITH business AS (
       INSERT INTO "Tenant" (id, code, name, country, timezone, capabilities) VALUES (gen_random_uuid(), 'BULK', 'Bulk', 'BJ', $1, '{}') RETURNING id)
     INSERT INTO "Outbox" (key, "contactId", "tenantId", channel, "externalId", purpose, lane, payload, provider, "availableAt", "createdAt")
     SELECT 'bulk:' || i."externalId" || ':' || n, i."contactId", b.id, 'whatsapp', i."externalId", 'promo', 2,
       jsonb_build_object('message', jsonb_build_object('type', 'text', 'text', jsonb_build_object('body', 'promotion ' || n))), 'whatsapp', now(), now()
     FROM business b, generate_series(1, $2::int) AS n, "ChannelIdentity" i WHERE i.channel = 'whatsapp' AND i."windowExpiresAt" > now() ORDER BY n, i."externalId"`,
    [`Etc/GMT${west < 0 ? '' : '+'}${west}`, BULK.messages],
  );
}

function judge({ sent }: Evidence): { notes: string[]; broken: string[] } {
  const times = sent.map(({ at }) => at);
  const busiest = busiestSecond(times);
  const bulk = sent.filter(({ key }) => key?.startsWith('bulk:') === true).length;
  return {
    notes: [`busiest second: ${busiest} messages, ${sent.length} in ${((Math.max(...times) - Math.min(...times)) / 1_000).toFixed(1)} s, ${bulk} of them promotions`],
    broken: [
      ...(busiest > RATE ? [`one second held ${busiest} messages, and ${RATE} may leave`] : []),
      ...overPairRate(sent).map((contact) => `${contact} got more than 45 and one every 6 s`),
      ...(bulk < BULK.contacts * BULK.messages ? [`${bulk} promotions left`] : []),
    ],
  };
}
