import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openFileStore } from '../../src/media/file-store.ts';

const FILE = Buffer.from('a boubou');
const NAME = createHash('sha256').update(FILE).digest('hex');
const OTHER = createHash('sha256').update('another').digest('hex');

let dataDir: string;
const made: string[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'griot-files-'));
  made.push(dataDir);
});
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

describe.each(['a folder', 'memory'])('files in %s', (where) => {
  const open = () => openFileStore(where === 'memory' ? 'memory:' : dataDir);

  test('are found by their hash, once however often they are put, and are gone when removed', async () => {
    const files = open();
    expect([await files.has(NAME), await files.get(NAME), await files.names()]).toEqual([false, undefined, []]);
    expect(await Promise.all([files.put(FILE), files.put(FILE), files.put(FILE)])).toEqual([NAME, NAME, NAME]);
    expect([await files.has(NAME), await files.get(NAME), await files.names()]).toEqual([true, FILE, [NAME]]);
    await files.remove(NAME);
    await files.remove(NAME);
    expect([await files.has(NAME), await files.get(NAME), await files.names()]).toEqual([false, undefined, []]);
  });

  test('may be empty', async () => {
    const files = open();
    expect(await files.get(await files.put(Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });
});

describe('the folder', () => {
  test('is ours alone, sharded, and read by whoever opens it next', async () => {
    await openFileStore(dataDir).put(FILE);
    const file = path.join(dataDir, 'media', NAME.slice(0, 2), NAME);
    expect([file, path.dirname(file), path.join(dataDir, 'media')].map((each) => statSync(each).mode & 0o777)).toEqual([0o600, 0o700, 0o700]);
    expect(await openFileStore(dataDir).get(NAME)).toEqual(FILE);
  });

  test.each(['../../etc/passwd', '', NAME.toUpperCase(), `${NAME}/..`, `${NAME}\n`])('gives nothing under the name %j', async (name) => {
    expect(() => openFileStore(dataDir).get(name)).toThrow('by its hash');
  });

  test('shows what a crash left of a write once it is old, and never as a file', async () => {
    const files = openFileStore(dataDir);
    await files.put(FILE);
    const part = `${OTHER}.part-0b1c`;
    const shard = path.join(dataDir, 'media', NAME.slice(0, 2));
    writeFileSync(path.join(shard, `${NAME}.part-0b1c`), 'half');
    writeFileSync(path.join(shard, '.DS_Store'), 'a stranger');
    expect(await files.names()).toEqual([NAME]);
    utimesSync(path.join(shard, `${NAME}.part-0b1c`), 1, 1);
    expect((await files.names()).toSorted()).toEqual([NAME, `${NAME}.part-0b1c`]);
    await files.remove(`${NAME}.part-0b1c`);
    await files.remove(part);
    expect(readdirSync(shard).toSorted()).toEqual(['.DS_Store', NAME]);
  });

  test('that cannot be written is a surprise', async () => {
    writeFileSync(path.join(dataDir, 'media'), 'not a folder');
    await expect(openFileStore(dataDir).put(FILE)).rejects.toThrow();
  });
});
