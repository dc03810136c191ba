import { expect, test } from '@jest/globals';
import { chooseMethod, meanErrors } from '../../../src/domain/forecast/choose-method.ts';
import type { Method } from '../../../src/domain/forecast/levels.ts';

const errors = (better: Partial<Record<Method, number>> = {}): Record<Method, number> => ({ mean: 1, smoothing: 1, tsb: 1, sba: 1, lastWeek: 1, ...better });

test.each<[string, Method, Parameters<typeof chooseMethod>]>([
  ['ties go to the simplest', 'mean', [errors(), errors()]],
  ['a little better is not worth it', 'mean', [errors({ tsb: 0.95 }), errors({ tsb: 0.95 })]],
  ['a tenth better is', 'tsb', [errors({ tsb: 0.85 }), errors({ tsb: 0.85 })]],
  ['of two about as good, the simpler', 'smoothing', [errors({ smoothing: 0.8, sba: 0.78 }), errors({ smoothing: 0.8, sba: 0.78 })]],
  ['four days of one product outweigh its like only where they say much', 'mean', [errors({ sba: 0.2 }), errors()]],
  ['what has no past of its own follows its like', 'tsb', [undefined, errors({ tsb: 0.5 })]],
  ['and what has no like its own', 'tsb', [errors({ tsb: 0.5 }), undefined]],
  ['without either, the simplest', 'mean', [undefined, undefined]],
])('5.6 · %s: %s', (_, method, given) => expect(chooseMethod(...given)).toBe(method));

test('a class errs as its products do on average', () => {
  expect(meanErrors([errors(), errors({ mean: 3 })])).toEqual(errors({ mean: 2 }));
  expect(meanErrors([])).toBeUndefined();
});
