import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { openEmbedded } from '../../src/db/embedded.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'griot-copy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ACCOUNTS = 2_000;

test('a copy made while many write is the database of one moment, and lacks nothing that was there before', async () => {
  const { pool, copyTo, close } = await openEmbedded(path.join(folder, 'db'));
  await pool.query(`CREATE TABLE account (id int PRIMARY KEY, balance int); CREATE TABLE moved (id serial PRIMARY KEY, amount int); INSERT INTO account SELECT n, 0 FROM generate_series(1, ${ACCOUNTS}) n`);
  let moves = 0;
  let over = false;
  /** What one account gains another one loses, all over the table, and each move is written down. */
  async function move(): Promise<void> {
    while (!over) {
      await pool.query('WITH m AS (INSERT INTO moved (amount) VALUES ($1) RETURNING amount) UPDATE account SET balance = balance + CASE WHEN id = $2 THEN m.amount ELSE -m.amount END FROM m WHERE id IN ($2, $3)', [moves % 100, 1 + (moves * 7) % 1_000, 1_001 + (moves * 13) % 999]);
      moves += 1;
      await setImmediate(); // as between two messages: PGlite itself never lets the process look up
    }
  }
  const writing = move();
  for (let copy = 0; copy < 2; copy++) {
    const before = moves;
    await copyTo?.(path.join(folder, `copy-${copy}`));
    const after = moves + 1;
    expect(moves).toBeGreaterThan(before);

    const other = await openEmbedded(path.join(folder, `copy-${copy}`));
    const { rows: [told] } = await other.pool.query<{ sum: number; accounts: number; moves: number; gained: boolean }>(`
      SELECT (SELECT sum(balance)::int FROM account) AS sum, (SELECT count(*)::int FROM account) AS accounts, (SELECT count(*)::int FROM moved) AS moves,
        (SELECT sum(balance) FROM account WHERE id <= 1000) = (SELECT sum(amount) FROM moved) AS gained`);
    await other.close();
    expect(told).toEqual({ sum: 0, accounts: ACCOUNTS, moves: expect.any(Number), gained: true });
    expect(told?.moves).toBeGreaterThanOrEqual(before);
    expect(told?.moves).toBeLessThanOrEqual(after);
  }
  over = true;
  await writing;
  await close();
}, 120_000);
