import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openGround, type Row, type Session } from './ground.ts';
import { columnsOf, dropConstraints, insert, newRow } from './rows.ts';

/** What was received and decided, and the column of each that holds personal text. */
const LEDGERS: Record<string, string | undefined> = {
  InboundEvent: 'content', UssdHop: 'screen', Message: 'text', ConsentEvent: undefined, Receipt: undefined, Notice: undefined, AuditLog: undefined,
  MeasureVersion: 'values', OrderHistory: undefined, PaymentEvent: undefined, LedgerEntry: undefined, StockMove: undefined, LostDemand: undefined, DebtEntry: undefined, TillCount: undefined, AlertEvent: undefined, PurchaseHistory: undefined,
};
const ledgers = Object.keys(LEDGERS);
const OF_A_BUSINESS = ['Message', 'ConsentEvent', 'AuditLog', 'MeasureVersion', 'OrderHistory', 'PaymentEvent', 'LedgerEntry', 'StockMove', 'LostDemand', 'DebtEntry', 'TillCount', 'AlertEvent', 'PurchaseHistory'];

const ground = await openGround();
const owner = await ground.owner();
const A = randomUUID();

beforeAll(async () => {
  await dropConstraints(owner);
  for (const table of ledgers) await owner.query(...insert(table, newRow(await columnsOf(owner, table), given(table))));
});
afterAll(async () => {
  await owner.close();
  await ground.close();
});

const given = (table: string): Row => ({
  ...(OF_A_BUSINESS.includes(table) ? { tenantId: A } : {}),
  ...(table === 'MeasureVersion' ? { values: '{"chest":980}' } : {}),
  ...(table === 'InboundEvent' ? { content: '{"type":"text","text":"Bonjour Afi","sender":{"name":"Awa"}}' } : {}),
});

test('the append-only tables are those of the list, against all three ways to lose a row', async () => {
  const { rows } = await owner.query(`SELECT replace(tgrelid::regclass::text, '"', '') AS name, count(*)::int AS triggers, bool_and(tgenabled = 'O') AS "on" FROM pg_trigger WHERE tgname LIKE 'append_only%' GROUP BY 1 ORDER BY 1`);
  expect(rows).toEqual(ledgers.toSorted().map((name) => ({ name, triggers: 2, on: true })));
});

describe.each(['owner', 'superuser'] as const)(`what was received stays, on ${ground.platform} and logged in as %s`, (login) => {
  let session: Session;
  beforeAll(async () => (session = await ground[login]()));
  afterAll(() => session.close());

  test.each(ledgers)('%s is not changed, not shortened, not emptied', async (table) => {
    const before = await whole(table);
    const [column] = await columnsOf(owner, table);
    for (const sql of [
      `UPDATE "${table}" SET "${column?.name ?? ''}" = "${column?.name ?? ''}"`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}"`,
      `TRUNCATE "${table}" CASCADE`,
    ]) await expect(attempt([sql])).rejects.toThrow('append-only');
    expect(await whole(table)).toEqual(before);
  });

  test.each(OF_A_BUSINESS)('%s is not changed by the business it belongs to either', async (table) => {
    const asBusiness = `SELECT set_config('role', 'griot_business', true), set_config('app.tenant_id', '${A}', true)`;
    for (const sql of [`UPDATE "${table}" SET "tenantId" = "tenantId"`, `DELETE FROM "${table}"`, `TRUNCATE "${table}"`]) {
      await expect(attempt([asBusiness, sql])).rejects.toThrow('permission denied');
      await expect(attempt([asBusiness, ERASING, sql])).rejects.toThrow('permission denied');
    }
    for (const eraser of ['erase_text(ARRAY[]::bigint[], ARRAY[]::bigint[], ARRAY[]::text[])', 'erase_measures(ARRAY[]::uuid[])']) {
      await expect(attempt([asBusiness, `SELECT ${eraser}`])).rejects.toThrow('permission denied');
    }
  });

  test.each(ledgers)('%s: who says the password of the eraser may still only erase', async (table) => {
    const columns = await columnsOf(owner, table);
    const before = await whole(table);
    for (const { name, type } of columns.filter(({ type }) => type in OTHER)) {
      await expect(attempt([ERASING, `UPDATE "${table}" SET "${name}" = ${OTHER[type] ?? ''}`])).rejects.toThrow('append-only');
    }
    await expect(attempt([ERASING, `DELETE FROM "${table}"`])).rejects.toThrow('append-only');
    await expect(attempt([ERASING, `TRUNCATE "${table}"`])).rejects.toThrow('append-only');
    expect(await whole(table)).toEqual(before);
  });

  test('the eraser takes the text, of the rows named, and leaves the rest of them', async () => {
    const before = new Map<string, Row[]>();
    for (const table of ledgers) {
      await owner.query(...insert(table, newRow(await columnsOf(owner, table), given(table))));
      before.set(table, await whole(table));
    }
    const [events, messages, hops] = [firstOf('InboundEvent', 'id'), firstOf('Message', 'id'), firstOf('UssdHop', 'eventId')];
    await session.query(`SELECT erase_text($1::bigint[], $2::bigint[], $3::text[])::text`, [[events], [messages], [hops]]);
    await session.query(`SELECT erase_measures($1::uuid[])::text`, [[firstOf('MeasureVersion', 'profileId')]]);

    for (const table of ledgers) expect(await whole(table)).toEqual(erased(before.get(table) ?? [], table));
    await expect(attempt([`UPDATE "Message" SET text = 'Bonsoir'`])).rejects.toThrow('append-only');

    function firstOf(table: string, key: string): unknown {
      return before.get(table)?.[0]?.[key];
    }
    function erased([first = {}, ...others]: Row[], table: string): Row[] {
      const column = LEDGERS[table];
      if (column === undefined) return [first, ...others];
      const type = (first['content'] as { type?: string } | undefined)?.type;
      const empty = { InboundEvent: { type, erased: true }, MeasureVersion: {} }[table] ?? '';
      return [{ ...first, [column]: empty }, ...others];
    }
  });

  async function attempt(statements: string[]) {
    await session.query('BEGIN');
    try {
      for (const sql of statements) await session.query(sql);
    } finally {
      await session.query('ROLLBACK');
    }
  }
});

const ERASING = `SELECT set_config('app.erasing', 'yes', true)`;
/** Another value than the one there, by type. */
const OTHER: Record<string, string> = { text: `'other'`, bigint: '8', integer: '7', boolean: 'false', uuid: 'gen_random_uuid()', jsonb: `'{"type":"other"}'`, 'timestamp with time zone': `'2001-01-01'` };

const whole = async (table: string): Promise<Row[]> => (await owner.query(`SELECT to_jsonb(t) AS row FROM "${table}" t ORDER BY 1`)).rows.map(({ row }) => row as Row);
