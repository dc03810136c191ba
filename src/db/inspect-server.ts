import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { MIGRATIONS } from './migrate.ts';

export type ServerState = {
  version: number;
  login: string;
  /** Migrations of this build that the database lacks, and of the database that this build lacks. */
  missing: string[];
  ahead: string[];
  businessRole: 'absent' | 'forbidden' | 'allowed';
  fsync: boolean;
  synchronousCommit: string;
};

const TIMEOUT_MS = 5_000;
const SET_OPTION_SINCE = 16;

/** Looks at a server without changing anything: nothing is migrated, nothing is made. */
export async function inspectServer(databaseUrl: string): Promise<ServerState | { unreachable: string }> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS });
  client.on('error', () => undefined); // told by what is asked
  try {
    await client.connect();
    return await look(client);
  } catch (error) {
    return { unreachable: error instanceof Error && 'code' in error ? String(error.code) : 'no answer' };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function look(client: pg.Client): Promise<ServerState> {
  const { rows: [server] } = await client.query<{ version: number; login: string; fsync: string; commit: string; role: boolean }>(`
    SELECT current_setting('server_version_num')::int / 10000 AS version, current_user AS login, current_setting('fsync') AS fsync,
      current_setting('synchronous_commit') AS commit, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'griot_business') AS role`);
  if (server === undefined) throw new Error('a server without settings');
  const applied = await appliedMigrations(client);
  const ours = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return {
    version: server.version,
    login: server.login,
    missing: ours.filter((name) => !applied.includes(name)),
    ahead: applied.filter((name) => !ours.includes(name)),
    businessRole: server.role ? await mayBecome(client, server.version) : 'absent',
    fsync: server.fsync === 'on',
    synchronousCommit: server.commit,
  };
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: [book] } = await client.query<{ there: boolean }>(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`);
  if (book?.there !== true) return [];
  const { rows } = await client.query<{ migration_name: string }>('SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL');
  return rows.map(({ migration_name: name }) => name);
}

async function mayBecome(client: pg.Client, version: number): Promise<'forbidden' | 'allowed'> {
  const { rows: [role] } = await client.query<{ may: boolean }>('SELECT pg_has_role(current_user, $1, $2) AS may', ['griot_business', version >= SET_OPTION_SINCE ? 'SET' : 'MEMBER']);
  return role?.may === true ? 'allowed' : 'forbidden';
}
