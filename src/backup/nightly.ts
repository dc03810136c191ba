import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Database } from '../db/open-database.ts';
import { reason, type Logger } from '../logger.ts';
import { backupName, isNightlyName } from './file-names.ts';

type Parts = { dataDir: string; copyTo: NonNullable<Database['copyTo']>; logger: Logger };
export type Nightly = { make: (now: Date) => Promise<string>; close: () => void };

export const KEPT = 7;
const COPY = '.copy-';
const WRITE_COPY = fileURLToPath(new URL('./write-copy.ts', import.meta.url));
/** Whoever waits for an answer goes first. */
const POLITELY = 10;

export const backupsOf = (dataDir: string): string => path.resolve(dataDir, 'backups');

/**
 * The embedded database has one session, and people wait for it: its folder is copied, and another process makes an
 * ordinary backup of the copy.
 */
export function openNightly({ dataDir, copyTo, logger }: Parts): Nightly {
  const folder = backupsOf(dataDir);
  const stopping = new AbortController();
  let making: Promise<string> | undefined;

  async function make(now: Date): Promise<string> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeLeavings(folder);
    const copy = path.join(folder, `${COPY}${randomUUID()}`);
    const file = path.join(folder, backupName(now, 'nightly'));
    try {
      await copyTo(path.join(copy, 'db'));
      await writeCopy([copy, path.resolve(dataDir), file, now.toISOString()], stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted) logger.error('a backup failed', { alarm: 'backup', ...reason(error) });
      throw error;
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
    await keepLast(folder);
    logger.info('backed up', { file: path.basename(file) });
    return file;
  }

  return {
    // Whoever asks again, because it takes long, gets the same.
    make: (now) => (making ??= make(now).finally(() => (making = undefined))),
    close: () => stopping.abort(),
  };
}

async function writeCopy(args: string[], signal: AbortSignal): Promise<void> {
  const writing = promisify(execFile)(process.execPath, [WRITE_COPY, ...args], { signal, env: {} });
  const { pid } = writing.child;
  try {
    if (pid !== undefined) os.setPriority(pid, POLITELY);
  } catch {
    // Not allowed here: it goes on as important as everybody.
  }
  await writing;
}

/** What a process that was killed has left. */
async function removeLeavings(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith(COPY) || (name.startsWith('.griot-') && name.includes('.part-')));
  for (const name of left) await rm(path.join(folder, name), { recursive: true, force: true });
}

/** Of those made at night; one that somebody asked for is theirs. */
async function keepLast(folder: string): Promise<void> {
  const old = (await readdir(folder)).filter(isNightlyName).sort().slice(0, -KEPT);
  for (const name of old) await rm(path.join(folder, name));
}
