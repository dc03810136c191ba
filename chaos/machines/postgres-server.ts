import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from './ports.ts';
import type { Undo } from './undo.ts';

export type PostgresServer = { urlOf: (database: string) => string; create: (database: string) => Promise<void>; drop: (database: string) => Promise<void>; start: () => void; stop: () => void };

const DEBIAN = '/usr/lib/postgresql';

/** A PostgreSQL of its own in a temporary folder, so that it can be stopped: nobody else's server is touched. */
export async function openPostgres(undo: Undo): Promise<PostgresServer> {
  const bin = binaries();
  const owner: { uid?: number; gid?: number } = process.getuid?.() === 0 ? userIds('postgres') : {};
  const data = mkdtempSync(path.join(os.tmpdir(), 'griot-chaos-postgres-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(data, owner.uid, owner.gid);
  chmodSync(data, 0o700);
  const port = await freePort();
  // A server holds on to the pipes it inherits: it gets none.
  const run = (program: string, ...args: string[]) => {
    const { status, error } = spawnSync(path.join(bin, program), args, { ...owner, cwd: data, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${program} ended with ${error?.message ?? status}, see ${data}/log`);
  };
  undo.add(() => rmSync(data, { recursive: true, force: true }));
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');

  const start = () => run('pg_ctl', '-D', data, '-w', '-l', path.join(data, 'log'), '-o', `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`, 'start');
  const stop = () => run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
  start();
  undo.add(() => {
    if (existsSync(path.join(data, 'postmaster.pid'))) stop();
  });
  const urlOf = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  return { urlOf, start, stop, create: (database) => once(urlOf('postgres'), `CREATE DATABASE ${database}`), drop: (database) => once(urlOf('postgres'), `DROP DATABASE ${database} WITH (FORCE)`) };
}

async function once(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** The newest of Debian's, which are not in the PATH. */
function binaries(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const [newest] = versions.map((version) => path.join(DEBIAN, version, 'bin')).filter((bin) => existsSync(path.join(bin, 'initdb')));
  if (newest === undefined) throw new Error(`There is no initdb under ${DEBIAN}: install the package postgresql, or choose scenarios without a server.`);
  return newest;
}

/** PostgreSQL refuses to run as root. */
const userIds = (name: string) => ({ uid: Number(execFileSync('id', ['-u', name])), gid: Number(execFileSync('id', ['-g', name])) });
