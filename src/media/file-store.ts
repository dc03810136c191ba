import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Files under the hash of their bytes: the same file twice is one. */
export type FileStore = {
  put: (bytes: Buffer) => Promise<string>;
  get: (sha256: string) => Promise<Buffer | undefined>;
  has: (sha256: string) => Promise<boolean>;
  /** All that lies here, with what a crash left of a write. */
  names: () => Promise<string[]>;
  remove: (name: string) => Promise<void>;
};

/** A folder that web and worker share; `memory:` keeps nothing. */
export const openFileStore = (dataDir: string): FileStore => (dataDir === 'memory:' ? inMemory() : inFolder(path.resolve(dataDir, 'media')));

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function inMemory(): FileStore {
  const files = new Map<string, Buffer>();
  return {
    put: async (bytes) => {
      const name = hashOf(bytes);
      files.set(name, Buffer.from(bytes));
      return name;
    },
    get: async (sha256) => files.get(sha256),
    has: async (sha256) => files.has(sha256),
    names: async () => [...files.keys()],
    remove: async (name) => void files.delete(name),
  };
}

const NAME = /^[0-9a-f]{64}(\.part-[0-9a-f-]+)?$/;
const SHARD_CHARS = 2;
const OURS_ALONE = { folder: 0o700, file: 0o600 };
/** Younger than this, an unfinished file may still be being written. */
const PART_MS = 3_600_000;

function inFolder(folder: string): FileStore {
  const fileOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error('a file is asked for by its hash');
    return path.join(folder, name.slice(0, SHARD_CHARS), name);
  };
  const has = (sha256: string) => access(fileOf(sha256)).then(() => true, absent(false));

  return {
    has,
    async put(bytes) {
      const name = hashOf(bytes);
      if (await has(name)) return name;
      const file = fileOf(name);
      await mkdir(path.dirname(file), { recursive: true, mode: OURS_ALONE.folder });
      await writeWhole(file, bytes);
      return name;
    },
    get: (sha256) => readFile(fileOf(sha256)).catch(absent(undefined)),
    async names() {
      const shards = await readdir(folder).catch(absent([]));
      const names = (await Promise.all(shards.map((shard) => readdir(path.join(folder, shard))))).flat().filter((name) => NAME.test(name));
      const settled = await Promise.all(names.map(async (name) => !name.includes('.part-') || (await isLeft(fileOf(name)))));
      return names.filter((_, n) => settled[n]);
    },
    remove: (name) => rm(fileOf(name), { force: true }),
  };
}

/** Nobody ever sees half a file: it gets its name once it is written and on the disk. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const part = `${file}.part-${randomUUID()}`;
  const handle = await open(part, 'wx', OURS_ALONE.file);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
}

const isLeft = (part: string): Promise<boolean> => stat(part).then(({ mtimeMs }) => Date.now() - mtimeMs > PART_MS, absent(false));

/** What is not there is an answer; any other fault of the disk is a surprise. */
const absent = <T>(answer: T) => (error: unknown): T => {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return answer;
  throw error;
};
