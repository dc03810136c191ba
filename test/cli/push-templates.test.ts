import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ourTemplates } from '../../src/cli/our-templates.ts';
import { startGraphStandin, type GraphStandin } from '../../src/standins/graph.ts';
import { runGriot } from '../helpers/run-griot.ts';
import { newFolder } from './places.ts';

const META = { WHATSAPP_TOKEN: 'the-token', WHATSAPP_PHONE_NUMBER_ID: '100000000000001', WHATSAPP_APP_SECRET: 'the-app-secret', WHATSAPP_VERIFY_TOKEN: 'the-verify-token' };
const ALL = ourTemplates().length;

let graph: GraphStandin;
beforeAll(async () => {
  graph = await startGraphStandin({ webhookUrl: 'http://127.0.0.1:9/', appSecret: META.WHATSAPP_APP_SECRET, phoneNumberId: META.WHATSAPP_PHONE_NUMBER_ID, token: META.WHATSAPP_TOKEN, templates: [], retryAfterMs: [] });
});
afterAll(() => graph.close());
let before: GraphStandin['account'];
beforeEach(() => {
  before = structuredClone(graph.account);
});
afterEach(() => {
  delete graph.account.refuseTemplates;
  graph.account.alsoFor = [];
});

const push = (...options: string[]) => runGriot(['templates', 'push', ...options], { ...META, DATA_DIR: newFolder(), WHATSAPP_API_URL: graph.url });
const find = (name: string) => {
  const template = graph.account.templates.find((one) => one.name === name && one.language === 'fr');
  if (template === undefined) throw new Error(`no ${name}`);
  return template;
};
const rowOf = (said: string, name: string) => said.split('\n').find((line) => line.startsWith(`${name} (fr)  `))?.split(/ {2,}/);

describe('templates push', () => {
  test('says first what it would do', async () => {
    const { code, said } = await push('--dry-run');
    expect([code, graph.account.templates]).toEqual([0, []]);
    expect(said).toContain('order_is_ready (fr): would be submitted\n');
    expect(said).toContain(`${ALL} to submit, 0 to change, 0 as they are at Meta, 0 waiting for Meta, 0 refused.`);
  });

  test('submits what Meta lacks, and says that it waits to be approved', async () => {
    const { code, said } = await push();
    expect([code, graph.account.templates.length]).toEqual([0, ALL]);
    expect(said).toContain(`${ALL} submitted, 0 changed, 0 as they are at Meta`);
    expect(rowOf(said, 'order_is_ready')).toEqual(['order_is_ready (fr)', 'PENDING', 'UTILITY', '-', 'says Meta now']);
    expect(find('order_is_ready')).toMatchObject(ourTemplates().find(({ name, language }) => name === 'order_is_ready' && language === 'fr') ?? {});
  }, 60_000);

  test('does nothing twice', async () => {
    const { code, said } = await push();
    expect([code, graph.account]).toEqual([0, before]);
    expect(said).toMatch(new RegExp(`^0 submitted, 0 changed, ${ALL} as they are at Meta`));
  });

  test('changes what has other words there, once Meta has decided of it; what was rejected is told with its reason', async () => {
    await graph.decideTemplate('order_is_ready', 'fr', 'APPROVED');
    await graph.decideTemplate('quote_ending', 'fr', 'REJECTED', 'INVALID_FORMAT');
    for (const name of ['order_is_ready', 'deposit_due']) Object.assign(find(name), { components: [{ type: 'BODY', text: 'Autrefois.' }] });
    const { code, said } = await push();
    expect([code, said.split('\n').slice(0, 3)]).toEqual([0, ['deposit_due (fr): has other words at Meta and is PENDING. Push again when Meta has decided.', 'order_is_ready (fr): changed', `0 submitted, 1 changed, ${ALL - 2} as they are at Meta, 1 waiting for Meta, 0 refused.`]]);
    expect([find('order_is_ready').status, find('order_is_ready').components?.length, rowOf(said, 'quote_ending')?.[1]]).toEqual(['PENDING', 2, 'REJECTED, INVALID_FORMAT']);
  });

  test('says what Meta refuses of one, goes on with the others, and ends in failure', async () => {
    graph.account.templates = [...Array.from({ length: 250 - ALL }, (_, n) => ({ name: `made_${n}`, language: 'fr', status: 'APPROVED' })), ...graph.account.templates.slice(1), { name: 'one_more', language: 'fr', status: 'APPROVED' }];
    const { code, said } = await push();
    expect([code, said]).toEqual([1, expect.stringMatching(/^\w+ \(en\): refused\. Your account has as many templates as it may have\.\n(.*\n)*0 submitted, .* 1 refused\./)]);
  });

  test.each([[80008, 'too many calls'], [4, 'request limit'], [200, 'Permissions']])('stops where Meta would refuse each: %d', async (code, why) => {
    graph.account.templates = [];
    graph.account.refuseTemplates = code;
    const ended = await push();
    expect([ended.code, ended.said]).toEqual([1, expect.stringMatching(new RegExp(`^Meta takes no more templates now: \\(#${code}\\) .*${why}.* push again later\\.\\n$`, 'i'))]);
  });

  test('finds the account of our number where the token is for several', async () => {
    graph.account.templates = [];
    graph.account.alsoFor = ['999'];
    expect((await push()).said).toContain(`${ALL} submitted`);
  }, 60_000);

  test('is wrong use, or nothing to do, in one sentence', async () => {
    expect(await runGriot(['templates', 'pull'], META)).toEqual({ code: 2, said: 'templates takes push, or nothing: npm run griot -- templates --help tells more.\n' });
    expect(await runGriot(['templates', 'push'], { DATA_DIR: newFolder() })).toEqual({ code: 1, said: expect.stringMatching(/^WhatsApp is simulated: nothing is submitted\./) });
    expect((await runGriot(['templates', '--help'], {})).said).toContain('--dry-run');
  });
});
