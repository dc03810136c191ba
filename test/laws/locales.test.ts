import { describe, expect, test } from '@jest/globals';
import type { AnyStateMachine } from 'xstate';
import { flows } from '../../flows/index.ts';
import { LANGUAGES } from '../../src/i18n.ts';
import { baseOf, isOfChannel, KEYS, TEXTS, variablesOf } from './locale-texts.ts';
import { isUsed, mayBeSaidBy, received, saidBy } from './locale-uses.ts';

const machines: readonly AnyStateMachine[] = flows;
const inEach = (faults: (language: (typeof LANGUAGES)[number]) => string[]) => LANGUAGES.flatMap((language) => faults(language).map((fault) => `${language}: ${fault}`));

describe('the languages', () => {
  test('have the same texts; a channel may have words of its own in one of them only', () => {
    expect(inEach((language) => [...KEYS].filter((key) => ![...TEXTS[language].keys()].some((each) => baseOf(each) === key)))).toEqual([]);
  });

  test('have a text for every channel, whatever words one channel has of its own', () => {
    expect(inEach((language) => [...TEXTS[language].keys()].filter((key) => isOfChannel(key) && !TEXTS[language].has(baseOf(key))))).toEqual([]);
  });

  test('have no empty text and none with spaces around it', () => {
    expect(inEach((language) => [...TEXTS[language]].filter(([, text]) => text === '' || text !== text.trim()).map(([key]) => key))).toEqual([]);
  });

  test('are filled with the same values', () => {
    const faults = [...TEXTS.fr].filter(([key, text]) => !isOfChannel(key) && TEXTS.en.has(key) && variablesOf(text).join() !== variablesOf(TEXTS.en.get(key) ?? '').join());
    expect(faults.map(([key]) => key)).toEqual([]);
  });

});

describe('the texts', () => {
  const said = new Set([...machines.flatMap(saidBy), ...received]);

  test('exist for all that a flow says', () => {
    expect([...said].filter((key) => !KEYS.has(key))).toEqual([]);
  });

  test('are all said somewhere', () => {
    const byFlows = new Set([...said, ...machines.flatMap(mayBeSaidBy)]);
    expect([...KEYS].filter((key) => !isUsed(key, byFlows))).toEqual([]);
    expect(isUsed('home.tomorrow', byFlows)).toBe(false);
  });

  test('tell why an answer was not taken, wherever a flow may refuse one', () => {
    const asking = machines.flatMap((flow) => Object.values(flow.states).filter(({ transitions }) => transitions.get('said')?.every(({ guard }) => guard !== undefined)).map(({ key }) => `${flow.id}.wrong.${key}`));
    expect(asking.length).toBeGreaterThan(0);
    expect(asking.filter((key) => !KEYS.has(key))).toEqual([]);
  });

  test('of a flow are filled from its context', () => {
    const faults = machines.flatMap((flow) => {
      const context = flow.config.context as object;
      const screens = Object.values(flow.states).flatMap(({ meta }) => (meta as { say?: string; notice?: string } | undefined) ?? []);
      const keys = new Set(screens.flatMap(({ say, notice }) => [say, notice]));
      return inEach((language) => [...TEXTS[language]].filter(([key]) => keys.has(baseOf(key))).flatMap(([key, text]) => variablesOf(text).filter((name) => !Object.hasOwn(context, name)).map((name) => `${flow.id} says ${key} without ${name}`)));
    });
    expect(faults).toEqual([]);
  });

  test('of a channel are filled as those of the others, where no flow fills them', () => {
    const filled = (key: string) => LANGUAGES.flatMap((language) => variablesOf(TEXTS[language].get(baseOf(key)) ?? ''));
    const faults = inEach((language) => [...TEXTS[language]].filter(([key]) => isOfChannel(key) && !said.has(baseOf(key))).flatMap(([key, text]) => variablesOf(text).filter((name) => !filled(key).includes(name)).map((name) => `${key} ${name}`)));
    expect(faults).toEqual([]);
  });

  test('for USSD are ASCII, without the marks that handsets lose', () => {
    expect(inEach((language) => [...TEXTS[language]].filter(([key, text]) => key.endsWith('_ussd') && !/^[\n -~]*$/.test(text.replaceAll(/\$t\(.*?\)|\{\{.*?\}\}/g, '').replaceAll(/[[\]{}\\^~|`]/g, '\u0000'))).map(([key]) => key))).toEqual([]);
  });
});
