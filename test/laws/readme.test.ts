import { expect, test } from '@jest/globals';
import { exists, filesUnder, read } from './project.ts';

const readme = read('README.md');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const LINES_MAX = 80;
/** Words of a path that stand for any: `<language>` in `locales/<language>/home.json`. */
const PLACEHOLDER = /<\w+>/g;

test('the README is read in five minutes', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(LINES_MAX);
});

test('each command that the README gives is a command', () => {
  const given = [...readme.matchAll(/\bnpm (?:run )?(?:--\S+ )*([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');
  expect(given).toEqual(expect.arrayContaining(['start', 'test', 'check']));
  expect(given.filter((name) => !(name in scripts) && name !== 'ci')).toEqual([]);
});

test('each path that the README names leads somewhere', () => {
  const quoted = [...readme.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text ?? '');
  const linked = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, file]) => file ?? '');
  const paths = [...linked, ...quoted.filter((text) => /^\.?[\w<>.-]+(\/[\w<>.-]*)+$|^[\w.-]+\.(md|ts|yaml|json)$|^\.env\.example$|^Dockerfile$/.test(text))];
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((file) => !leadsSomewhere(file))).toEqual([]);
});

function leadsSomewhere(file: string): boolean {
  if (!file.includes('<')) return exists(file);
  const pattern = new RegExp(`^${file.replaceAll('.', '\\.').replace(PLACEHOLDER, '[^/]+')}`);
  return filesUnder([file.split('/')[0] ?? ''], /./).some((known) => pattern.test(known));
}
