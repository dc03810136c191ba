import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { startFedapayStandin, type FedapayStandin } from '../../src/standins/fedapay.ts';
import { curtain } from './curtain.ts';
import { killAtRandom } from './kill-at-random.ts';
import { openStage, type Stage } from './stage.ts';
import type { Result, Scenario, Theatre } from './theatre.ts';

const PAYMENTS = 1_000;
const AMOUNT_XOF = 12_500;
const KILLS_MAX = 20;
const LIVES_MS = [500, 3_000] as const;
/** Beside the first. */
const COPIES = 4;
/** FedaPay itself gives up after minutes; here somebody watches. */
const RETRY_AFTER_MS = Array.from({ length: 2_000 }, () => 300);
const LOOK_MS = 200;
/** What a killed process had under its lease is taken up when that has lapsed. */
const PATIENCE_MS = 420_000;

export const money: Scenario = {
  name: 'money',
  promise: 'a thousand people asked to pay, each approval told five times, one process killed again and again: each is asked once and credited once',
  inShort: false,
  play: async (theatre) => [await storm(theatre)],
};

async function storm(theatre: Theatre): Promise<Result> {
  const secret = () => randomBytes(20).toString('hex');
  const keys = { secretKey: `sk_live_${secret()}`, webhookSecret: `wh_live_${secret()}` };
  const fedapay = await startFedapayStandin({ accounts: [], retryAfterMs: RETRY_AFTER_MS });
  theatre.undo.add(() => fedapay.close());
  fedapay.faults.set({ duplicates: COPIES });
  const env = { SECRET_KEY: secret(), FEDAPAY_SECRET_KEY: keys.secretKey, FEDAPAY_WEBHOOK_SECRET: keys.webhookSecret, FEDAPAY_API_URL: fedapay.url };
  const stage = await openStage(theatre, { scenario: 'money', roles: ['all'], store: 'server', env });
  fedapay.addAccount({ ref: 'AFI', ...keys, webhookUrl: `${stage.apps[0]?.url ?? ''}/webhooks/fedapay/AFI` });
  loadCast({ ...stage.store.env, ...env });
  await stage.store.look(wantPaid);

  const payer = openPayer(fedapay);
  const kills = await killAtRandom(stage, { livesMs: LIVES_MS, until: { kills: Math.min(KILLS_MAX, theatre.measure.kills) } });
  await settled(stage);
  await payer.leave();
  const broken = [...(await stage.store.look(booksOf)), ...askedTwice(fedapay)];
  const ended = await curtain(stage, { kills, judge: () => ({ broken, notes: [`${PAYMENTS} payments, ${fedapay.transactions().length} transactions, ${(COPIES + 1) * PAYMENTS} approvals told`] }) });
  await fedapay.close();
  return ended;
}

/** The accounts of the cast use the key of the environment, sealed as Griot seals it. */
function loadCast(env: Record<string, string>): void {
  execFileSync(process.execPath, ['src/demo/run-seed.ts'], { cwd: fileURLToPath(new URL('../../', import.meta.url)), env: { PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'error', ...env }, stdio: 'ignore' });
}

/** Orders of a client without a phone at a workshop whose owner has left: only the money is looked at. */
async function wantPaid(pool: pg.Pool): Promise<void> {
  await pool.query(`UPDATE "Member" SET status = 'left' WHERE "tenantId" = (SELECT id FROM "Tenant" WHERE code = 'AFI')`);
  await pool.query(`
    WITH person AS (INSERT INTO "Person" (id, "fullName") VALUES (gen_random_uuid(), 'Awa Dossou') RETURNING id),
    client AS (INSERT INTO "Client" (id, "tenantId", "personId", tags, "firstSource") SELECT gen_random_uuid(), t.id, p.id, '{}', 'chaos' FROM person p, "Tenant" t WHERE t.code = 'AFI' RETURNING id, "tenantId"),
    placed AS (
      INSERT INTO "Order" (id, "tenantId", year, seq, "clientId", status, urgency, "fabricBy", description, points, "totalXof", "depositXof", source, "createdBy", "createdAt")
      SELECT gen_random_uuid(), c."tenantId", 2001, n, c.id, 'confirmed', 'normal', 'client', 'boubou', 1, ${2 * AMOUNT_XOF}, ${AMOUNT_XOF}, 'chaos', 'chaos', now() FROM client c, generate_series(1, ${PAYMENTS}) n RETURNING id, "tenantId", "clientId"),
    wanted AS (
      INSERT INTO "Payment" (id, "tenantId", "accountId", "clientId", purpose, "refId", "amountXof", method, mode, phone, key, status, channel, by, "expiresAt", "createdAt")
      SELECT gen_random_uuid(), o."tenantId", a.id, o."clientId", 'order', o.id, ${AMOUNT_XOF}, 'push', 'mtn_open', '+2290196000001', 'chaos:' || o.id, 'created', 'whatsapp', 'chaos', now() + interval '1 hour', now()
      FROM placed o JOIN "PaymentAccount" a ON a.ref = 'AFI' RETURNING id, "tenantId")
    INSERT INTO "Due" (key, kind, "tenantId", payload, "runAt", "createdAt") SELECT 'payment:' || id || ':ask', 'payment.ask', "tenantId", jsonb_build_object('paymentId', id), now(), now() FROM wanted`);
}

/** Approves whatever it is prompted for, as soon as it sees it. */
function openPayer(fedapay: FedapayStandin) {
  const leaving = new AbortController();
  const done = (async () => {
    while (!leaving.signal.aborted) {
      for (const { id, status, mode } of fedapay.transactions()) if (status === 'pending' && mode !== null) fedapay.approve(String(id));
      await sleep(LOOK_MS);
    }
  })();
  return {
    leave: async (): Promise<void> => {
      leaving.abort();
      await done;
    },
  };
}

async function settled({ store, tell }: Stage): Promise<void> {
  for (const before = Date.now(); Date.now() - before < PATIENCE_MS; await sleep(5 * LOOK_MS)) {
    const { rows } = await store.look((pool) => pool.query<{ open: number }>(`SELECT count(*)::int AS open FROM "Payment" WHERE key LIKE 'chaos:%' AND status <> 'approved'`));
    if (rows[0]?.open === 0) return;
  }
  tell('some payments are still open');
}

type Books = { approved: number; received: string; paid: number; lines: number; balance: string; receipts: number };

/** What the database must say whatever was killed when. */
async function booksOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<Books>(`
    WITH ours AS (SELECT * FROM "Payment" WHERE key LIKE 'chaos:%')
    SELECT (SELECT count(*)::int FROM ours WHERE status = 'approved') AS approved, (SELECT sum("receivedXof")::text FROM ours) AS received,
      (SELECT count(*)::int FROM "Order" WHERE source = 'chaos' AND "paidXof" = ${AMOUNT_XOF}) AS paid, (SELECT count(*)::int FROM "LedgerEntry" WHERE "refId" IN (SELECT id FROM ours)) AS lines,
      (SELECT sum("debitXof" - "creditXof")::text FROM "LedgerEntry") AS balance, (SELECT count(*)::int FROM "ReceiptPaper" WHERE "paymentId" IN (SELECT id FROM ours)) AS receipts`);
  const wanted: Books = { approved: PAYMENTS, received: String(PAYMENTS * AMOUNT_XOF), paid: PAYMENTS, lines: 2 * PAYMENTS, balance: '0', receipts: PAYMENTS };
  const [found] = rows;
  return Object.entries(wanted).flatMap(([name, value]) => (found?.[name as keyof Books] === value ? [] : [`${name} is ${found?.[name as keyof Books] ?? 'unknown'}, not ${value}`]));
}

/** A second transaction for one payment, or a second prompt for one transaction. */
function askedTwice(fedapay: FedapayStandin): string[] {
  const transactions = fedapay.transactions();
  const payments = new Set(transactions.map(({ merchantRef }) => merchantRef)).size;
  const prompts = fedapay.calls().flatMap(({ step, about }) => (step === 'push' && about !== undefined ? [about] : []));
  return [
    ...(transactions.length === payments ? [] : [`${transactions.length} transactions for ${payments} payments`]),
    ...(prompts.length === new Set(prompts).size ? [] : [`${prompts.length} prompts for ${new Set(prompts).size} transactions`]),
  ];
}
