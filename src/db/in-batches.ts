type Waiting<I, O> = { item: I; resolve: (out: O) => void; reject: (error: unknown) => void };

/**
 * Gathers what is asked while a call is under way into the next call: alone there is no waiting, under load one trip
 * serves many. A batch that fails is asked again one by one, so that one bad item never costs its neighbours.
 */
export function inBatches<I, O>(run: (items: I[]) => Promise<O[]>, { max }: { max: number }): (item: I) => Promise<O> {
  const waiting: Waiting<I, O>[] = [];
  let running = false;

  async function next(): Promise<void> {
    const batch = waiting.splice(0, max);
    if (batch.length === 0) return;
    running = true;
    await serve(batch);
    running = false;
    void next();
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
      if (batch.length === 1) batch.forEach(({ reject }) => reject(error));
      else for (const one of batch) await serve([one]);
    }
  }

  return (item) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void next();
    });
}
