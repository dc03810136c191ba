import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Younger than this when we looked, a file may have changed since without its time telling. */
const RECENT_MS = 2_000;

/**
 * A folder as it is at one moment, though its owner goes on writing: most is copied while he does, and he stands still
 * only while what he changed meanwhile is copied again.
 */
export async function copyFolder(from: string, to: string, standStill: (work: () => Promise<void>) => Promise<void>): Promise<void> {
  const copied = new Map<string, string>();
  await copyChanged(from, to, copied);
  await standStill(async () => {
    const there = await copyChanged(from, to, copied);
    for (const name of copied.keys()) if (!there.has(name)) await rm(path.join(to, name), { force: true });
  });
}

/** Copies what is not known, or known as something else; the names of all that is there. */
async function copyChanged(from: string, to: string, copied: Map<string, string>): Promise<Set<string>> {
  const there = new Set<string>();
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const name = path.relative(from, path.join(entry.parentPath, entry.name));
    if (entry.isDirectory()) await mkdir(path.join(to, name), { recursive: true });
    else if (entry.isFile() && (await copyOne(from, to, name, copied))) there.add(name);
  }
  return there;
}

async function copyOne(from: string, to: string, name: string, copied: Map<string, string>): Promise<boolean> {
  try {
    const { mtimeMs, mtimeNs, size } = await stat(path.join(from, name), { bigint: true });
    const state = `${mtimeNs} ${size}`;
    if (copied.get(name) === state) return true;
    await mkdir(path.dirname(path.join(to, name)), { recursive: true });
    await copyFile(path.join(from, name), path.join(to, name), constants.COPYFILE_FICLONE);
    copied.set(name, Date.now() - Number(mtimeMs) > RECENT_MS ? state : '');
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return false; // removed since it was listed
    throw error;
  }
}
