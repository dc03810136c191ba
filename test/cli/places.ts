import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSession } from '../../src/db/open-session.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { newDatabase, SERVER } from '../helpers/database.ts';
import { openWorld, type World } from '../helpers/world.ts';

/** Where a Griot may be: a folder, and perhaps a server. */
export type Place = { dataDir: string; databaseUrl?: string };
export type Kind = 'embedded' | 'server';

const leavings: (() => void | Promise<void>)[] = [];

export function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'griot-place-'));
  leavings.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A database without a table. A folder's is a copy of one that was made once: making it takes seconds. */
export async function newPlace(kind: Kind): Promise<Place> {
  if (kind === 'embedded') {
    const dataDir = newFolder();
    cpSync(await (fresh ??= makeFresh()), path.join(dataDir, 'db'), { recursive: true });
    return { dataDir };
  }
  if (SERVER === undefined) throw new Error('there is no server to be on');
  const { databaseUrl, drop } = await newDatabase(SERVER);
  leavings.push(drop);
  return { dataDir: newFolder(), databaseUrl };
}

let fresh: Promise<string> | undefined;
async function makeFresh(): Promise<string> {
  const dataDir = newFolder();
  await (await openSession({ dataDir })).close();
  return path.join(dataDir, 'db');
}

export async function leavePlaces(): Promise<void> {
  for (const leave of leavings.splice(0)) await leave();
}

export const envOf = ({ dataDir, databaseUrl }: Place): Record<string, string> => ({ DATA_DIR: dataDir, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) });

/** Griot as it runs there, on its story's clock. */
export const startAt = async (place: Place, cast: boolean): Promise<World> => openWorld({ cast, database: await openDatabase(place), env: envOf(place) });

/** Each table's rows and each sequence, as the database tells them, and the hash of each file. */
export async function everythingAt(place: Place): Promise<Record<string, unknown>> {
  const session = await openSession(place);
  try {
    const all: Record<string, unknown> = {};
    const tables = await session.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`);
    for (const { name } of tables) {
      const rows = await session.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`);
      all[name] = rows.map(({ row }) => row).sort();
    }
    all['sequences'] = await session.query('SELECT sequencename, last_value::text FROM pg_sequences ORDER BY sequencename');
    all['migrations'] = (await session.query<{ name: string }>('SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL')).map(({ name }) => name).sort();
    return { ...all, files: filesAt(place) };
  } finally {
    await session.close();
  }
}

function filesAt({ dataDir }: Place): Record<string, string> {
  const folder = path.join(dataDir, 'media');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : [];
  return Object.fromEntries(files.map(({ parentPath, name }) => [name, createHash('sha256').update(readFileSync(path.join(parentPath, name))).digest('hex')]).sort());
}
