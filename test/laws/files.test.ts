import path from 'node:path';
import { expect, test } from '@jest/globals';
import { filesUnder, linesLike, read } from './project.ts';

const CODE = /\.(ts|mjs|cjs|js|css)$/;
const PRODUCTION = filesUnder(['src', 'flows', 'templates'], CODE);
const ALL = filesUnder(['src', 'flows', 'templates', 'scripts', 'test', 'bench', 'chaos'], CODE);
/** The laws name what they forbid. */
const OUTSIDE_LAWS = ALL.filter((file) => !file.startsWith('test/laws/'));

const LINES_MAX = 250;
/** Classes that are no errors, each with its reason. */
const CLASSES = ['src/db/pglite-stream.ts']; // pg asks for a Duplex

test('a file can be read in one go: none is longer than 250 lines', () => {
  expect(ALL.map((file) => ({ file, lines: read(file).split('\n').length - 1 })).filter(({ lines }) => lines > LINES_MAX)).toEqual([]);
});

test('a file says what it does: kebab-case, and no word that says nothing', () => {
  const names = ALL.map((file) => ({ file, name: path.basename(file).replace(/(\.d|\.test)?\.\w+$/, '') }));
  expect(names.filter(({ name }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)).map(({ file }) => file)).toEqual([]);
  expect(names.filter(({ name }) => /\b(utils?|helpers?|services?|managers?|common|misc)\b/.test(name)).map(({ file }) => file)).toEqual([]);
});

test('an import names the file it needs: no barrel but the list of flows', () => {
  expect(ALL.filter((file) => /(^|\/)index\.\w+$/.test(file))).toEqual(['flows/index.ts']);
  expect(linesLike(/^\s*export (type )?(\*|\{[^}]*\}) .*from /, OUTSIDE_LAWS)).toEqual([]);
});

test('what is here is finished', () => {
  expect(linesLike(/\b(TODO|FIXME|XXX)\b|[Nn]ot implemented|[Cc]oming soon/, OUTSIDE_LAWS)).toEqual([]);
});

test('no type is let go', () => {
  expect(linesLike(/@ts-(ignore|nocheck|expect-error)|\bas unknown as\b|\bas any\b|[:<]\s*any(\[\])?\s*[;,)>=|&}\]]/, PRODUCTION)).toEqual([]);
});

test('a class is an error', () => {
  const others = linesLike(/^(export )?(default )?(abstract )?class (?!\w+ extends \w*Error\b)/, PRODUCTION.filter((file) => !CLASSES.includes(file)));
  expect(others).toEqual([]);
});

test('every test runs, against the real thing: skipped only where a browser or a server is missing, and nothing of ours is mocked', () => {
  expect(linesLike(/\bjest\.(mock|unstable_mockModule|doMock|spyOn)\b/, OUTSIDE_LAWS)).toEqual([]);
  expect(linesLike(/\b(test|it|describe)\.(only|todo|failing)\b|\b(f|x)(test|it|describe)\(/, OUTSIDE_LAWS)).toEqual([]);
  const skips = linesLike(/\b(test|it|describe)\.skip\b/, OUTSIDE_LAWS);
  expect(skips.filter((line) => !/(installed \? describe : describe\.skip|(REDIS|SERVER) === undefined \? (test|describe)\.skip : )/.test(line))).toEqual([]);
});
