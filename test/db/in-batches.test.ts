import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inBatches } from '../../src/db/in-batches.ts';

const underWay = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** What is asked while a first call is under way, and how it was then gathered. */
async function gathered(items: number[], limits: { max: number; weightMax?: number }): Promise<number[][]> {
  const batches: number[][] = [];
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const ask = inBatches(async (batch: number[]) => {
    batches.push(batch);
    if (batches.length === 1) await promise;
    return batch;
  }, { ...limits, weigh: (item) => item });
  const first = ask(0);
  await underWay();
  const asked = items.map((item) => ask(item));
  resolve(undefined);
  expect(await Promise.all([first, ...asked])).toEqual([0, ...items]);
  return batches.slice(1);
}

test.each<[string, number[], number[][]]>([
  ['light ones go together, so many at most', [1, 1, 1, 1, 1], [[1, 1, 1], [1, 1]]],
  ['fewer when they are heavy', [400, 400, 400], [[400, 400], [400]]],
  ['up to the limit itself', [600, 400, 1], [[600, 400], [1]]],
  ['one that is heavier goes whole, and alone', [1, 5_000, 1], [[1], [5_000], [1]]],
  ['also as the first', [5_000, 1], [[5_000], [1]]],
])('%s', async (_, items, batches) => {
  expect(await gathered(items, { max: 3, weightMax: 1_000 })).toEqual(batches);
});

test('nobody is forgotten, overtaken or served twice, whatever they weigh', () => fc.assert(fc.asyncProperty(fc.array(fc.nat({ max: 2_000 }), { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), async (items, max) => {
  const batches = await gathered(items, { max, weightMax: 1_000 });
  expect(batches.flat()).toEqual(items);
  for (const batch of batches) {
    expect(batch.length).toBeLessThanOrEqual(max);
    expect(batch.length === 1 || batch.reduce((sum, item) => sum + item, 0) <= 1_000).toBe(true);
  }
})));
