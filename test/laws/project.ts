import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const exists = (file: string): boolean => existsSync(path.join(ROOT, file));
export const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** The files under these folders whose name ends so, from the root of the project; what is generated is left out. */
export const filesUnder = (folders: readonly string[], endings: RegExp): string[] =>
  folders
    .filter(exists)
    .flatMap((folder) => readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('src/generated/'))
    .sort();

/** `file:line` of each line that matches. */
export const linesLike = (pattern: RegExp, files: readonly string[]): string[] =>
  files.flatMap((file) =>
    read(file).split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );
