import pg from 'pg';
import { openDatabase } from '../../src/db/open-database.ts';
import { seed } from '../../src/demo/seed.ts';

/** Those of one run of jest, which `end-run.ts` drops when it ends; alone, each process has its own. */
const RUN = process.env['JEST_RUN'] ?? String(process.pid);
const PREFIX = `griot_template_${RUN}_`;
const MAKING = 7_301_442;

/** A database of the server that others are copied from: migrated, and where it has a cast, with what that has done until then. Made once for a run, by whoever comes first. */
export const templateOn = (server: string, castAt: Date | undefined): Promise<string> => onServer(server, async (client) => {
  const name = `${PREFIX}${castAt === undefined ? 'empty' : `cast_${castAt.getTime()}`}`;
  await client.query('SELECT pg_advisory_lock($1::bigint)', [MAKING]); // freed with the connection
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await make(client, server, { name, castAt });
  return name;
});

/** Under another name until it is whole: a run that is stopped meanwhile leaves no half of one. */
async function make(client: pg.Client, server: string, { name, castAt }: { name: string; castAt: Date | undefined }): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await client.query(`CREATE DATABASE ${unfinished}`);
  const database = await openDatabase({ databaseUrl: urlOf(server, unfinished), dataDir: 'memory:' });
  if (castAt !== undefined) await seed(database.prisma, castAt);
  await database.close();
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
}

export const dropTemplates = (server: string): Promise<void> => onServer(server, async (client) => {
  const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [PREFIX]);
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
});

export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

export async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  return work(client).finally(() => client.end());
}
