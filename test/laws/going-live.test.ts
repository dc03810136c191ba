import { expect, test } from '@jest/globals';
import { commands } from '../../src/cli/commands.ts';
import { VARIABLES } from '../../src/config.ts';
import { exists, filesUnder, read } from './project.ts';

const page = read('docs/going-live.md');
const all = (pattern: RegExp): string[] => [...page.matchAll(pattern)].map(([, found]) => found ?? '');

test('each command that the page gives is one', () => {
  const names = commands.map(({ name }) => name);
  const given = all(/npm run griot -- ([a-z][\w-]*)/g);
  expect(given).toEqual(expect.arrayContaining(['doctor', 'backup', 'restore', 'move-to-postgres']));
  expect(given.filter((name) => !names.includes(name))).toEqual([]);
});

test('each option that it gives is one of its command', () => {
  const given = [...page.matchAll(/npm run griot -- ([a-z][\w-]*)[^\n`]*? --([a-z-]+)/g)].map(([, command, option]) => [command, option]);
  expect(given.length).toBeGreaterThan(0);
  for (const [command, option] of given) expect(Object.keys(commands.find(({ name }) => name === command)?.options ?? {})).toContain(option);
});

test('each variable that it names is one', () => {
  const named = new Set(all(/\b([A-Z]{2,}(?:_[A-Z]+)+)\b/g));
  expect(named.size).toBeGreaterThan(10);
  expect([...named].filter((name) => !VARIABLES.includes(name))).toEqual([]);
});

test('each address that it gives is served', () => {
  const routes = filesUnder(['src/web'], /\.ts$/).map(read).join('\n');
  const callbacks = all(/<AFRICASTALKING_CALLBACK_TOKEN>\/([\w-]+)/g);
  expect(new Set(callbacks).size).toBe(5);
  for (const path of callbacks) expect(routes).toContain(`'/:token/${path}'`);
  for (const path of ['/webhooks/whatsapp', '/healthz', '/readyz', '/metrics']) expect([path, page.includes(path), routes.includes(`'${path}'`)]).toEqual([path, true, true]);
});

test('each file that it names is there', () => {
  const files = all(/`((?:\.env\.example|Dockerfile|[\w-]+\.(?:yaml|json|md)|src\/[\w./-]+))`/g);
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((file) => !exists(file))).toEqual([]);
});
