import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase, type Prisma } from '../src/db/open-database.ts';
import { seed } from '../src/demo/seed.ts';
import { fillDemand } from '../src/domain/shop/knowing/fill-demand.ts';
import { bySystem, inBusiness } from '../src/domain/tenants/business.ts';
import { loadTexts } from '../src/i18n.ts';
import { makeReport } from '../src/jobs/make-report.ts';
import { openFileStore } from '../src/media/file-store.ts';
import { fillMonth } from './fill-month.ts';
import { median } from './load.ts';

/** From what is due to what is kept and told: the figures read from the database, the file made in its thread. */
export type Made = { name: string; kind: string; sales: number; ms: number; memoryMb: number; fileMb: number };
type Plan = { rounds: number; sales: number; say: (line: string) => void };

const MB = 1024 * 1024;
const CODE = 'DIOP';
const NOW = new Date('2026-11-01T06:00:00Z');
const MONTH = '2026-10';
const KINDS = ['monthly', 'sales'] as const;
const LOOK_MS = 5;
const LONG = { maxWait: 60_000, timeout: 60_000 };

/** On a server, where there is one, and on the embedded database. */
export async function measureMadeReports(databaseUrls: (string | undefined)[], plan: Plan): Promise<Made[]> {
  const made: Made[] = [];
  for (const databaseUrl of databaseUrls) made.push(...(await measureOn(databaseUrl, plan)));
  return made;
}

async function measureOn(databaseUrl: string | undefined, { rounds, sales, say }: Plan): Promise<Made[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'griot-bench-'));
  const database = await openDatabase({ ...(databaseUrl === undefined ? {} : { databaseUrl }), dataDir: folder });
  const { prisma: db } = database;
  try {
    const name = database.embedded ? 'Griot on PGlite' : 'Griot on PostgreSQL';
    await seed(db, NOW);
    for (const sql of fillMonth({ code: CODE, first: `${MONTH}-01`, sales })) await db.$executeRawUnsafe(sql);
    const { id: tenantId } = await db.tenant.findUniqueOrThrow({ where: { code: CODE } });
    // The nights have written down what each day asked.
    await db.$transaction((tx) => inBusiness(tx, tenantId, bySystem(NOW), fillDemand), LONG);
    const made: Made[] = [];
    for (const kind of KINDS) {
      const figures = await inTurn(rounds, (round) => makeOnce(db, folder, { tenantId, kind, round }));
      const of = (key: 'ms' | 'memoryMb' | 'fileMb'): number[] => figures.map((one) => one[key]);
      made.push({ name, kind, sales, ms: median(of('ms')), memoryMb: Math.max(...of('memoryMb')), fileMb: median(of('fileMb')) });
      say(`${name}: ${kind} of ${sales} sales ${of('ms').map((ms) => ms.toFixed(0)).join(', ')} ms`);
    }
    return made;
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inTurn<T>(times: number, one: (round: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let round = 0; round < times; round++) done.push(await one(round));
  return done;
}

/** How much more memory the process took for it at most, the thread and the embedded database among it. */
async function makeOnce(db: Prisma, folder: string, { tenantId, kind, round }: { tenantId: string; kind: string; round: number }): Promise<Omit<Made, 'name' | 'kind' | 'sales'>> {
  const job = makeReport({ db, files: openFileStore(folder), voice: { texts: loadTexts(), serviceCode: '*384*22#', publicUrl: 'https://griot.example' } });
  const due = { id: 0, key: `report:${kind}:${round}`, kind: 'report.make', contactId: null, payload: { tenantId, kind, month: MONTH }, step: null, attempts: 1, createdAt: NOW };
  const [begun, before] = [performance.now(), process.memoryUsage.rss()];
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), LOOK_MS);
  const apply = 'prepare' in job ? await job.prepare(due, NOW) : job.apply;
  if ('notYet' in apply) throw new Error(apply.notYet);
  await db.$transaction((tx) => apply(tx, due, NOW));
  clearInterval(looking);
  const ms = performance.now() - begun;
  const { bytes } = await db.reportFile.findUniqueOrThrow({ where: { key: due.key } });
  return { ms, memoryMb: (Math.max(most, process.memoryUsage.rss()) - before) / MB, fileMb: bytes / MB };
}
