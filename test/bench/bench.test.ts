import { execFile } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { SERVER } from '../helpers/database.ts';

const MINUTES_3 = 180_000;
/** More questions for a sale, and somebody asks in a loop. */
const QUERIES_MOST = 30;

const bench = (args: string[], env: Record<string, string> = {}): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['bench/run-bench.ts', ...args], { env: { PATH: process.env['PATH'], ...env } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), said: out + err }));
  });

test('DIG-46 · the bench runs: each contestant answers, and each message sent has its reply', async () => {
  const { code, said } = await bench(['--short', '--only', 'turns,acks,ussd,engine']);
  expect([code, said]).toEqual([0, expect.stringContaining('engine alone')]);

  const turns = [...said.matchAll(/^(bare Express|botbuilder[^\d]*4\.23[^\d]*|whatsapp-api-js[^\d]*|Griot on PGlite) +(\d+) .* (\d+) +(\d+)$/gm)];
  expect(turns.map(([, name]) => name?.trim().split(' ')[0])).toEqual(['bare', 'botbuilder', 'whatsapp-api-js,', 'Griot']);
  for (const [, name, perSecond, sent, replied] of turns) expect([name, Number(perSecond) > 0, replied]).toEqual([name, true, sent]);
  expect(said.match(/^(bare Express|Griot on PGlite) +[\d.]+ ms +[\d.]+ ms +\d+$/gm)).toHaveLength(2);
  expect(said.match(/^(bare Express|Griot on PGlite) +(1|5) +\d+ +[\d.]+ ms +[\d.]+ ms$/gm)).toHaveLength(4);
  expect(said).toMatch(/FLOOD_LIMIT=\d+\/\d+ WHATSAPP_RATE=\d+/);
}, MINUTES_3);

test('an order asks its database as often after many orders as after none; webhooks of payments are credited, receipts drawn', async () => {
  const { code, said } = await bench(['--short', '--only', 'orders,till']);
  expect([code, said]).toEqual([0, expect.stringContaining('webhooks credited/s')]);
  const queries = [...said.matchAll(/^Griot on PGlite +(0|200) +8 +[\d.]+ ms +([\d.]+) +\d+$/gm)].map(([, , asked]) => Number(asked));
  expect(queries).toHaveLength(2);
  // What looks around by itself every few seconds may fall into a turn of both clients; a query for each order would be two hundred.
  expect((queries[1] ?? NaN) - (queries[0] ?? NaN)).toBeLessThan(3);
  expect(said).toMatch(/^Griot on PGlite +[1-9]\d* +[1-9]\d*$/m);
}, MINUTES_3);

test('a sale asks so many questions, and a warning reaches the network', async () => {
  const { code, said } = await bench(['--short', '--only', 'sales,alerts']);
  expect([code, said]).toEqual([0, expect.stringContaining('warnings: commit of the sale')]);
  const [, queries] = /^Griot on PGlite +5 +[\d.]+ ms +[\d.]+ ms +(\d+)$/m.exec(said) ?? [];
  expect(Number(queries)).toBeLessThanOrEqual(QUERIES_MOST);
  expect(said).toMatch(/^Griot on PGlite +10 +\d+ +[1-9]\d* +[\d.]+ ms +[\d.]+ ms$/m);
}, MINUTES_3);

(SERVER === undefined ? test.skip : test)('no question of a dashboard reads the sales of everybody from end to end', async () => {
  const { code, said } = await bench(['--short', '--only', 'dashboards'], { DATABASE_URL: SERVER ?? '' });
  expect([code, said]).toEqual([0, expect.stringContaining('10 shops, 10000 sales (1000)')]);
  expect(said.match(/^.+ (largest|other) +[\d.]+ ms +[\d.]+ ms .*$/gm)).toHaveLength(20);
  expect(said).not.toContain('from end to end');
}, MINUTES_3);

test('a shop is foreseen', async () => {
  const { code, said } = await bench(['--short', '--only', 'forecast']);
  expect([code, said]).toEqual([0, expect.stringMatching(/^all of its products +50 +[\d.]+ ms +[\d.]+ ms$/m)]);
}, MINUTES_3);

test('the sales of a month are written, from figures in memory and from the database', async () => {
  const { code, said } = await bench(['--short', '--only', 'reports']);
  for (const name of ['the synthesis as a PDF', 'each line as a workbook']) expect(said).toMatch(new RegExp(`^Griot on PGlite, ${name} +500 +[\\d.]+ ms +\\d+ MB +[\\d.]+ MB$`, 'm'));
  expect([code, said]).toEqual([0, expect.stringMatching(/^one sheet of them and three of sums +500 +[\d.]+ ms +\d+ MB +[\d.]+ MB$/m)]);
}, MINUTES_3);

test.each([[['--help'], 0, 'Usage: npm run bench'], [['--only', 'naps'], 2, 'There is no part naps.']])('%j is answered', async (args, wanted, says) => {
  const { code, said } = await bench(args);
  expect([code, said]).toEqual([wanted, expect.stringContaining(says)]);
});
