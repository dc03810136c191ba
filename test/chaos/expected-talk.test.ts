import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Channel } from '../../chaos/crowd/ledger.ts';
import { ACT, standAfter } from '../../chaos/verdict/expected-talk.ts';
import { fromMeta, networksOf, said, settle } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ cast: false, env: { FLOOD_LIMIT: '1000/1' } });
});
afterAll(() => world.close());

let met = 0;
const standing = async (phone: string) => {
  const { conversation } = await world.db.contact.findUniqueOrThrow({ where: { key: phone }, include: { conversation: true } });
  const session = conversation?.session as { flow: string } | null | undefined;
  return { flow: session?.flow ?? null, misses: conversation?.misses, step: conversation?.step };
};

/** Says all of it, one after another, and tells where the conversation stood after each. */
async function stands(channel: Channel, texts: string[]): Promise<unknown[]> {
  const networks = networksOf(world);
  const phone = `+2290196${500_000 + (met += 1)}`;
  const found: unknown[] = [];
  let path: string[] = [];
  let call = 0;
  for (const [n, text] of texts.entries()) {
    if (channel === 'whatsapp') await networks.meta(fromMeta(world, [said({ from: phone.slice(1), id: `wamid.${phone}.${n}`, text })]));
    if (channel === 'sms') await networks.form('sms', { from: phone, to: 'GRIOT', text, id: `${phone}.${n}`, date: '2026-11-20T09:00:00Z' });
    if (channel === 'ussd') {
      if (text === '') call += 1;
      path = text === '' ? [] : [...path, text];
      await networks.form('ussd', { sessionId: `ATUid_${phone}_${call}`, phoneNumber: phone, serviceCode: '*384*22#', networkCode: '99999', text: path.join('*') });
    }
    await settle(world);
    found.push(await standing(phone));
  }
  return found;
}

const expected = (channel: Channel, texts: string[]) => texts.map((_, n) => standAfter(texts.slice(0, n + 1).map((text) => ({ channel, text }))));
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `m${n + 1}c1`);

describe('a conversation that hears only what the crowd says stands where chaos expects it', () => {
  test.each(['whatsapp', 'sms'] as const)('on %s', async (channel) => {
    const texts = numbered(13);
    expect(await stands(channel, texts)).toEqual(expected(channel, texts));
  });

  test('on USSD, over several calls', async () => {
    const texts = ['', ...numbered(4), '', ...numbered(7), '', '', ...numbered(2)];
    expect(await stands('ussd', texts)).toEqual(expected('ussd', texts));
  });

  test('wherever it is told to go on receiving', () => fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('m1c1', 'm2c1', 'm3c1', ACT), { minLength: 1, maxLength: 12 }), async (texts) => {
    expect(await stands('whatsapp', texts)).toEqual(expected('whatsapp', texts));
  }), { numRuns: 8 }));
});

test('one message more or less is seen wherever it stands', () => {
  const all = Array.from({ length: 30 }, (_, n) => standAfter(numbered(n).map((text) => ({ channel: 'whatsapp', text }))));
  for (const [n, stand] of all.entries()) expect(stand).not.toEqual(all[n + 1]);
});
