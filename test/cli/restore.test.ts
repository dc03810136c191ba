import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BackupError, type Piece } from '../../src/backup/contents.ts';
import { loadDatabase } from '../../src/backup/load-database.ts';
import { readDatabase } from '../../src/backup/read-database.ts';
import { readBackup, verifyBackup } from '../../src/backup/read-file.ts';
import { writeBackup } from '../../src/backup/write-file.ts';
import { migrate, MIGRATIONS } from '../../src/db/migrate.ts';
import { openSession, sqlOf, type Session } from '../../src/db/open-session.ts';
import { openFileStore } from '../../src/media/file-store.ts';
import { SERVER } from '../helpers/database.ts';
import { runGriot } from '../helpers/run-griot.ts';
import { envOf, everythingAt, leavePlaces, newFolder, newPlace, type Kind, type Place } from './places.ts';

/** Each kind has its run of the suites; what is carried from one to the other is round-trip.test.ts's. */
const KIND: Kind = SERVER === undefined ? 'embedded' : 'server';
const quietly = { now: new Date('2026-11-20T09:00:00.123Z'), tell: () => undefined };
const BEFORE_LAST = '20261121041047_flood';
/** Enough that a restore is still at it when it is killed. */
const MANY = 20_000;

let file: string;
let bytes: Buffer;
/** One that is quickly read. */
let small: Buffer;

const at = async <T>(place: Place, work: (session: Session) => Promise<T>): Promise<T> => {
  const session = await openSession(place);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
};

/** Another file beside the one that is whole. */
function spoilt(altered: Buffer): string {
  const other = path.join(newFolder(), 'spoilt.jsonl.gz');
  writeFileSync(other, altered);
  return other;
}

beforeAll(async () => {
  const place = await newPlace(KIND);
  file = path.join(newFolder(), 'whole.jsonl.gz');
  const files = openFileStore(place.dataDir);
  await files.put(Buffer.from('a photo, or so'));
  await files.put(Buffer.alloc(0));
  await at(place, async (session) => {
    await migrate(sqlOf(session));
    await session.exec(`INSERT INTO "Contact" (id, key) SELECT gen_random_uuid(), 'c' || n FROM generate_series(1, ${MANY}) n`);
    await session.exec(`INSERT INTO "Person" (id, "fullName") VALUES (gen_random_uuid(), E'Awa « \\u2028 » \\\\ 🧵')`);
    await session.exec(`INSERT INTO "ContactPerson" ("contactId", "personId") SELECT c.id, p.id FROM "Contact" c, "Person" p LIMIT 3`);
    await session.exec(`INSERT INTO "Message" ("contactId", direction, channel, kind, text, at) SELECT id, 'in', 'sms', 'text', E'Bonjour\\nà tous', now() FROM "Contact" LIMIT 5`);
    await writeBackup(readDatabase({ session, files, ...quietly }), file);
  });
  bytes = readFileSync(file);
  small = await smallOne();
}, 120_000);
afterAll(leavePlaces);

describe('a file that is not what was written', () => {
  test('is refused wherever one bit of it is turned, or changes nothing', async () => {
    const pieces = JSON.stringify(await piecesOf(small));
    await fc.assert(fc.asyncProperty(fc.nat(small.length - 1), fc.nat(7), async (where, bit) => {
      const altered = Buffer.from(small);
      altered.writeUInt8(altered.readUInt8(where) ^ (1 << bit), where);
      const read = await piecesOf(altered).catch((error: unknown) => error);
      // The first bytes of gzip also tell by what and when it was written.
      if (Array.isArray(read)) expect(JSON.stringify(read)).toBe(pieces);
      else expect(read).toBeInstanceOf(BackupError);
    }), { numRuns: 150 });
  }, 120_000);

  test.each<[string, () => Buffer]>([
    ['cut in half', () => bytes.subarray(0, bytes.length / 2)],
    ['cut by one byte', () => bytes.subarray(0, -1)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('PGDMP')],
    ['followed by more', () => Buffer.concat([bytes, gzipSync('{"sequences":[]}\n')])],
    ['well packed without its last line', () => packed((lines) => lines.slice(0, -1))],
    ['well packed with a row less', () => packed((lines) => lines.filter((line) => !line.includes('Awa')))],
    ['well packed with another word in it', () => packed((lines) => lines.map((line) => line.replace('Bonjour', 'Bonsoir')))],
  ])('is refused when it is %s', async (_what, alter) => {
    await expect(piecesOf(alter())).rejects.toThrow('is torn, altered or no backup of Griot. Nothing was changed: take another one.');
  });

  test('is refused before anything is written', async () => {
    const place = { dataDir: path.join(newFolder(), 'data') };
    const altered = spoilt(bytes.subarray(0, -1));
    expect(await runGriot(['restore', altered], envOf(place))).toEqual({ code: 1, said: expect.stringContaining(`${altered} is torn, altered or no backup of Griot. Nothing was changed: take another one.\n`) });
    expect(existsSync(place.dataDir)).toBe(false);
  }, 120_000);

  test('is refused in one sentence when it is not there', async () => {
    expect(await runGriot(['restore', '/nowhere/griot.gz'], envOf({ dataDir: newFolder() }))).toEqual({ code: 1, said: expect.stringContaining('/nowhere/griot.gz cannot be read (ENOENT).\n') });
  }, 120_000);
});

describe.each([KIND])('into %s', (kind) => {
  test('a database that holds anything is left as it is', async () => {
    const place = await newPlace(kind);
    await at(place, async (session) => {
      await migrate(sqlOf(session));
      await session.exec(`INSERT INTO "Setting" (key, value, "updatedAt") VALUES ('a', '1', now())`);
    });
    const before = await everythingAt(place);
    expect(await runGriot(['restore', file], envOf(place))).toEqual({ code: 1, said: expect.stringContaining('The database is not empty (Setting)') });
    expect(await everythingAt(place)).toEqual(before);
  }, 120_000);

  test('a database of something else is left as it is', async () => {
    const place = await newPlace(kind);
    await at(place, async (session) => {
      await session.exec('CREATE TABLE invoices (id int)');
      await expect(loadDatabase(readBackup(file), { session, ...quietly })).rejects.toThrow('The database holds tables of something else (invoices)');
      expect(await session.lists(`SELECT to_regclass('"Tenant"')::text`)).toEqual([[null]]);
    });
  }, 120_000);

  test('one of an older Griot is brought to this build, and one of a newer Griot is refused', async () => {
    const [older, newer, target, untouched] = [await newPlace(kind), await newPlace(kind), await newPlace(kind), await newPlace(kind)];
    const [old, ahead] = [path.join(newFolder(), 'old.gz'), path.join(newFolder(), 'ahead.gz')];
    await at(older, async (session) => {
      await migrate(sqlOf(session), MIGRATIONS, BEFORE_LAST);
      await session.exec(`INSERT INTO "Contact" (id, key) VALUES (gen_random_uuid(), 'old')`);
      await writeBackup(readDatabase({ session, ...quietly }), old);
    });
    await at(newer, async (session) => {
      await migrate(sqlOf(session), withMore('CREATE TABLE "Later" (id int PRIMARY KEY)'));
      await writeBackup(readDatabase({ session, ...quietly }), ahead);
    });
    expect((await runGriot(['restore', old], envOf(target))).code).toBe(0);
    expect(await runGriot(['restore', ahead], envOf(untouched))).toEqual({ code: 1, said: expect.stringContaining('made by a newer or another Griot (20991231000000_more)') });

    const { migrations, Contact } = await everythingAt(target);
    expect([migrations, Contact]).toEqual([(await at(newer, (session) => migratedIn(session))).filter((name) => !name.endsWith('_more')), [expect.stringContaining('old')]]);
    expect(await at(target, (session) => migrate(sqlOf(session)))).toEqual([]);
  }, 120_000);

  test('a restore that is killed leaves nothing, and is done again', async () => {
    const place = await newPlace(kind);
    const restoring = spawn(process.execPath, ['src/cli/griot.ts', 'restore', file], { env: { PATH: process.env['PATH'], ...envOf(place) } });
    restoring.stderr.setEncoding('utf8').on('data', (told: string) => told.includes('Contact: ') && restoring.kill('SIGKILL'));
    expect(await once(restoring, 'exit')).toEqual([null, 'SIGKILL']);
    const { Contact, Person, Message } = await everythingAt(place);
    expect([Contact, Person, Message]).toEqual([[], [], []]);
    expect((await runGriot(['restore', file], envOf(place))).code).toBe(0);
    const { Contact: all, files } = await everythingAt(place);
    expect([(all as string[]).length, Object.keys(files ?? {}).length]).toEqual([MANY, 2]);
  }, 120_000);

  test('the ledgers stay ledgers, keys stay keys, and numbers go on', async () => {
    const place = await newPlace(kind);
    await at(place, async (session) => {
      await loadDatabase(readBackup(file), { session, ...quietly, files: openFileStore('memory:') });
      await expect(session.exec(`DELETE FROM "Message"`)).rejects.toThrow('Message is append-only');
      await expect(session.exec(`INSERT INTO "ContactPerson" ("contactId", "personId") VALUES (gen_random_uuid(), gen_random_uuid())`)).rejects.toThrow('foreign key');
      expect(await session.lists(`SELECT count(*)::text FROM pg_constraint WHERE contype = 'f' AND condeferrable`)).toEqual([['0']]);
      const [[next] = []] = await session.lists(`INSERT INTO "Message" ("contactId", direction, channel, kind, text, at) VALUES (gen_random_uuid(), 'in', 'sms', 'text', '', now()) RETURNING id::text`);
      expect(next).toBe('6');
    });
  }, 120_000);

  test('any value of any type is the same afterwards', async () => {
    const [from, to] = [await newPlace(kind), await newPlace('embedded')];
    const dir = withMore(`CREATE TABLE "Anything" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, self bigint REFERENCES "Anything", t text, b bytea, j jsonb, n numeric(30, 10), i bigint, f double precision, at timestamptz, d date, a text[], u uuid, twice text GENERATED ALWAYS AS (t || t) STORED)`);
    const copy = path.join(newFolder(), 'anything.gz');
    await at(from, async (session) => {
      await migrate(sqlOf(session), dir);
      for (const [row] of fc.sample(fc.tuple(anything), 200)) await session.query(`INSERT INTO "Anything" (self, t, b, j, n, i, f, at, d, a, u) VALUES ((SELECT max(id) FROM "Anything"), $1, $2, $3, $4, $5, $6, $7::bigint * interval '1 microsecond' + 'epoch'::timestamptz, 'epoch'::date + $8::int, $9, $10)`, row);
      // Rows that refer to later ones.
      await session.exec('UPDATE "Anything" SET self = (SELECT max(id) FROM "Anything")');
      await writeBackup(readDatabase({ session, ...quietly }), copy);
    });
    await at(to, (session) => loadDatabase(readBackup(copy), { session, ...quietly, dir }));
    const { Anything } = await everythingAt(to);
    expect(Anything).toHaveLength(200);
    expect(Anything).toEqual((await everythingAt(from))['Anything']);
  }, 120_000);
});

test('what a backup holds is known once it was read', async () => {
  const { counts, head } = await verifyBackup(file);
  expect([counts.rows, counts.files, head.madeAt]).toEqual([MANY + 9, 2, '2026-11-20T09:00:00.123Z']);
}, 120_000);

const withoutNul = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const anything = fc.tuple(
  orNull(withoutNul), orNull(fc.uint8Array().map((some) => Buffer.from(some))), orNull(fc.jsonValue().map((value) => JSON.stringify(value).replaceAll('\\u0000', ''))),
  orNull(fc.bigInt(-(10n ** 29n), 10n ** 29n).map((n) => `${n / 10n ** 10n}.${(n < 0n ? -n : n) % 10n ** 10n}`)), orNull(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map(String)), orNull(fc.double().map((n) => (Object.is(n, -0) ? '-0' : String(n)))),
  orNull(fc.bigInt(-(10n ** 16n), 10n ** 17n).map(String)), orNull(fc.integer({ min: -700_000, max: 2_000_000 })), orNull(fc.array(orNull(withoutNul))), orNull(fc.uuid()),
);

const migratedIn = async (session: Session): Promise<string[]> => (await session.query<{ name: string }>('SELECT migration_name AS name FROM "_prisma_migrations" ORDER BY 1')).map(({ name }) => name);

/** The migrations of a build that has one more. */
function withMore(sql: string): string {
  const dir = newFolder();
  cpSync(MIGRATIONS, dir, { recursive: true });
  mkdirSync(path.join(dir, '20991231000000_more'));
  writeFileSync(path.join(dir, '20991231000000_more', 'migration.sql'), sql);
  return dir;
}

async function piecesOf(altered: Buffer): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of readBackup(spoilt(altered))) pieces.push(piece);
  return pieces;
}

/** Packed again by somebody who knows gzip and not the last line. */
const packed = (alter: (lines: string[]) => string[]): Buffer => gzipSync(`${alter(gunzipSync(bytes).toString().split('\n').slice(0, -1)).join('\n')}\n`);

async function smallOne(): Promise<Buffer> {
  const place = await newPlace('embedded');
  const name = path.join(newFolder(), 'small.gz');
  const files = openFileStore('memory:');
  await files.put(Buffer.from('a photo, or so'));
  await at(place, async (session) => {
    await migrate(sqlOf(session));
    await session.exec(`INSERT INTO "Person" (id, "fullName") VALUES (gen_random_uuid(), 'Awa')`);
    await writeBackup(readDatabase({ session, files, ...quietly }), name);
  });
  return readFileSync(name);
}
