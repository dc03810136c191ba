import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '../helpers/networks.ts';
import { AWA } from '../standins/echo-app.ts';
import { startEchoWorld, type EchoWorld } from '../standins/echo-world.ts';

let world: EchoWorld;
beforeEach(async () => { world = await startEchoWorld(); });
afterEach(() => world.close());

const page = async (who = AWA) => (await fetch(`${world.url}/simulator?who=${encodeURIComponent(who)}&view=phone`)).text();
const post = async (form: Record<string, string>, path = 'act') => {
  const answer = await fetch(`${world.url}/simulator/${path}`, { method: 'POST', body: new URLSearchParams([['who', AWA], ['lang', 'fr'], ['view', 'phone'], ...Object.entries(form)]), redirect: 'manual' });
  return answer.headers.get('location') ?? '';
};
const answer = (words: string, code?: string) => post({ channel: 'momo', answer: words, ...(code !== undefined && { text: code }) });
const phone = async () => (await (await fetch(`${world.url}/simulator/api/phone?who=${encodeURIComponent(AWA)}`)).json()) as { transcript: string; momo: { prompts: { state: string }[] } };
const state = async () => (await phone()).momo.prompts.at(-1)?.state;

describe('E9 · an operator asks for the code, without JavaScript', () => {
  beforeEach(() => world.asks(AWA, 'pay-1'));

  test('on both phones of that number, escaped, and on nobody else\'s', async () => {
    const read = await page();
    expect(read.match(/role="alertdialog" aria-label="MTN MoMo"/g)).toHaveLength(2);
    expect(read).toContain('Payer 12 500 F à Atelier Afi &lt;0042&gt; ?'.replaceAll(/(?<=\d) (?=\d|F)| (?=\?)/g, '\u00a0'));
    expect(await page('+2290196000010')).not.toContain('alertdialog');
    // The number as it was before 2024 is the same phone.
    expect(await page('+22996000001')).toContain('alertdialog');
  });

  test('any code of four or five digits pays, once; it is kept nowhere', async () => {
    for (const code of ['', '123', '123456', 'abcd']) expect(await answer('approve', code)).toContain('problem=codeDigits');
    expect(await state()).toBe('waiting');
    expect(await answer('approve', '73951')).not.toContain('problem');
    expect(await answer('approve', '73951')).toContain('problem=noPrompt');
    expect(await page()).toMatch(/payée(?!.*alertdialog)/s);
    expect(await phone()).toMatchObject({ transcript: '# whatsapp Awa\n> /momo approve\nMoMo: Atelier Afi <0042>, 12500 F, mtn_open' });
    expect(JSON.stringify([await phone(), world.fedapay.calls(), world.fedapay.transactions()])).not.toContain('73951');
  });

  test.each([['refuse', 'refused', 'canceled'], ['poor', 'poor', 'declined'], ['wrongpin', 'wrongpin', 'declined'], ['ignore', 'expired', 'expired']])('%s: the money may still come late', async (words, seen, status) => {
    await answer(words);
    await until(async () => (await state()) === seen);
    expect(world.fedapay.transactions()[0]?.status).toBe(status);
    const read = await page();
    expect(read).not.toContain('alertdialog');
    expect(read).toContain('Approuver en retard');
    await answer('late');
    expect([await state(), world.fedapay.transactions()[0]?.status]).toEqual(['approved', 'approved']);
  });

  test('the red key of the phone refuses, as its form says last that it is the operator who asks', async () => {
    await fetch(`${world.url}/simulator/act`, { method: 'POST', body: new URLSearchParams([['who', AWA], ['channel', 'ussd'], ['channel', 'momo'], ['text', ''], ['hangup', '1']]), redirect: 'manual' });
    expect(await state()).toBe('refused');
  });

  test('asked again, it is the last prompt that waits', async () => {
    await answer('wrongpin');
    await world.asks(AWA, 'pay-2');
    await answer('approve', '0000');
    expect((await phone()).momo.prompts.map((prompt) => prompt.state)).toEqual(['wrongpin', 'approved']);
  });
});

test('nobody is asked: nothing can be answered', async () => {
  expect(await answer('approve', '0000')).toContain('problem=noPrompt');
  expect(await answer('maybe')).toContain('problem=badRequest');
});

test('FedaPay goes wrong for everybody, is shown so, and is put right', async () => {
  await post({ scope: 'this', payCalls: 'down', payEvents: 'late', duplicatesPay: '4', delayPay: '30' }, 'faults');
  expect(world.fedapay.faults.of('AFI')).toEqual({ refuse: 'down', lateMs: 15_000, duplicates: 4, delayMs: 30 });
  const read = await page();
  for (const chosen of ['down', 'late', '4']) expect(read).toContain(`<option value="${chosen}" selected>`);
  expect(read).toContain('Des pannes sont actives');
  await post({ clear: '1' }, 'faults');
  expect(world.fedapay.faults.of('AFI')).toEqual({});
});
