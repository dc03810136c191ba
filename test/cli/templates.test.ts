import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../../src/db/migrate.ts';
import { openSession, sqlOf } from '../../src/db/open-session.ts';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import { SERVER } from '../helpers/database.ts';
import { runGriot } from '../helpers/run-griot.ts';
import { envOf, leavePlaces, newFolder, newPlace, type Place } from './places.ts';

const META = { WHATSAPP_TOKEN: 'the-token', WHATSAPP_PHONE_NUMBER_ID: '100000000000001', WHATSAPP_APP_SECRET: 'the-app-secret', WHATSAPP_VERIFY_TOKEN: 'the-verify-token' };

let graph: GraphStandin;
let place: Place;
beforeAll(async () => {
  graph = await startGraphStandin({ webhookUrl: 'http://127.0.0.1:9/', appSecret: META.WHATSAPP_APP_SECRET, phoneNumberId: META.WHATSAPP_PHONE_NUMBER_ID, token: META.WHATSAPP_TOKEN });
  place = await newPlace(SERVER === undefined ? 'embedded' : 'server');
  const session = await openSession(place);
  await migrate(sqlOf(session));
  await session.exec(`INSERT INTO "TemplateState" VALUES ('order_ready', 'fr', 'APPROVED', NULL, 'UTILITY', 'GREEN', '2026-11-20T09:00:00Z'), ('rappel', 'fr', 'PAUSED', 'SECOND_PAUSE', 'MARKETING', 'RED', '2026-11-19T23:59:00+01:00')`);
  await session.exec(`INSERT INTO "Outbox" (key, "contactId", channel, "externalId", purpose, payload, "availableAt", provider, "createdAt") VALUES ('k', gen_random_uuid(), 'whatsapp', '1', 'order', '{"template":{"name":"deposit_due","language":"fr"}}', now(), 'meta', now())`);
  await session.close();
}, 120_000);
afterAll(async () => {
  await graph.close();
  await leavePlaces();
});

const templates = (more: Record<string, string> = {}) => runGriot(['templates'], { ...envOf(place), ...more });
const real = () => ({ ...META, WHATSAPP_API_URL: graph.url });
const cells = (said: string) => said.trim().split('\n').map((line) => line.split(/ {2,}/));

test('without an account they are those that messages use and that Meta has told us of', async () => {
  const { code, said } = await templates();
  expect([code, cells(said)]).toEqual([0, [
    ['template', 'status', 'category', 'quality', 'since'],
    ['deposit_due (fr)', 'UNKNOWN', '-', '-', 'Meta has said nothing of it yet'],
    ['order_ready (fr)', 'APPROVED', 'UTILITY', 'GREEN', 'said on 2026-11-20 09:00 UTC'],
    ['rappel (fr)', 'PAUSED, SECOND_PAUSE', 'MARKETING', 'RED', 'said on 2026-11-19 22:59 UTC'],
    ['WhatsApp is simulated: Meta is not asked.'],
  ]]);
}, 120_000);

test('with one Meta is asked, page after page, and has the last word', async () => {
  graph.account.templates = [
    { name: 'order_ready', language: 'fr', status: 'REJECTED', category: 'MARKETING', rejected_reason: 'INVALID_FORMAT', quality_score: { score: 'UNKNOWN' } },
    ...Array.from({ length: 250 }, (_, n) => ({ name: `made_${n}`, language: 'en', status: 'APPROVED' })),
  ];
  const { code, said } = await templates(real());
  expect([code, cells(said).length]).toEqual([0, 1 + 251 + 2 + 1]);
  expect(said).toMatch(/\n\d+ of Griot's are not at Meta, or in other words: npm run griot -- templates push submits them\.\n$/);
  expect(cells(said)).toEqual(expect.arrayContaining([
    ['deposit_due (fr)', 'UNKNOWN', '-', '-', 'not at Meta now (Meta has said nothing of it yet)'],
    ['order_ready (fr)', 'REJECTED, INVALID_FORMAT', 'MARKETING', 'UNKNOWN', 'says Meta now'],
    ['rappel (fr)', 'PAUSED, SECOND_PAUSE', 'MARKETING', 'RED', 'not at Meta now (said on 2026-11-19 22:59 UTC)'],
  ]));
}, 120_000);

test('what is wrong is one sentence', async () => {
  expect(await templates({ ...real(), WHATSAPP_TOKEN: 'another' })).toEqual({ code: 1, said: expect.stringMatching(/^Meta does not tell the account of the templates: npm run griot -- doctor/) });
  expect(await templates({ DATABASE_URL: '', DATA_DIR: newFolder() })).toEqual({ code: 0, said: expect.stringContaining('There is no template') });
}, 120_000);
