import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanJson } from '../../../src/channels/whatsapp/clean-json.ts';

const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...Object.keys(value), ...Object.values(value)].flatMap(textsOf);
};
const anyText = fc.string({ unit: 'binary' }).chain((text) => fc.constantFrom(text, `${text}\0`, `${text}\ud83d`));
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, anyText, fc.integer(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(anyText, tie('value'), { maxKeys: 4 })),
})).value;

it('whatever is sent can be stored', () => {
  fc.assert(fc.property(anyJson, (value) => textsOf(cleanJson(value)).every(storable)));
});

it('what can be stored stays as it is', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }).filter((value) => textsOf(value).every(storable)), (value) => {
    expect(cleanJson(value)).toEqual(value);
  }));
});

it('what is nested without end is cut, and a key named __proto__ stays a key', () => {
  let deep: unknown = 'bottom';
  for (let depth = 0; depth < 5_000; depth++) deep = [deep];
  expect(JSON.stringify(cleanJson(deep))).toHaveLength(204);
  expect(JSON.stringify(cleanJson(JSON.parse('{"__proto__":{"a\\u0000":"b\\ud83d"}}')))).toBe('{"__proto__":{"a":"b\ufffd"}}');
});
