import pg from 'pg';

type Statement = { text: string; values: unknown[] };
/** `texts`: the statements from now on that speak of something, until it is stopped. */
export type Counted = { asked: () => number; texts: (about: RegExp) => { stop: () => Statement[] }; stop: () => void };

/** Counts every statement that leaves this process for its database, BEGIN and COMMIT among them, where the driver sends it. */
export function countQueries(): Counted {
  const asks: { query: object } = pg.Client.prototype;
  const { query } = asks;
  let asked = 0;
  let heard: ((statement: unknown, values: unknown) => void) | undefined;
  asks.query = new Proxy(query, {
    apply: (send, client, args: unknown[]): unknown => {
      asked += 1;
      heard?.(args[0], args[1]);
      return Reflect.apply(send as () => unknown, client, args);
    },
  });
  function texts(about: RegExp): { stop: () => Statement[] } {
    const kept: Statement[] = [];
    heard = (statement, values) => {
      const { text, values: own } = typeof statement === 'string' ? { text: statement, values } : (statement as { text: string; values?: unknown });
      if (about.test(text)) kept.push({ text, values: (own ?? values ?? []) as unknown[] });
    };
    return { stop: () => { heard = undefined; return kept; } };
  }
  return { asked: () => asked, texts, stop: () => void (asks.query = query) };
}
