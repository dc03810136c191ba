import { createHash } from 'node:crypto';
import type { Progress, Row, Sum } from './contents.ts';

const MODULUS = 1n << 256n;

/** Adds the hashes of rows up: two databases sort texts differently, and a sum does not mind. */
export function summing(table: string): { add: (rows: Row[]) => void; sum: () => Sum } {
  let count = 0;
  let total = 0n;
  return {
    add(rows) {
      for (const row of rows) total += BigInt(`0x${createHash('sha256').update(JSON.stringify(row)).digest('hex')}`);
      total %= MODULUS;
      count += rows.length;
    },
    sum: () => ({ table, rows: count, hash: total.toString(16).padStart(64, '0') }),
  };
}

export const isSame = (one: Sum, other: Sum): boolean => one.table === other.table && one.rows === other.rows && one.hash === other.hash;

const TOLD_EVERY = 50_000;

/** A line for each table that has rows, and now and then one for a long one. */
export function telling(table: string, tell: Progress): { more: (rows: number) => void; end: () => void } {
  let count = 0;
  return {
    more(rows) {
      const before = count;
      count += rows;
      if (Math.floor(before / TOLD_EVERY) < Math.floor(count / TOLD_EVERY)) tell(`${table}: ${count} rows …`);
    },
    end: () => count > 0 && tell(`${table}: ${count} rows`),
  };
}
