import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { play } from '../helpers/play.ts';
import { runGriot } from '../helpers/run-griot.ts';
import type { World } from '../helpers/world.ts';
import { envOf, everythingAt, leavePlaces, newFolder, newPlace, startAt, type Place } from '../cli/places.ts';

let place: Place;
let world: World;
beforeAll(async () => {
  place = await newPlace('embedded');
  world = await startAt(place, true);
}, 120_000);
afterAll(async () => {
  await world.close();
  await leavePlaces();
});

const backups = () => readdirSync(path.join(place.dataDir, 'backups')).sort();
const planned = () => world.db.due.findMany({ where: { kind: 'backup.nightly', status: 'waiting' }, select: { runAt: true } });

/** Until two in the morning has come, and what was due then is done. */
async function night(): Promise<void> {
  world.clock.forward({ days: 1 });
  await world.due?.ring();
}

test('DIG-49 · each night makes a backup while Griot goes on answering, and plans the next', async () => {
  expect(await planned()).toEqual([{ runAt: new Date('2026-11-21T02:00:00Z') }]);
  const [, asked] = await Promise.all([night(), world.db.contact.count()]);
  expect(asked).toBeGreaterThan(0);
  expect(backups()).toEqual([expect.stringMatching(/^griot-2026-11-21-090\d{3}\.nightly\.jsonl\.gz$/)]);
  expect(await planned()).toEqual([{ runAt: new Date('2026-11-22T02:00:00Z') }]);
}, 120_000);

test('what it made is restored like any other, with what was said the minute before', async () => {
  await play(world, `
    # ussd +2290195000033
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > /drop
  `);
  const said = await world.db.message.count();
  await night();
  const [, file = ''] = backups();
  const other = { dataDir: newFolder() };
  expect((await runGriot(['restore', path.join(place.dataDir, 'backups', file)], envOf(other))).code).toBe(0);
  const { Message, Tenant } = await everythingAt(other) as Record<string, unknown[]>;
  expect([Message?.length, Tenant?.length]).toEqual([said, 4]);
}, 120_000);

test('seven are kept of those, all that somebody asked for, and nothing of a night that was cut short', async () => {
  const folder = path.join(place.dataDir, 'backups');
  for (let day = 1; day <= 9; day++) writeFileSync(path.join(folder, `griot-2026-10-0${day}-020000.nightly.jsonl.gz`), '');
  writeFileSync(path.join(folder, 'griot-2026-01-01-120000.jsonl.gz'), '');
  writeFileSync(path.join(folder, '.griot-2026-10-09-020000.nightly.jsonl.gz.part-1'), '');
  mkdirSync(path.join(folder, '.copy-1', 'db'), { recursive: true });
  const before = backups().filter((name) => name.startsWith('griot-2026-1') && name.includes('nightly'));
  await night();
  const nightly = backups().filter((name) => name.includes('nightly'));
  expect(nightly).toHaveLength(7);
  expect(nightly.slice(0, 6)).toEqual(before.slice(-6));
  expect(backups().filter((name) => !name.includes('nightly'))).toEqual(['griot-2026-01-01-120000.jsonl.gz']);
}, 120_000);
