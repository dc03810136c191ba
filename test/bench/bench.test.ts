import { execFile } from 'node:child_process';
import { expect, test } from '@jest/globals';

const MINUTES_3 = 180_000;

const bench = (args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['bench/run-bench.ts', ...args], { env: { PATH: process.env['PATH'] } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), said: out + err }));
  });

test('the bench runs: each contestant answers, and each message sent has its reply', async () => {
  const { code, said } = await bench(['--short', '--only', 'turns,acks,ussd,engine']);
  expect([code, said]).toEqual([0, expect.stringContaining('engine alone')]);

  const turns = [...said.matchAll(/^(bare Express|botbuilder[^\d]*4\.23[^\d]*|whatsapp-api-js[^\d]*|Griot on PGlite) +(\d+) .* (\d+) +(\d+)$/gm)];
  expect(turns.map(([, name]) => name?.trim().split(' ')[0])).toEqual(['bare', 'botbuilder', 'whatsapp-api-js,', 'Griot']);
  for (const [, name, perSecond, sent, replied] of turns) expect([name, Number(perSecond) > 0, replied]).toEqual([name, true, sent]);
  expect(said.match(/^(bare Express|Griot on PGlite) +[\d.]+ ms +[\d.]+ ms +\d+$/gm)).toHaveLength(2);
  expect(said.match(/^(bare Express|Griot on PGlite) +(1|5) +\d+ +[\d.]+ ms +[\d.]+ ms$/gm)).toHaveLength(4);
  expect(said).toMatch(/FLOOD_LIMIT=\d+\/\d+ WHATSAPP_RATE=\d+/);
}, MINUTES_3);

test.each([[['--help'], 0, 'Usage: npm run bench'], [['--only', 'naps'], 2, 'There is no part naps.']])('%j is answered', async (args, wanted, says) => {
  const { code, said } = await bench(args);
  expect([code, said]).toEqual([wanted, expect.stringContaining(says)]);
});
