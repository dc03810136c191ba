import { expect, test } from '@jest/globals';
import { exists, read } from './project.ts';

const dockerfile = read('Dockerfile');
const run = read('.ci/run');
const instructions = (name: string) => [...dockerfile.matchAll(new RegExp(`^${name} (.+)$`, 'gm'))].map(([, rest]) => rest ?? '');

/** `["node", "src/main.ts"]` is the command `node src/main.ts`. */
const command = (said: string) => (said.startsWith('[') ? (JSON.parse(said) as string[]).join(' ') : said);
const runsInCi = (said: string) => run.split('\n').some((line) => !line.trimStart().startsWith('#') && ` ${line} `.includes(` ${said} `));

test('DIG-52 · an image is built and started by commands that .ci/run runs in plain folders', () => {
  const commands = ['RUN', 'CMD', 'ENTRYPOINT'].flatMap(instructions).map(command);
  expect(commands).not.toEqual([]);
  expect(commands.filter((said) => !runsInCi(said))).toEqual([]);
});

test('what is copied into the image exists, and is what .ci/run copies', () => {
  const [, production = ''] = dockerfile.split(/^FROM .*$/m).slice(-2);
  const copied = [...production.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '));
  expect(copied.filter((file) => !exists(file))).toEqual([]);
  expect(runsInCi(`cp ${copied.filter((file) => file.startsWith('package')).join(' ')}`)).toBe(true);
  expect(runsInCi(`cp -r ${copied.filter((file) => !file.startsWith('package')).join(' ')}`)).toBe(true);
});

test('the image runs as somebody without rights, on the Node that is pinned', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: { node: string } };
  expect(instructions('USER')).toEqual(['node']);
  expect(instructions('FROM').filter((from) => !from.startsWith(`node:${dependencies.node.split('.')[0] ?? ''}-`))).toEqual([]);
});

test('what the build needs is not ignored, and what is secret is', () => {
  const ignored = read('.dockerignore').split('\n');
  const needed = instructions('COPY').filter((files) => !files.startsWith('--from')).flatMap((files) => files.split(' ').slice(0, -1));
  expect(ignored[0]).toBe('*');
  expect(needed.filter((file) => !ignored.includes(`!${file}`))).toEqual([]);
  expect(ignored).toContain('**/.env');
});
