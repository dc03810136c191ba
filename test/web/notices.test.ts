import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recorded } from '../channels/whatsapp/payloads.ts';
import { fromMeta, networksOf, said, settle, type Networks } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';

/** News of Meta about our account, through the real routes: kept for the operator, and what they change. */
let world: World;
let networks: Networks;
beforeAll(async () => {
  world = await openWorld({ cast: false, env: { WHATSAPP_PHONE_NUMBER_ID: '106540352242922' } });
  networks = networksOf(world);
});
afterAll(() => world.close());

const sending = async () => (await world.db.setting.findUnique({ where: { key: 'whatsapp.sending' } }))?.value;
const noticesOf = (name: string) => world.db.notice.findMany({ where: { eventId: { in: eventIds.get(name) ?? [] } } });
const eventIds = new Map<string, string[]>();

async function posted(name: string, body: object = recorded(name) as object) {
  const before = await world.db.notice.findMany({ select: { eventId: true } });
  expect((await networks.meta(body)).status).toBe(200);
  const after = await world.db.notice.findMany({ select: { eventId: true } });
  expect((await networks.meta(body)).status).toBe(200);
  expect(await world.db.notice.count()).toBe(after.length);
  eventIds.set(name, after.map(({ eventId }) => eventId).filter((eventId) => before.every((known) => known.eventId !== eventId)));
  await settle(world);
}

describe('before anything was written to our number, all news are taken to be ours', () => {
  test.each([
    ['meta_template_status_approved.json', 'info', 'APPROVED'],
    ['meta_template_quality_wrong_field.json', 'warning', 'YELLOW'],
    ['meta_template_components_update.json', 'info', 'order_confirmation'],
    ['meta_template_category_update.json', 'info', 'UTILITY'],
    ['meta_account_deleted.json', 'critical', 'ACCOUNT_DELETED'],
    ['meta_account_violation.json', 'critical', 'ADULT'],
    ['meta_account_disabled_update.json', 'info', 'REINSTATE'],
    ['meta_partner_app_installed_odd_shape.json', 'info', 'PARTNER_APP_INSTALLED'],
    ['meta_account_volume_tier.json', 'info', 'VOLUME_BASED_PRICING_TIER_UPDATE'],
    ['meta_account_restriction.json', 'critical', 'ACCOUNT_RESTRICTION'],
    ['meta_account_review_update.json', 'info', 'APPROVED'],
    ['meta_account_alerts_changes_is_odd.json', 'warning', 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED'],
    ['meta_business_capability_update.json', 'info', '2000'],
    ['meta_phone_quality_throughput.json', 'info', 'THROUGHPUT_UPGRADE'],
    ['meta_phone_name_update.json', 'info', 'APPROVED'],
    ['meta_security_pin_reset.json', 'critical', 'PIN_RESET_REQUEST'],
  ])('%s is %s, kept once and answered by nobody', async (name, severity, words) => {
    await posted(name);
    expect(await noticesOf(name)).toEqual([expect.objectContaining({ provider: 'whatsapp', severity, summary: expect.stringContaining(words) })]);
    expect([await world.db.outbox.count(), await world.db.inboundState.count(), await world.db.contact.count()]).toEqual([0, 0, 0]);
  });

  test('templates carry what was last said of each', async () => {
    const [confirmation, welcome] = [{ name: 'order_confirmation', language: 'en-US' }, { name: 'welcome_template', language: 'en-US' }];
    expect(await world.db.templateState.findUnique({ where: { name_language: confirmation } })).toMatchObject({ status: 'APPROVED', category: 'UTILITY', reason: null });
    expect(await world.db.templateState.findUnique({ where: { name_language: welcome } })).toMatchObject({ status: 'UNKNOWN', quality: 'YELLOW', category: 'UTILITY' });
  });
});

describe('news that overtake one another', () => {
  const template = (event: string, time: number, more: object = {}) => ({ object: 'whatsapp_business_account', entry: [entryOf('message_template_status_update', { event, message_template_id: 7, message_template_name: 'rappel', message_template_language: 'fr', reason: 'NONE', ...more }, time)] });
  const account = (event: string, time: number, more: object = {}) => ({ object: 'whatsapp_business_account', entry: [entryOf('account_update', { event, ...more }, time)] });
  const entryOf = (field: string, value: object, time: number) => ({ id: '102290129340398', time, changes: [{ field, value }] });
  const rappel = () => world.db.templateState.findUniqueOrThrow({ where: { name_language: { name: 'rappel', language: 'fr' } } });

  test('leave a template as the latest says, by the time of Meta', async () => {
    await posted('paused', template('PAUSED', 1_795_165_300, { reason: 'NONE' }));
    await posted('approved', template('APPROVED', 1_795_165_200));
    expect(await rappel()).toMatchObject({ status: 'PAUSED' });
    await posted('rejected', template('REJECTED', 1_795_165_400, { reason: 'INVALID_FORMAT' }));
    expect(await rappel()).toMatchObject({ status: 'REJECTED', reason: 'INVALID_FORMAT' });
    await posted('back', template('APPROVED', 1_795_165_500));
    expect(await rappel()).toMatchObject({ status: 'APPROVED', reason: null });
  });

  test('in one batch, too', async () => {
    const orders = [template('APPROVED', 1_795_165_600), template('PAUSED', 1_795_165_800), template('APPROVED', 1_795_165_700)];
    await posted('batch', { object: 'whatsapp_business_account', entry: orders.flatMap(({ entry }) => entry) });
    expect(await rappel()).toMatchObject({ status: 'PAUSED' });
  });

  test('stop and resume sending by their own time', async () => {
    await posted('back again', account('DISABLED_UPDATE', 1_795_165_900, { ban_info: { waba_ban_state: 'REINSTATE' } }));
    await posted('banned before', account('DISABLED_UPDATE', 1_795_165_850, { ban_info: { waba_ban_state: 'DISABLE' } }));
    expect(await sending()).toBe('resume');
    await posted('deleted', account('ACCOUNT_DELETED', 1_795_166_000));
    expect(await sending()).toBe('stop');
    await posted('back for good', account('DISABLED_UPDATE', 1_795_166_100, { ban_info: { waba_ban_state: 'REINSTATE' } }));
    expect(await sending()).toBe('resume');
  });
});

describe('once our own number has been written to, the news of others change nothing', () => {
  const deleted = (account: string, time: number) => ({ object: 'whatsapp_business_account', entry: [{ id: account, time, changes: [{ field: 'account_update', value: { event: 'ACCOUNT_DELETED' } }] }] });

  test('nor after a restart of what remembers which account is ours', async () => {
    await networks.meta(fromMeta(world, [said({ from: '2290195000001', id: 'wamid.hello', text: 'Bonjour' })]));
    expect(await world.db.setting.findUnique({ where: { key: 'whatsapp.ourselves' } })).toMatchObject({ value: { accounts: ['102290129340398'], numbers: ['15550783881'] } });
    const notices = await world.db.notice.count();
    expect((await networks.meta(deleted('999', 1_795_170_000))).status).toBe(200);
    expect([await sending(), await world.db.notice.count()]).toEqual(['resume', notices]);
    expect((await networks.meta(deleted('102290129340398', 1_795_170_000))).status).toBe(200);
    expect(await sending()).toBe('stop');
  });

  test('an error of the number as a whole is one of ours: meta_value_errors_130429.json', async () => {
    await posted('meta_value_errors_130429.json');
    expect(await noticesOf('meta_value_errors_130429.json')).toEqual([expect.objectContaining({ severity: 'warning', summary: expect.stringContaining('130429') })]);
  });

  test('and a message for a number that is not ours is 200 and no turn', async () => {
    await settle(world);
    const before = await world.db.message.count();
    const body = JSON.parse(JSON.stringify(fromMeta(world, [said({ from: '2290195000002', id: 'wamid.theirs', text: 'Bonjour' })])).replace('106540352242922', '999')) as object;
    expect((await networks.meta(body)).status).toBe(200);
    await settle(world);
    expect([await world.db.message.count(), await world.db.inboundEvent.count({ where: { kind: 'notOurs', eventId: 'wamid.theirs' } })]).toEqual([before, 1]);
  });
});
