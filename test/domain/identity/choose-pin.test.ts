import { describe, expect, test } from '@jest/globals';
import { choosePin } from '../../../src/domain/identity/choose-pin.ts';
import { pinMatches } from '../../../src/domain/identity/pin-hash.ts';

describe('J18 · a PIN', () => {
  test.each(['7391', '2580', '864213', '90210'])('%s is taken, and only its hash is kept', async (pin) => {
    const chosen = await choosePin(undefined, { pin });
    expect('pinHash' in chosen && (await pinMatches(pin, chosen.pinHash))).toBe(true);
    expect(JSON.stringify(chosen)).not.toContain(pin);
  });

  test.each([
    ['123', 'shape'], ['1234567', 'shape'], ['12a4', 'shape'], ['', 'shape'], ['12 34', 'shape'],
    ['1234', 'weak'], ['123456', 'weak'], ['5678', 'weak'], ['0000', 'weak'], ['777777', 'weak'], ['1212', 'weak'], ['252525', 'weak'], ['123123', 'weak'], ['1987', 'weak'], ['2001', 'weak'],
  ])('%s is refused: %s', async (pin, refused) => expect(await choosePin(undefined, { pin })).toEqual({ refused }));
});
