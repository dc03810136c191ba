import { describe, expect, test } from '@jest/globals';
import { createDice } from '../../chaos/crowd/dice.ts';
import { CHAOS_HELP, readChaosOptions, readSoakOptions } from '../../chaos/options.ts';
import { scenarios } from '../../chaos/scenarios/list.ts';

const played = (...args: string[]) => {
  const options = readChaosOptions(args);
  return options === 'help' ? [] : options.play.map(({ name }) => name);
};

describe('npm run chaos', () => {
  test('plays all, in short some, or only what is named', () => {
    expect(played()).toEqual(scenarios.map(({ name }) => name));
    expect(played('--short')).toEqual(['crash', 'two-by-two', 'shop', 'graceful']);
    expect(played('--only', 'crash, rate', '--short')).toEqual(['crash', 'rate']);
  });

  test('says what it can, and refuses what it cannot', () => {
    expect(readChaosOptions(['--help'])).toBe('help');
    expect(scenarios.filter(({ name, promise }) => !CHAOS_HELP.includes(name) || !CHAOS_HELP.includes(promise))).toEqual([]);
    expect(() => readChaosOptions(['--only', 'crash,earthquake'])).toThrow('No scenario is called earthquake');
    expect(() => readChaosOptions(['--kills', 'many'])).toThrow('--kills wants a whole number');
    expect(() => readChaosOptions(['--unknown'])).toThrow();
  });

  test('soaks for ten minutes at half of what is measured, unless told otherwise', () => {
    expect(readSoakOptions(['--seed', '1'])).toEqual({ minutes: 10, rate: undefined, store: 'server', seed: 1 });
    expect(readSoakOptions(['--seed', '1', '--minutes', '2', '--rate', '30', '--embedded'])).toEqual({ minutes: 2, rate: 30, store: 'embedded', seed: 1 });
    expect(readSoakOptions(['--help'])).toBe('help');
  });

  test('throws the same dice for the same seed', () => {
    const throws = (seed: number) => Array.from({ length: 20 }, ((dice) => () => dice.between(0, 1_000))(createDice(seed)));
    expect(throws(7)).toEqual(throws(7));
    expect(throws(7)).not.toEqual(throws(8));
    expect(readChaosOptions(['--seed', '7'])).toMatchObject({ seed: 7 });
  });
});
