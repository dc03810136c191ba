import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase, type Database } from '../../src/db/open-database.ts';
import { newDatabase, SERVER } from '../helpers/database.ts';

/** A server that loses its power closes nothing: its connections stay open, and no answer comes over them. */
const onServer = SERVER === undefined ? test.skip : test;
if (SERVER === undefined) console.info('TEST_DATABASE_URL is unset: the embedded database cannot fall silent');

const SILENCE_MS = 400;
let database: Database;
let wire: Server;
let drop: () => Promise<void>;
let cut: () => void;

beforeAll(async () => {
  if (SERVER === undefined) return;
  const fresh = await newDatabase(SERVER);
  drop = fresh.drop;
  const url = new URL(fresh.databaseUrl);
  [wire, cut] = silencable({ host: url.hostname, port: Number(url.port === '' ? 5432 : url.port) });
  await once(wire.listen(0, '127.0.0.1'), 'listening');
  Object.assign(url, { hostname: '127.0.0.1', port: String((wire.address() as AddressInfo).port) });
  database = await openDatabase({ databaseUrl: url.href, dataDir: 'memory:', poolSize: 2, silenceMs: SILENCE_MS });
});
afterAll(async () => {
  if (SERVER === undefined) return;
  await database.close();
  wire.close();
  await drop();
});

/** `cut` makes the wires of now silent for ever, without closing them; those made later work. */
function silencable(to: { host: string; port: number }): [Server, () => void] {
  const wires = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(to);
    for (const [end, other] of [[near, far], [far, near]] as const) end.on('error', () => undefined).on('close', () => other.destroy());
    near.pipe(far).pipe(near);
    wires.add([near, far]);
  });
  return [server, () => wires.forEach(([near, far]) => [near, far].forEach((end) => end.unpipe().pause().removeAllListeners('data')))];
}

const ask = (seconds = 0) => database.prisma.$queryRaw`SELECT 1 AS one FROM pg_sleep(${seconds}::float8)`;
const inTransaction = () => database.prisma.$transaction(async (tx) => tx.$queryRaw`SELECT 1 AS one`);

onServer('a question that it does not answer fails, and the next ones are answered over new connections', async () => {
  expect(await Promise.all([ask(0.05), inTransaction()])).toHaveLength(2);
  cut();
  const began = performance.now();
  expect((await Promise.allSettled([ask(), inTransaction()])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(performance.now() - began).toBeLessThan(4_000);
  for (let n = 0; n < 3; n++) expect(await Promise.all([ask(), inTransaction(), ask()])).toHaveLength(3);
});

onServer('one that is only slow is waited for', async () => {
  expect(await ask(SILENCE_MS / 2_000)).toEqual([{ one: 1 }]);
});
