import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Sent } from '../../src/channels/channel.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import type { Parcel } from '../../src/db/outbox.ts';
import { echoed, echoing } from '../helpers/echo.ts';
import { fromMeta, networksOf, said, settle } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'griot-data-'));
const AWA = '2290196000001';
const { flows, handlers } = echoing();
let world: World;
/** What left since the last start; nothing leaves any more while the process is dying. */
const left: string[] = [];
let dying = false;

async function send({ id, payload }: Parcel): Promise<Sent> {
  if (dying) throw new Error('the process died');
  left.push(echoed((payload as { message: { text: { body: string } } }).message.text.body));
  return { outcome: 'accepted', providerId: `sent.${id}` };
}

/** The app on the same folder again, at a later hour. */
async function start(): Promise<void> {
  left.length = 0;
  dying = false;
  world = await openWorld({ flows, handlers, send, cast: false, database: await openDatabase({ dataDir }) });
  world.clock.forward({ minutes: starts++ });
  await world.mail.sweep();
  world.post.ring();
  await settle(world);
}
let starts = 0;
const restart = async () => {
  await world.close();
  await start();
};
const says = async (text: string) => {
  const answer = await networksOf(world).meta(fromMeta(world, [said({ from: AWA, id: `wamid.${text}`, text })]));
  await settle(world);
  return answer.status;
};
const hop = async (text: string) => (await networksOf(world).form('ussd', { sessionId: 'ATUid_1', phoneNumber: '+2290195550001', serviceCode: '*384*22#', networkCode: '99999', text })).body;

beforeAll(start);
afterAll(async () => {
  await world.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a message answered before a restart is accepted after it and not answered again', async () => {
  await says('bonjour');
  await says('un');
  expect(left.at(-1)).toBe('un');
  await restart();
  expect(await says('un')).toBe(200);
  expect(left).toEqual([]);
  await says('deux');
  expect(left).toEqual(['deux']);
});

test('a message stored a moment before the process died is answered when it is back, once', async () => {
  await world.mail.close(); // nobody reads mail any more
  expect(await says('trois')).toBe(200);
  expect(left).toEqual(['deux']);
  await restart();
  expect(left).toEqual(['trois']);
  await restart();
  expect(left).toEqual([]);
});

test('a reply written a moment before the process died leaves when it is back, once', async () => {
  dying = true;
  await says('quatre');
  expect(left).toEqual([]);
  await restart();
  expect(left).toEqual(['quatre']);
  await restart();
  expect(left).toEqual([]);
});

test('a call goes on over a restart, and a hop repeated over it gives the same screen', async () => {
  const opened = await hop('');
  const heard = await hop('bonjour');
  expect([opened, heard]).toEqual([expect.stringMatching(/^CON /), expect.stringContaining('bonjour')]);
  await restart();
  expect(await hop('bonjour')).toBe(heard);
  expect(await hop('bonjour*merci')).toContain('merci');
});

test('a burst that nobody had read when the process died has its notice and its summary when it is back, each once', async () => {
  const texts = Array.from({ length: 30 }, (_, at) => `n${at}`);
  await world.mail.close();
  for (const text of texts) expect(await says(text)).toBe(200);
  await restart();
  expect(left).toEqual([...texts.slice(0, 10), expect.stringContaining('Je lis tout')]);

  world.clock.forward({ seconds: 5 });
  await restart();
  expect(left).toEqual([]);
  await restart();
  await world.due?.ring();
  await settle(world);
  expect(left).toEqual([expect.stringMatching(/20 messages restés.*n29/s)]);
  await restart();
  await world.due?.ring();
  await settle(world);
  expect(left).toEqual([]);
});

test('a second process is refused the folder while the first has it', async () => {
  await expect(openDatabase({ dataDir })).rejects.toThrow('already open in process');
});
