import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SERVER } from '../helpers/database.ts';
import { play } from '../helpers/play.ts';
import { runGriot } from '../helpers/run-griot.ts';
import { envOf, everythingAt, leavePlaces, newFolder, newPlace, startAt, type Kind, type Place } from './places.ts';

if (SERVER === undefined) console.info('TEST_DATABASE_URL is unset: nothing is carried to a server and back');
const onServer = SERVER === undefined ? test.skip : test;

let home: Place;
let before: Record<string, unknown>;

/** A shop where people were in the middle of things: asked for a name, sent a photo, were refused. */
beforeAll(async () => {
  home = await newPlace('embedded');
  const world = await startAt(home, true);
  await play(world, `
    # whatsapp +2290195000031
    > Bonjour
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    > /photo
    Photo bien reçue et gardée.
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    # ussd +2290195000032
    > *384*22#
    CON Bienvenue chez Griot
    1.Je suis client
    2.J ai un commerce
    3.Parrainer et gagner
    4.English
    9.Conditions et STOP
    0.Quitter
    > 1
    CON Vos donnees servent a vos commandes, RDV et paiements.
    1.Accepter
    0.Retour
    > 1
    CON Votre nom et prenom:
    0.Annuler
    > /drop
  `);
  await world.due?.ring();
  await world.close();
  before = await everythingAt(home);
}, 120_000);
afterAll(leavePlaces);

const backUp = async (place: Place): Promise<string> => {
  const to = newFolder();
  expect(await runGriot(['backup', '--to', to], envOf(place))).toEqual({ code: 0, said: expect.stringContaining('1 files') });
  return path.join(to, readdirSync(to)[0] ?? '');
};
const putBack = async (file: string, kind: Kind): Promise<Place> => {
  const place = kind === 'embedded' ? { dataDir: path.join(newFolder(), 'data') } : await newPlace(kind);
  expect(await runGriot(['restore', file], envOf(place))).toEqual({ code: 0, said: expect.stringContaining('and 1 files') });
  return place;
};

/** Who was asked for a name before says it now. */
async function goesOn(place: Place): Promise<void> {
  const world = await startAt(place, false);
  await play(world, `
    # ussd +2290195000032
    > *384*22#
    CON Reprendre: votre inscription?
    1.Oui, reprendre
    2.Non, recommencer
    0.Menu
    > 1
    CON Votre nom et prenom:
    0.Annuler
    > Awa Koffi
    CON Bonjour Awa Koffi
    1.Mes commandes (0)
    2.Commander
    4.Payer
    6.Mes mesures
    7.Acheter (boutique)
    8.Plus
    0.Quitter
  `);
  await world.close();
}

describe('everything that Griot knows', () => {
  test('is something: rows of every kind, a file, receipts, messages that left', () => {
    for (const table of ['Tenant', 'Contact', 'Conversation', 'InboundEvent', 'Outbox', 'Receipt', 'Media', 'UssdSession', 'ConsentEvent']) expect(before[table]).not.toEqual([]);
    expect(Object.keys(before['files'] ?? {})).toHaveLength(1);
  });

  test('comes back from a backup into another folder, and the conversation goes on where it stood', async () => {
    const place = await putBack(await backUp(home), 'embedded');
    expect(await everythingAt(place)).toEqual(before);
    await goesOn(place);
  }, 120_000);

  onServer('comes back on a server, from there on another one, and from there in a folder', async () => {
    const server = await putBack(await backUp(home), 'server');
    expect(await everythingAt(server)).toEqual(before);
    const other = await putBack(await backUp(server), 'server');
    expect(await everythingAt(other)).toEqual(before);
    const folder = await putBack(await backUp(other), 'embedded');
    expect(await everythingAt(folder)).toEqual(before);
    await goesOn(other);
  }, 120_000);

  onServer('moves to a server, and the folder stays as it was', async () => {
    const server = await newPlace('server');
    const { code, said } = await runGriot(['move-to-postgres', '--to', server.databaseUrl ?? ''], envOf(home));
    expect([code, said]).toEqual([0, expect.stringContaining('Set DATABASE_URL')]);
    const moved = { ...home, databaseUrl: server.databaseUrl ?? '' };
    expect(await everythingAt(moved)).toEqual(before);
    expect(await everythingAt(home)).toEqual(before);
    expect(await runGriot(['move-to-postgres', '--to', server.databaseUrl ?? ''], envOf(home))).toEqual({ code: 1, said: expect.stringMatching(/^The database is not empty/) });
    await goesOn(moved);
  }, 120_000);
});

describe('a backup', () => {
  test('is one file that its owner alone may read, under DATA_DIR unless said otherwise, and nothing half is left', async () => {
    await runGriot(['backup'], envOf(home));
    const folder = path.join(home.dataDir, 'backups');
    const [name = '', ...others] = readdirSync(folder);
    expect([others, name]).toEqual([[], expect.stringMatching(/^griot-\d{4}-\d\d-\d\d-\d{6}\.jsonl\.gz$/)]);
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  }, 120_000);

  test('is not written over another one', async () => {
    const file = path.join(newFolder(), 'mine.gz');
    expect((await runGriot(['backup', '--to', file], envOf(home))).code).toBe(0);
    expect(await runGriot(['backup', '--to', file], envOf(home))).toEqual({ code: 1, said: `${file} is there already: nothing is written over it.\n` });
  }, 120_000);

  test('says what to do while Griot runs on the folder', async () => {
    const world = await startAt(home, false);
    const asked = await runGriot(['backup'], envOf(home));
    const moved = await runGriot(['move-to-postgres', '--to', 'postgresql://nobody@127.0.0.1:9/none'], envOf(home));
    await world.close();
    expect(asked).toEqual({ code: 1, said: expect.stringMatching(/is already open in process \d+\. Stop that process.*It makes a backup of its own every night/) });
    expect(moved).toEqual({ code: 1, said: expect.stringMatching(/is already open in process \d+\. Stop that process/) });
  }, 120_000);

  test('needs something to back up', async () => {
    expect(await runGriot(['backup'], { DATA_DIR: newFolder() })).toEqual({ code: 1, said: expect.stringMatching(/^There is no embedded database in/) });
    expect(await runGriot(['backup'], { DATA_DIR: 'memory:' })).toEqual({ code: 1, said: expect.stringMatching(/^DATA_DIR is memory:/) });
    expect(await runGriot(['backup'], { DATA_DIR: newFolder(), DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:9/none' })).toEqual({ code: 1, said: expect.stringMatching(/^PostgreSQL does not let us in at 127\.0\.0\.1:9\/none \(ECONNREFUSED\)/) });
  }, 120_000);
});
