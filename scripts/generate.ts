import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const read = (file: string) => (existsSync(at(file)) ? readFileSync(at(file), 'utf8') : '');

const CLIENT = 'src/generated/prisma/client.ts';
const STAMP = 'src/generated/stamp';
/** What the client is made from: the schema, the settings of the command line, and the version that writes it. */
const SOURCES = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/@prisma/client/package.json'];

/** Writes the database client when what it is made from has changed. Production carries a written one and no command line. */
function generate(): number {
  const { wanted, missing } = sources();
  if (existsSync(at(CLIENT)) && (read(STAMP) === wanted || missing)) return 0;
  if (missing) return fail('src/generated is missing, and so is the Prisma command line. Run `npm ci && npm run generate`, or bring src/generated from the build.');

  const { status, stdout, stderr } = spawnSync(process.execPath, [at('scripts/prisma/prisma.mjs'), 'generate'], { cwd: at('.'), encoding: 'utf8' });
  if (status !== 0) return fail(`${stdout}${stderr}`);
  writeFileSync(at(STAMP), wanted);
  return 0;
}

function sources() {
  const hash = createHash('sha256');
  for (const file of SOURCES) hash.update(file).update('\0').update(read(file)).update('\0');
  return { wanted: hash.digest('hex'), missing: !existsSync(at('node_modules/prisma/package.json')) };
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}

process.exitCode = generate();
