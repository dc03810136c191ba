import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TENANT_MODELS } from '../../src/db/tenant-filter.ts';
import { openGround, type Row, type Session } from './ground.ts';
import { columnsOf, dropConstraints, insert, keyOf, newRow } from './rows.ts';

/** Tables of nobody's business in particular, each with the reason why it carries no tenantId. */
const GLOBAL: Record<string, string> = {
  Tenant: 'is the tenant; a business sees its own row, by id',
  Person: 'may be the client of one business and the owner of another; seen by those who know them',
  Contact: 'one phone number serves all businesses: one mail, one lock',
  ChannelIdentity: 'an address of a contact',
  ContactPerson: 'who holds a phone',
  Affiliate: 'sells for any business',
  Lead: 'is not yet a business',
  UssdSession: 'belongs to a phone',
  UssdHop: 'belongs to a phone',
  InboundEvent: 'arrived before anybody knew for whom',
  InboundState: 'the mail of a contact',
  Receipt: 'a tick of the network, by the id of a message',
  Exchange: 'how a network answered a message, without anything of it',
  Notice: 'news about the platform\'s account',
  Line: 'the lines of the platform',
  LineRate: 'the lines of the platform',
  TemplateState: 'the templates of the platform\'s account',
  Media: 'content-addressed; who may see it is decided by what points to it',
  Operator: 'watches the platform',
  OperatorSession: 'an operator is signed in',
  Tally: 'counts',
  Setting: 'of the platform',
  _prisma_migrations: 'the book of migrations',
};
/** Tables with a tenantId that no business reads: none today. */
const UNWALLED: Record<string, string> = {};
/** Views that run as whoever asks: behind the same walls. */
const ASKED = ['v_ai_analyse_ventes', 'v_ai_diagnostic_stock', 'v_ai_recommandations'];
/** Views that run as their owner, over what is counted for every business at once: each has the wall in itself. */
const COUNTED = ['v_refreshed', 'v_sales_days', 'v_sold_products', 'v_stock_health'];
/** What a business may do outside the walls. */
const GRANTED = ['Person SELECT', 'Tenant SELECT', ...[...ASKED, ...COUNTED].map((view) => `${view} SELECT`)];

const ground = await openGround();
const owner = await ground.owner();
const tables = names(await owner.query(`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`));
const owned = names(await owner.query(`SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenantId' ORDER BY 1`));
const walled = names(await owner.query(`SELECT tablename AS name FROM pg_policies WHERE policyname = 'own_tenant' ORDER BY 1`));
const appendOnly = names(await owner.query(`SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'append_only'`)).map((name) => name.replaceAll('"', ''));

function names({ rows }: { rows: Row[] }): string[] {
  return rows.map(({ name }) => String(name));
}

afterAll(async () => {
  await owner.close();
  await ground.close();
});

describe('DIG-01, DIG-22 · the catalogue', () => {
  test('each table is of one business and walled in, or stands in a list with its reason', () => {
    expect(owned.filter((table) => !(table in UNWALLED))).toEqual(walled);
    expect(tables.filter((table) => !owned.includes(table)).toSorted()).toEqual(Object.keys(GLOBAL).toSorted());
  });

  test('the filter of the application knows the same tables as the wall of the database', () => {
    expect([...TENANT_MODELS].toSorted()).toEqual(walled.toSorted());
  });

  test.each(walled)('%s: row level security is on, and one policy says all four verbs', async (table) => {
    const { rows } = await owner.query(
      `SELECT c.relrowsecurity AS "on", p.policyname AS policy, p.permissive, p.cmd, p.roles::text AS roles, p.qual, p.with_check AS "check"
       FROM pg_class c LEFT JOIN pg_policies p ON p.tablename = c.relname AND p.schemaname = 'public' WHERE c.oid = $1::regclass`,
      [`"${table}"`],
    );
    const own = '("tenantId" = current_tenant())';
    expect(rows).toEqual([{ on: true, policy: 'own_tenant', permissive: 'PERMISSIVE', cmd: 'ALL', roles: '{griot_business}', qual: own, check: own }]);
  });

  test('a business holds no right on any other table, and none that empties a whole one', async () => {
    const { rows } = await owner.query(`SELECT table_name || ' ' || privilege_type AS right FROM information_schema.table_privileges WHERE table_schema = 'public' AND grantee IN ('griot_business', 'PUBLIC')`);
    const rights = rows.map(({ right }) => String(right));
    expect(rights.filter((right) => !walled.includes(right.split(' ')[0] ?? '')).toSorted()).toEqual(GRANTED.toSorted());
    expect(rights.filter((right) => /TRUNCATE|REFERENCES|TRIGGER/.test(right))).toEqual([]);
    expect(rights.filter((right) => appendOnly.includes(right.split(' ')[0] ?? '') && /UPDATE|DELETE/.test(right))).toEqual([]);
  });

  test('a view runs as who asks, or shows the business of the transaction alone; nobody may read what stands behind it', async () => {
    const { rows } = await owner.query(`SELECT relname AS name, array_to_string(reloptions, ',') AS how, pg_get_viewdef(oid) LIKE '%current_tenant()%' AS walled FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' ORDER BY 1`);
    const asked = ASKED.map((name) => ({ name, how: 'security_invoker=true', walled: false }));
    expect(rows).toEqual([...asked, ...COUNTED.map((name) => ({ name, how: 'security_barrier=true', walled: true }))]);
    const behind = await owner.query(`SELECT relname AS name, coalesce(bool_or(has_table_privilege(r.rolname, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')), false) AS open
      FROM pg_class c, pg_roles r WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'm' AND r.rolname = 'griot_business' GROUP BY 1 ORDER BY 1`);
    expect(behind.rows).toEqual(['m_refreshed', 'm_sales_days', 'm_sold_products', 'm_stock_health'].map((name) => ({ name, open: false })));
  });

  test('no function runs with more rights than who calls it, and the role is nobody special', async () => {
    const around = await owner.query(`
      SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
      UNION ALL SELECT 'role ' || rolname FROM pg_roles WHERE rolname = 'griot_business' AND (rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole OR rolcreatedb)
      UNION ALL SELECT 'member ' || member::regrole FROM pg_auth_members WHERE member = 'griot_business'::regrole`);
    expect(around.rows).toEqual([]);
  });
});

/** The same wall, whoever has logged in: the owner of the tables and a superuser pass row level security by themselves. */
describe.each(['owner', 'superuser'] as const)(`behind the wall on ${ground.platform}, logged in as %s`, (login) => {
  const A = randomUUID();
  const B = randomUUID();
  let session: Session;

  beforeAll(async () => {
    session = await ground[login]();
    await dropConstraints(owner);
    for (const table of walled) {
      const columns = await columnsOf(owner, table);
      for (const tenantId of [A, B]) await owner.query(...insert(table, newRow(columns, { tenantId })));
      if (columns.some(({ name, needed }) => name === 'tenantId' && !needed)) await owner.query(...insert(table, newRow(columns, { tenantId: null })));
    }
  });
  afterAll(() => session.close());

  test('the login is what it says', async () => {
    const { rows } = await session.query(`SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = session_user`);
    expect(rows).toEqual([login === 'owner' ? { rolsuper: false, rolbypassrls: false } : { rolsuper: true, rolbypassrls: true }]);
  });

  test.each(walled)('%s: a business sees its own rows, and those of nobody else', async (table) => {
    const seen = async (tenantId: string | undefined) => (await asBusiness(tenantId, `SELECT "tenantId" FROM "${table}"`)).rows.map((row) => row['tenantId']);
    expect(await seen(A)).toEqual([A]);
    expect(await seen(B)).toEqual([B]);
    expect(await seen(randomUUID())).toEqual([]);
    expect((await asBusiness(A, `SELECT 1 FROM "${table}" WHERE "tenantId" = $1 OR "tenantId" IS NULL`, [B])).rows).toEqual([]);
  });

  test.each(walled)('%s: without a business set nothing is seen, written or taken away', async (table) => {
    const columns = await columnsOf(owner, table);
    for (const nobody of [undefined, '']) {
      expect((await asBusiness(nobody, `SELECT 1 FROM "${table}"`)).rows).toEqual([]);
      await expect(asBusiness(nobody, ...insert(table, newRow(columns, { tenantId: A })))).rejects.toThrow('row-level security');
      expect(await changedBy(nobody, table)).toBe(0);
    }
    await expect(asBusiness('not an id', `SELECT 1 FROM "${table}"`)).rejects.toThrow('uuid');
  });

  test.each(walled)('%s: nothing is inserted for another, nor for nobody', async (table) => {
    const columns = await columnsOf(owner, table);
    expect((await asBusiness(A, ...insert(table, newRow(columns, { tenantId: A })))).changed).toBe(1);
    await expect(asBusiness(A, ...insert(table, newRow(columns, { tenantId: B })))).rejects.toThrow('row-level security');
    const forNobody = insert(table, newRow(columns, { tenantId: null }));
    await expect(asBusiness(A, ...forNobody)).rejects.toThrow(/row-level security|not-null/);
  });

  test.each(walled)("%s: another's row is neither changed, taken, moved nor given away", async (table) => {
    expect(await changedBy(A, table, `"tenantId" = '${B}'`)).toBe(0);
    expect(await changedBy(A, table, `"tenantId" IS NULL`)).toBe(0);
    if (appendOnly.includes(table)) return;
    expect(await changedBy(A, table)).toBe(2);
    expect((await asBusiness(A, `UPDATE "${table}" SET "tenantId" = $1 WHERE "tenantId" = $2`, [A, B])).changed).toBe(0);
    await expect(asBusiness(A, `UPDATE "${table}" SET "tenantId" = $1`, [B])).rejects.toThrow('row-level security');
  });

  test.each(walled)("%s: no upsert reaches another's row through its key", async (table) => {
    const columns = await columnsOf(owner, table);
    const key = await keyOf(owner, table);
    if (key.includes('tenantId')) return; // the key of another names the other
    const { rows } = await owner.query(`SELECT ${key.map((name) => `"${name}"`).join(', ')} FROM "${table}" WHERE "tenantId" = $1`, [B]);
    const [sql, params] = insert(table, newRow(columns, { ...rows[0], tenantId: A }));
    const upsert = `${sql} ON CONFLICT (${key.map((name) => `"${name}"`).join(', ')}) DO UPDATE SET "tenantId" = excluded."tenantId"`;
    await expect(asBusiness(A, upsert, params)).rejects.toThrow(/row-level security|permission denied/);
  });

  test.each(walled)('%s: is not emptied by a business', async (table) => {
    await expect(asBusiness(A, `TRUNCATE "${table}"`)).rejects.toThrow('permission denied');
  });

  /** As forTenant does it, with the filter of the application out of the way. Nothing is kept. */
  async function asBusiness(tenantId: string | undefined, sql: string, params: unknown[] = []) {
    await session.query('BEGIN');
    try {
      await session.query(`SELECT set_config('role', 'griot_business', true)${tenantId === undefined ? '' : `, set_config('app.tenant_id', '${tenantId}', true)`}`);
      return await session.query(sql, params);
    } finally {
      await session.query('ROLLBACK');
    }
  }

  /** How many rows a business changed and took away; a ledger refuses before it looks. */
  async function changedBy(tenantId: string | undefined, table: string, where = 'true'): Promise<number> {
    const update = asBusiness(tenantId, `UPDATE "${table}" SET "tenantId" = "tenantId" WHERE ${where}`);
    const remove = () => asBusiness(tenantId, `DELETE FROM "${table}" WHERE ${where}`);
    if (!appendOnly.includes(table)) return (await update).changed + (await remove()).changed;
    await expect(update).rejects.toThrow('permission denied');
    await expect(remove()).rejects.toThrow('permission denied');
    return 0;
  }
});
