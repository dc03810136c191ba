import { expect, test } from '@jest/globals';
import { read } from './project.ts';

type Locked = { version: string; resolved?: string; optionalDependencies?: Record<string, string>; dependencies?: Record<string, string>; devDependencies?: Record<string, string> };
const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string>; devDependencies: Record<string, string>; scripts: Record<string, string> };
const locked = (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages;

test('every machine installs the same: each version is exact', () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version));
  expect(loose).toEqual([]);
});

test('the lock file is of this package.json', () => {
  expect(locked['']?.dependencies).toEqual(manifest.dependencies);
  expect(locked['']?.devDependencies).toEqual(manifest.devDependencies);
});

test('the lock file holds on every platform, or `npm ci` refuses it there', () => {
  const missing = Object.entries(locked).flatMap(([at, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => !isLocked(at, name)).map((name) => `${at} → ${name}`));
  expect(missing).toEqual([]);
});

test('the lock file names no server to install from', () => {
  expect(Object.values(locked).filter(({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))).toEqual([]);
});

test('the three packages of Prisma are of one version, and so is the engine that stands in', () => {
  const { '@prisma/client': client, '@prisma/adapter-pg': adapter } = manifest.dependencies;
  const { prisma, '@prisma/schema-engine-wasm': engine } = manifest.devDependencies;
  expect([adapter, prisma, engine?.split('-')[0]]).toEqual([client, client, client]);
});

test('the commands that others rely on are there', () => {
  expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['start', 'test', 'check', 'chat', 'seed', 'diagrams']));
});

/** Node looks beside a package, then beside each folder above it. */
function isLocked(at: string, name: string): boolean {
  if (`${at}/node_modules/${name}` in locked || `node_modules/${name}` in locked) return true;
  const above = at.lastIndexOf('/node_modules/');
  return above > 0 && isLocked(at.slice(0, above), name);
}
