// PGlite takes no lock on its folder: two processes corrupt it silently (electric-sql/pglite#1106).
// A listening Unix socket is the lock: the kernel drops it when the process dies, so there is no pid to guess.
import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another process has it open. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError';
}

const ATTEMPTS_MAX = 10;
const SOCKET_PATH_BYTES_MAX = 100; // sun_path holds 104 to 108 bytes
/** Another starter may take our fresh socket for a stale one and remove it: look again after this long. */
const SETTLE_MS = 100;

export async function lockDataDir(dir: string): Promise<() => Promise<void>> {
  const file = lockFile(dir);
  const me = `${process.pid} ${randomUUID()}`;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const server = await listen(file, me);
    if (server === undefined) {
      const holder = await ask(file);
      if (holder !== undefined) throw refusal(dir, holder);
      await sleep(Math.random() * 50);
      if ((await ask(file)) === undefined && process.platform !== 'win32') rmSync(file, { force: true });
      continue;
    }
    await sleep(SETTLE_MS);
    const holder = await ask(file);
    if (holder === me) return () => new Promise((resolve) => server.close(() => resolve()));
    await new Promise((resolve) => server.close(resolve));
    if (holder !== undefined) throw refusal(dir, holder);
  }
  throw new Error(`Cannot lock ${dir}`);
}

function lockFile(dir: string): string {
  const id = createHash('sha256').update(path.resolve(dir)).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\griot-${id}`;
  const beside = path.join(path.resolve(dir), '..', `.${path.basename(dir)}.lock`);
  return Buffer.byteLength(beside) < SOCKET_PATH_BYTES_MAX ? beside : path.join(os.tmpdir(), `griot-${id}.lock`);
}

const listen = (file: string, answer: string) =>
  new Promise<net.Server | undefined>((resolve, reject) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(answer);
    });
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(file, () => resolve(server.unref()));
  });

/** Who holds the lock; undefined when nobody listens. */
const ask = (file: string) =>
  new Promise<string | undefined>((resolve) => {
    let answer = '';
    const socket = net.connect(file);
    socket.setTimeout(2_000, () => {
      socket.destroy();
      resolve('? (not answering)');
    });
    socket.on('data', (bytes) => (answer += bytes.toString()));
    socket.on('error', () => resolve(undefined));
    socket.on('end', () => {
      socket.destroy();
      resolve(answer || '?');
    });
  });

const refusal = (dir: string, holder: string) =>
  new FolderInUseError(`The embedded database ${dir} is already open in process ${holder.split(' ')[0] ?? '?'}. Stop that process, or set DATABASE_URL to a PostgreSQL server.`);
