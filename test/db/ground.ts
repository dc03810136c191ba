import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { migrate } from '../../src/db/migrate.ts';
import { SERVER } from '../helpers/database.ts';

export type Row = Record<string, unknown>;
type Answered = { rows: Row[]; changed: number };
export type Session = { query: (sql: string, params?: unknown[]) => Promise<Answered>; close: () => Promise<void> };

/** One database that an ordinary role owns and has migrated, as on a hosted server. */
export type Ground = {
  platform: 'PGlite' | 'PostgreSQL';
  /** A session of the role that owns the tables: no superuser, no BYPASSRLS. */
  owner: () => Promise<Session>;
  superuser: () => Promise<Session>;
  close: () => Promise<void>;
};

export const openGround = (): Promise<Ground> => (SERVER === undefined ? inProcess() : onServer(SERVER));

/** PGlite has one session, which becomes the one or the other. */
async function inProcess(): Promise<Ground> {
  const lite = await PGlite.create();
  await lite.exec('CREATE ROLE griot_owner LOGIN CREATEROLE; GRANT CREATE ON SCHEMA public TO griot_owner; SET SESSION AUTHORIZATION griot_owner');
  await migrate({ exec: (sql) => lite.exec(sql), query: async (sql, params) => (await lite.query<never>(sql, params)).rows });
  let current = '';
  const as = (become: string) => async (): Promise<Session> => ({
    query: async (text, params) => {
      if (current !== become) await lite.exec(become);
      current = become;
      const { rows, affectedRows } = await lite.query<Row>(text, params);
      return { rows, changed: affectedRows ?? 0 };
    },
    close: () => Promise.resolve(),
  });
  return { platform: 'PGlite', owner: as('SET SESSION AUTHORIZATION griot_owner'), superuser: as('SET SESSION AUTHORIZATION postgres'), close: () => lite.close() };
}

async function onServer(server: string): Promise<Ground> {
  const name = `griot_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const root = await session(server);
  await root.query(`CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD '${name}'`);
  const { rows } = await root.query(`SELECT current_setting('server_version_num')::int >= 160000 AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'griot_business') AS "mustBeGranted"`);
  // From PostgreSQL 16 on a role that somebody else made can be handed on by its maker only.
  if (rows[0]?.['mustBeGranted'] === true) await root.query(`GRANT griot_business TO ${name} WITH SET TRUE`);
  await root.query(`CREATE DATABASE ${name} OWNER ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` });
  const theirs = Object.assign(new URL(url), { username: name, password: name });
  const owner = await session(theirs.href);
  await migrate({ exec: (sql) => owner.query(sql), query: async (sql, params) => (await owner.query(sql, params)).rows as never[] });
  await owner.close();
  return {
    platform: 'PostgreSQL',
    owner: () => session(theirs.href),
    superuser: () => session(url.href),
    close: async () => {
      await root.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await root.query(`DROP ROLE ${name}`);
      await root.close();
    },
  };
}

export async function session(connectionString: string): Promise<Session> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return {
    query: async (sql, params) => {
      const { rows, rowCount } = await client.query<Row>(sql, params);
      return { rows, changed: rowCount ?? 0 };
    },
    close: () => client.end(),
  };
}
