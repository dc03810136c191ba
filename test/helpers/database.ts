import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '../../src/db/open-database.ts';
import { castSnapshot, emptySnapshot } from './snapshots.ts';
import { STORIES_BEGIN } from './stories-begin.ts';
import { onServer, templateOn, urlOf } from './templates.ts';

/** A server to run the suites on; unset, each file has a PGlite of its own. */
export const SERVER = process.env['TEST_DATABASE_URL'];

/** A migrated database of its own for one test file, dropped afterwards; `cast`: with the people of the demo and what they have done until `at`. */
export async function openTestDatabase({ cast = false, at = STORIES_BEGIN } = {}): Promise<Database> {
  if (SERVER === undefined) return openDatabase({ dataDir: 'memory:', snapshot: new Blob([await (cast ? castSnapshot(at) : emptySnapshot())]) });
  const { databaseUrl, drop } = await newDatabase(SERVER, await templateOn(SERVER, cast ? at : undefined));
  // Hundreds at once wait for one another on a machine that is busy with other things.
  const database = await openDatabase({ databaseUrl, dataDir: 'memory:', waitMs: 60_000 });
  return {
    ...database,
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

/** An empty one, without a table, if it is no copy. */
export async function newDatabase(server: string, template = 'template1'): Promise<{ databaseUrl: string; drop: () => Promise<void> }> {
  const name = `griot_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const once = (sql: string) => onServer(server, (client) => client.query(sql));
  await once(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    databaseUrl: urlOf(server, name),
    drop: async () => {
      await once(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
