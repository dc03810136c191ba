import { isAway } from './is-away.ts';

type Limits<I> = { max: number; weigh?: (item: I) => number; weightMax?: number };
type Waiting<I, O> = { item: I; resolve: (out: O) => void; reject: (error: unknown) => void };

/**
 * Gathers what is asked while a call is under way into the next call: alone there is no waiting, under load one trip
 * serves many: up to `max`, and no more than `weightMax` together, but a heavier one alone. A batch that fails is asked
 * again one by one, so that one bad item never costs its neighbours; not while the database is away, which would make
 * each of them wait for it in turn.
 */
export function inBatches<I, O>(run: (items: I[]) => Promise<O[]>, limits: Limits<I>): (item: I) => Promise<O> {
  const waiting: Waiting<I, O>[] = [];
  let running = false;
  let planned = false;

  async function next(): Promise<void> {
    const batch = waiting.splice(0, fitting(waiting.slice(0, limits.max).map(({ item }) => item), limits));
    if (batch.length === 0) return;
    running = true;
    await serve(batch);
    running = false;
    soon();
  }

  /** Whatever else has arrived by now is read first, and comes along. */
  function soon(): void {
    if (running || planned || waiting.length === 0) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      void next();
    });
  }

  async function serve(batch: Waiting<I, O>[]): Promise<void> {
    try {
      const outs = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, at) => {
        const out = outs[at];
        if (out === undefined) reject(new Error('a batch gave no answer for one of its items'));
        else resolve(out);
      });
    } catch (error) {
      if (batch.length === 1 || isAway(error)) batch.forEach(({ reject }) => reject(error));
      else for (const one of batch) await serve([one]);
    }
  }

  return (item) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      soon();
    });
}

/** How many from the front go together: always one. */
function fitting<I>(items: I[], { max, weigh = () => 1, weightMax = max }: Limits<I>): number {
  let count = 0;
  let weight = 0;
  for (const item of items) {
    weight += weigh(item);
    if (weight > weightMax && count > 0) break;
    count += 1;
  }
  return count;
}
