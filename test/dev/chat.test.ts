import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { startEchoWorld, type EchoWorld } from '../standins/echo-world.ts';

let world: EchoWorld;
beforeEach(async () => { world = await startEchoWorld(); });
afterEach(() => world.close());

async function chat(lines: string[], ...options: string[]) {
  const child = spawn(process.execPath, ['src/dev/chat.ts', '--url', world.url, '--settle', '120', '--wait', '1500', ...options]);
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out: out.trimEnd().split('\n'), errors, code: child.exitCode };
}

test('a pipe of lines is a conversation on WhatsApp: numbers and labels tap', async () => {
  const { out, code } = await chat(['menu', '1', 'bazin riche', '[Aide]', '7']);
  expect(out).toEqual([
    '> menu', 'Que voulez-vous faire ?', '1 [Commander]', '2 [Payer]', '3 [Aide]',
    '> 1', 'Choisissez un tissu', '1 [Wax 6 yards] — 4 000 F le yard', '2 [Bazin riche] — 5 000 F le yard', '3 [Kita] — 6 000 F le yard', '4 [Lépi] — 7 000 F le yard',
    '> bazin riche', 'Vous avez dit : Bazin riche',
    '> [Aide]', 'Vous avez dit : Aide',
    '> 7', 'Vous avez dit : 7',
  ]);
  expect(code).toBe(0);
  expect(world.griot.values().flatMap(({ messages = [] }) => messages).map(({ type }) => type)).toEqual(['text', 'interactive', 'interactive', 'interactive', 'text']);
});

test('Afi dials, types nothing, hangs up and dials again', async () => {
  const { out } = await chat(['*384*22#', '/empty', '/drop', '*384*22#', '2'], '--channel', 'ussd', '--as', '+2290197000001');
  expect(out).toEqual([
    '> *384*22#', 'CON Bienvenue chez Griot', '1. Mes commandes', '2. Quitter',
    '> /empty', 'CON Bienvenue chez Griot', '1. Mes commandes', '2. Quitter',
    '> /drop', '> *384*22#', 'CON Bienvenue chez Griot', '1. Mes commandes', '2. Quitter',
    '> 2', 'END Au revoir.',
  ]);
});

test('an SMS, then another person on another network', async () => {
  const { out } = await chat(['ou est 42', '/channel whatsapp', '/as +2290196000010', '/photo', '/location'], '--channel', 'sms');
  expect(out).toEqual(['> ou est 42', 'Bien recu : ou est 42', '> /channel whatsapp', '> /as +2290196000010', '> /photo', 'Vous avez dit : (image)', '> /location', 'Vous avez dit : (location)']);
  expect(world.griot.values().flatMap(({ messages = [] }) => messages).map(({ from }) => from)).toEqual(['2290196000010', '2290196000010']);
});

test('what was said before is not told again', async () => {
  await world.graph.userSends('+2290196000001', { type: 'text', text: 'avant' });
  await world.griot.idle();
  expect((await chat(['maintenant'])).out).toEqual(['> maintenant', 'Vous avez dit : maintenant']);
});

test('a line without an answer is waited for, then the next is said', async () => {
  world.griot.answers = false;
  expect((await chat(['Bonjour', 'Encore'])).out).toEqual(['> Bonjour', '> Encore']);
});

test('a refusal of the network is said', async () => {
  world.graph.faults.set({ refuse: 131026 });
  expect((await chat(['Bonjour'])).out).toEqual(['> Bonjour', '! WhatsApp did not deliver: 131026']);
});

describe('mistakes', () => {
  test.each([
    [['/fax'], [], '! /fax is not a command; /help'],
    [['/drop'], [], '! there is no call to end; /channel ussd'],
    [['/channel telex'], [], '! a channel is one of whatsapp, sms, ussd'],
    [[' '], ['--channel', 'sms'], '! nothing was said'],
  ])('%j is answered with a sentence', async (lines, options, sentence) => {
    expect((await chat(lines, ...options)).out.at(-1)).toBe(sentence);
  });

  test.each([
    [['--channel', 'telex'], 2, '--channel is one of whatsapp, sms, ussd, not telex.'],
    [['--as', 'Awa'], 1, 'a number is written with its country code'],
    [['--url', 'http://127.0.0.1:9'], 1, 'nobody answers at http://127.0.0.1:9'],
    [['--nonsense'], 1, '--nonsense'],
  ])('%j ends with code %i', async (options, expected, sentence) => {
    const { code, errors } = await chat([], ...options);
    expect(code).toBe(expected);
    expect(errors).toContain(sentence);
    expect(errors).not.toContain('    at ');
  });

  test.each(['/production', '#'])('a Griot without a simulator is named (%s)', async (path) => {
    const { code, errors } = await chat([], '--url', path === '#' ? world.graph.url : `${world.url}${path}`);
    expect(code).toBe(1);
    expect(errors).toContain('has no simulator');
  });

  test('--help tells what there is', async () => {
    const { out, code } = await chat([], '--help');
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('--channel');
  });
});

describe('E9 · the operator asks for the code in the terminal', () => {
  beforeEach(() => world.asks('+2290196000001', 'pay-1'));

  test('a code of three digits is none, four pay; then nothing waits', async () => {
    const { out } = await chat(['/momo 123', '/momo 0000', '/momo refuse', '/momo maybe'], '--wait', '1');
    expect(out).toEqual(['> /momo 123', '! a secret code has 4 or 5 digits', '> /momo 0000', '> /momo refuse', '! no payment waits on this phone', '> /momo maybe', '! /momo is answered with a code, refuse, poor, wrongpin or ignore']);
    expect(world.fedapay.transactions()[0]?.status).toBe('approved');
  });

  test('too little money, then approved late all the same', async () => {
    await chat(['/momo poor', '/momo 0000'], '--channel', 'ussd', '--wait', '1');
    expect(world.fedapay.transactions()[0]).toMatchObject({ status: 'approved', errorCode: null });
  });
});
