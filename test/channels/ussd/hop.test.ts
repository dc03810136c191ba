import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { typedSince } from '../../../src/channels/ussd/hop.ts';

test.each([
  ['Awa dials', undefined, '', { kind: 'start' }],
  ['Awa dials again inside a known session', '', '', { kind: 'start' }],
  ['Awa chooses 1', '', '1', { kind: 'typed', input: '1' }],
  ['Awa chooses 1 again: two steps, not a retry', '1', '1*1', { kind: 'typed', input: '1' }],
  ['Awa presses send on nothing', '1', '1*', { kind: 'typed', input: '' }],
  ['Awa presses send on nothing twice', '1*', '1**', { kind: 'typed', input: '' }],
  ['Awa goes on after nothing', '1*', '1**3', { kind: 'typed', input: '3' }],
  ['Awa writes a star in her name', '1*2', '1*2*Awa * Dossou', { kind: 'typed', input: 'Awa * Dossou' }],
  ['Awa goes on after a star in her name', '1*2*Awa * Dossou', '1*2*Awa * Dossou*0', { kind: 'typed', input: '0' }],
  ['Awa writes a star on the first screen', '', '4*2', { kind: 'typed', input: '4*2' }],
  ['Awa types twelve after one: 1 is not its beginning', '1', '12', { kind: 'midway', inputs: ['12'] }],
  ['Awa dials *384*22*4#', undefined, '4', { kind: 'path', inputs: ['4'] }],
  ['Awa dials *384*22*4*42#', undefined, '4*42', { kind: 'path', inputs: ['4', '42'] }],
  ['Awa dials a path with a hole', undefined, '1**3', { kind: 'path', inputs: ['1', '', '3'] }],
  ['a path shorter than the one we know', '1*2*3', '1*2', { kind: 'midway', inputs: ['2'] }],
  ['a path that is another', '1*2', '3*4*5', { kind: 'midway', inputs: ['5'] }],
  ['the same path once more', '1*2', '1*2', { kind: 'midway', inputs: ['2'] }],
] as const)('%s', (_, consumed, text, expected) => {
  expect(typedSince(consumed, text)).toEqual(expected);
});

test('the recorded session chooses the same thing twice, and both are heard', () => {
  const { callbacks } = JSON.parse(readFileSync('test/fixtures/africastalking/ussd_transcript_repeat_choice.json', 'utf8'));
  let consumed: string | undefined;
  const heard = callbacks.map(({ text }: { text: string }) => {
    const typed = typedSince(consumed, text);
    consumed = text;
    return typed;
  });
  expect(heard).toEqual([
    { kind: 'start' },
    { kind: 'typed', input: 'value-1' },
    { kind: 'typed', input: 'value-1' },
    { kind: 'typed', input: 'value-2' },
  ]);
});

test('whatever people type, stars included, each hop hears exactly what was typed', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('1', '2', '*', 'a', ' ') }), { minLength: 1 }), (inputs) => {
    let path = '';
    inputs.forEach((input, index) => {
      const next = index === 0 ? input : `${path}*${input}`;
      if (next !== '' && path !== '') expect(typedSince(path, next)).toEqual({ kind: 'typed', input });
      path = next;
    });
  }));
});

test('no pair of paths throws', () => {
  fc.assert(fc.property(fc.option(fc.string(), { nil: undefined }), fc.string(), (consumed, text) => {
    expect(typedSince(consumed, text).kind).toMatch(/^(start|typed|path|midway)$/);
  }));
});
