import { expect, test } from '@jest/globals';
import { VARIABLES } from '../../src/config.ts';
import { read } from './project.ts';

/** Of another tool: where Debian keeps things, and what tests alone are told. */
const NOT_OURS = /^(TEST_|UPDATE_|NODE_ENV$)/;

const lines = read('.env.example').split('\n');
const named = lines.flatMap((line, i) => {
  const name = /^([A-Z_]+)=/.exec(line)?.[1];
  return name === undefined ? [] : [{ name, sentence: lines[i - 1] ?? '' }];
});

test('.env.example names each variable that is read, once, and no other', () => {
  expect(named.map(({ name }) => name).sort()).toEqual([...VARIABLES].sort());
});

test('each of them has its sentence', () => {
  expect(named.filter(({ sentence }) => !/^# [A-Z`].{10,}\.$/.test(sentence))).toEqual([]);
});

test('a copy of it changes nothing until it is filled in', () => {
  expect(lines.filter((line) => /^[A-Z_]+=./.test(line))).toEqual([]);
});

test.each(['README.md', 'DECISIONS.md', 'compose.yaml', 'Dockerfile'])('%s names no variable that is not read', (file) => {
  const text = read(file);
  const mentioned = [...text.matchAll(/(?<![\w$./])([A-Z]{2,}(?:_[A-Z]+)+)(?=[=`:,])/g)].map(([, name]) => name ?? '');
  const known = [...VARIABLES, ...[...text.matchAll(/^\s*ARG (\w+)/gm)].map(([, name]) => name), 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD'];
  expect(mentioned.filter((name) => !known.includes(name) && !NOT_OURS.test(name))).toEqual([]);
});
