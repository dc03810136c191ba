import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { workIn } from '../../src/conversation/work-in.ts';
import { bySystem } from '../../src/domain/tenants/business.ts';
import { loadTexts } from '../../src/i18n.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from './outgoing.ts';

/** News of an order to a client who has not written for a day: as the template that Meta has approved, else by SMS. */
const AWA = '+2290196000001';
const texts = loadTexts();
let world: World;
let post: Outgoing;
let clientId: string;
let tenantId: string;
let told = 0;

beforeAll(async () => {
  world = await openWorld();
  post = await outgoing(world);
  const client = await world.db.client.findFirstOrThrow({ where: { tenant: { code: 'AFI' }, person: { fullName: 'Awa Dossou' } } });
  ({ id: clientId, tenantId } = client);
  const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { key: AWA } });
  await world.db.channelIdentity.create({ data: { contactId, channel: 'whatsapp', externalId: AWA.slice(1), lastSeenAt: new Date('2026-11-01T09:00:00Z'), windowExpiresAt: new Date('2026-11-02T09:00:00Z') } });
});
beforeEach(() => post.nextMorning());
afterAll(() => world.close());

const ready = async (due = 12_500) => {
  await world.db.$transaction((tx) => workIn(tx, tenantId, bySystem(world.now()), { texts, serviceCode: '*384*22#', publicUrl: world.local, now: world.now() }, async ({ notices, name }) => {
    notices.push({ key: `told:${(told += 1)}`, to: { clientId }, what: 'ready', purpose: 'order', values: { business: name, number: '0042', what: 'Boubou', due }, offers: [{ verb: 'pay', line: 'payer 0042 AFI' }, { verb: 'where', line: 'ou est 0042 AFI' }] });
    await Promise.resolve();
  }));
  await post.quiet();
};
const WORDS = 'Ici *Atelier Afi* : votre commande 0042 (Boubou) est prête. Reste à payer : 12 500 F. Sans internet, composez le *384*22#.';
const SMS = 'Atelier Afi: 0042 Boubou est PRET. Reste 12 500 F. Payez: *384*22#';
const lastSeen = () => post.graph.log.of(post.graph.keyOf(AWA)).findLast((entry) => entry.from === 'business');

describe('outside the window', () => {
  test('J3 · a notice is the template in its words, with buttons that say lines', async () => {
    await ready();
    expect(lastSeen()?.shown).toMatchObject({
      text: WORDS, template: { name: 'order_is_ready', language: 'fr' },
      options: [{ kind: 'quickReply', id: 's0:/payer 0042 AFI', title: 'Payer le reste' }, { kind: 'quickReply', id: 's0:/ou est 0042 AFI', title: 'Voir la commande' }],
    });
    expect(post.sms(AWA)).toEqual([]);
  });

  test('E43 · one that nobody has approved yet is said by SMS, is not tried again, and is used once Meta has approved it', async () => {
    Object.assign(post.graph.account.templates.find(({ name, language }) => name === 'order_is_ready' && language === 'fr') ?? {}, { status: 'PENDING' });
    await ready();
    await ready();
    expect(post.sms(AWA)).toEqual([SMS, SMS]);
    expect(post.whatsapp(AWA).slice(1)).toEqual([`132001: ${WORDS}`]);
    await post.graph.decideTemplate('order_is_ready', 'fr', 'APPROVED');
    await ready();
    expect([post.whatsapp(AWA).at(-1), post.sms(AWA).length]).toEqual([WORDS, 2]);
  });

  test('E43 · one that was rejected is not tried', async () => {
    await post.graph.decideTemplate('order_is_ready', 'fr', 'REJECTED', 'PROMOTIONAL');
    const before = post.whatsapp(AWA).length;
    await ready();
    expect([post.whatsapp(AWA).length, post.sms(AWA).length]).toEqual([before, 3]);
    await post.graph.decideTemplate('order_is_ready', 'fr', 'APPROVED');
  });
});

test('inside it, the same words are a message of its own', async () => {
  await post.says(AWA, 'Bonjour');
  await ready();
  const seen = lastSeen();
  expect([seen?.shown.text, seen?.shown.template, seen?.shown.options.map(({ kind }) => kind)]).toEqual([WORDS, undefined, ['button', 'button']]);
});
