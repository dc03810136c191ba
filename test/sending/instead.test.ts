import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Purpose } from '../../src/purposes.ts';
import type { GraphFault } from '../../src/standins/graph-messages.ts';
import { networksOf } from '../helpers/networks.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from './outgoing.ts';

/** What WhatsApp took and did not deliver, and templates that Meta does not let pass: the person hears of it by SMS, once. */
let world: World;
let post: Outgoing;
let awa: string;
let jean: string;

beforeAll(async () => {
  world = await openWorld();
  post = await outgoing(world);
});
beforeEach(async () => {
  await post.nextMorning();
  [awa, jean] = [await post.person(), await post.person()];
});
afterAll(() => world.close());

const refusing = (fault: GraphFault, who: string) => post.graph.faults.set(fault, post.graph.keyOf(who));
const news = (to: string, purpose: Purpose, text: string = purpose) => post.send({ to, purpose, text });
const seconds = (many: number) => post.later({ minutes: many / 60 });
const PATIENT: Purpose[] = ['code', 'payment', 'order', 'reminder'];
const AT_ONCE: Purpose[] = ['reply', 'late', 'human', 'report'];

describe('accepted, and failed later', () => {
  test.each([...PATIENT, ...AT_ONCE])('a %s is said by SMS, once', async (purpose) => {
    refusing({ failLater: 131026 }, awa);
    await news(awa, purpose);
    await seconds(1);
    await seconds(120);
    expect([post.whatsapp(awa), post.sms(awa), await post.rows(awa)]).toEqual([[purpose], [purpose], [`${purpose} whatsapp replaced`, `${purpose} sms sent`]]);
    expect((await world.db.outbox.findFirstOrThrow({ where: { purpose, status: 'replaced' }, orderBy: { id: 'desc' } })).error).toBe('failed: 131026');
  });

  test('a promotion is not', async () => {
    refusing({ failLater: 131049 }, awa);
    await news(awa, 'promo');
    await seconds(120);
    expect([post.sms(awa), await post.row(awa)]).toEqual([[], expect.objectContaining({ status: 'sent', receiptRank: 2, fallbackAt: null })]);
  });

  test('an answer too: its operator reads why, and that it was said', async () => {
    refusing({ failLater: 131047 }, awa);
    await post.says(awa, 'Bonjour');
    await seconds(1);
    expect([post.sms(awa), await post.deliveries(awa)]).toEqual([[expect.stringMatching(/^Bonjour, ici Griot/)], ['replaced: failed: 131047']]);
  });

  test('131050 told later closes promotions', async () => {
    refusing({ failLater: 131050 }, awa);
    await news(awa, 'promo');
    await seconds(1);
    await news(awa, 'promo', 'encore');
    expect([post.whatsapp(awa), await post.refusals(awa)]).toEqual([['promo'], ['promo no, says the network']]);
  });

  test.each<[string, GraphFault]>([['before the answer', { failLater: 131026, statusesFirst: true }], ['while the answer was lost', { failLater: 131026, dropAfterAccept: true }]])('%s: once all the same', async (_, fault) => {
    refusing(fault, awa);
    await news(awa, 'order');
    await seconds(1);
    await seconds(120);
    expect([post.whatsapp(awa), post.sms(awa)]).toEqual([['order'], ['order']]);
  });
});

describe('accepted, and not delivered', () => {
  test.each(PATIENT)('after a minute a %s is said by SMS, once', async (purpose) => {
    refusing({ statusesUpTo: 'sent' }, awa);
    await news(awa, purpose);
    await seconds(58);
    expect(post.sms(awa)).toEqual([]);
    await seconds(3);
    await seconds(300);
    expect([post.whatsapp(awa), post.sms(awa)]).toEqual([[purpose], [purpose]]);
  });

  test.each([...AT_ONCE, 'promo' as const])('a %s waits for its reader', async (purpose) => {
    refusing({ withholdStatuses: true }, awa);
    await news(awa, purpose);
    await seconds(600);
    expect([post.whatsapp(awa), post.sms(awa)]).toEqual([[purpose], []]);
  });

  test.each<[string, GraphFault]>([['in their order', {}], ['turned round', { statusesOutOfOrder: true }], ['before the answer', { statusesFirst: true }], ['up to delivered', { statusesUpTo: 'delivered' }]])('statuses %s say that it was: no SMS', async (_, fault) => {
    refusing(fault, awa);
    await news(awa, 'order');
    expect(await post.row(awa)).toMatchObject({ status: 'sent', fallbackAt: null }); // looked at no more
    await seconds(120);
    expect([post.whatsapp(awa), post.sms(awa)]).toEqual([['order'], []]);
  });

  test('what is worth nothing by then is not said late', async () => {
    refusing({ statusesUpTo: 'sent' }, awa);
    await post.send({ to: awa, purpose: 'code', text: 'code 1234', validUntil: new Date(world.now().getTime() + 30_000) });
    await seconds(90);
    expect([post.sms(awa), await post.rows(awa)]).toEqual([[], ['code whatsapp replaced', 'code sms withdrawn']]);
  });

  test('at night an SMS about an order waits too', async () => {
    world.clock.forward({ hours: 9, minutes: 59 });
    refusing({ statusesUpTo: 'sent' }, awa);
    await news(awa, 'order');
    await seconds(120);
    expect(await post.rows(awa)).toEqual(['order whatsapp replaced', 'order sms held']);
    await post.later({ hours: 10 });
    expect(post.sms(awa)).toEqual(['order']);
  });
});

test('who has become another, and that one another, hears of it at the number they have now', async () => {
  const contact = (phone: string) => world.db.contact.findUniqueOrThrow({ where: { key: phone } });
  const [first, second, last] = [await contact(awa), await contact(await post.person()), await contact(jean)];
  refusing({ failLater: 131026 }, awa);
  await post.send({ to: awa, purpose: 'order', text: 'order' });
  await world.db.contact.update({ where: { id: first.id }, data: { key: `merged:${first.id}`, phone: null, mergedIntoId: second.id } });
  await world.db.contact.update({ where: { id: second.id }, data: { key: `merged:${second.id}`, phone: null, mergedIntoId: last.id } });
  await seconds(2);
  expect(post.sms(jean)).toEqual(['order']);
});

describe('an SMS costs money', () => {
  test('ten a day to one person, as many to the next, ten more tomorrow', async () => {
    for (const who of [awa, jean]) refusing({ refuse: 131026 }, who);
    for (let n = 1; n <= 12; n++) await news(awa, 'order', `n${n}`);
    await news(jean, 'order', 'n1');
    expect([post.sms(awa), post.sms(jean), (await post.rows(awa)).slice(-1)]).toEqual([Array.from({ length: 10 }, (_, n) => `n${n + 1}`), ['n1'], ['order whatsapp failed']]);
    await post.later({ hours: 25 });
    refusing({ refuse: 131026 }, awa);
    await news(awa, 'payment', 'demain');
    expect(post.sms(awa).at(-1)).toBe('demain');
  });

  test('three parts, and no more', async () => {
    refusing({ refuse: 131026 }, awa);
    await news(awa, 'order', 'très long '.repeat(100));
    expect(post.sms(awa)).toEqual([expect.stringMatching(/^(très long )+très\.\.\.$/)]);
    expect(post.sms(awa).join().length).toBeLessThanOrEqual(459);
  });

  test('with the letters of a business that keeps them', async () => {
    const { id: tenantId } = await world.db.tenant.create({ data: { code: `YORUBA${world.now().getTime()}`, name: 'Aṣọ', country: 'BJ', timezone: 'Africa/Porto-Novo', capabilities: [], settings: { smsUnicode: true } } });
    refusing({ refuse: 131026 }, awa);
    await post.send({ to: awa, purpose: 'order', text: 'Aṣọ yín ti dé', tenantId }, { to: awa, purpose: 'order', text: 'Aṣọ yín ti dé' });
    expect(post.sms(awa)).toEqual(['Aṣọ yín ti dé', 'Aso yin ti dé']);
  });
});

describe('a template', () => {
  const TEMPLATE = { name: 'order_ready', language: 'fr', parameters: ['0042'] };
  let never: string;
  beforeEach(async () => {
    never = await post.person({ window: false });
  });
  const ready = (purpose: Purpose = 'order') => post.send({ to: never, purpose, text: 'Commande 0042 prête', template: TEMPLATE, sms: 'Commande 0042 prete' });
  let time = 1_795_165_300;
  const told = (event: string) => {
    const value = { event, message_template_id: 7, message_template_name: TEMPLATE.name, message_template_language: TEMPLATE.language, reason: 'NONE' };
    return networksOf(world).meta({ object: 'whatsapp_business_account', entry: [{ id: '102290129340398', time: (time += 60), changes: [{ field: 'message_template_status_update', value }] }] });
  };
  const noticed = async () => (await world.db.notice.findMany({ where: { field: 'message_template_status_update' }, orderBy: { id: 'desc' }, take: 1 })).map(({ severity, summary }) => `${severity} ${summary}`);

  test('says outside the window what a message may not', async () => {
    await ready();
    expect([post.whatsapp(never), post.sms(never)]).toEqual([['order_ready · 0042'], []]);
    await post.send({ to: awa, purpose: 'order', text: 'Commande 0042 prête', template: TEMPLATE });
    expect(post.whatsapp(awa)).toEqual(['Commande 0042 prête']);
  });

  test.each(['REJECTED', 'PAUSED', 'DISABLED'])('that is %s: not tried, said by SMS, and an operator reads it', async (event) => {
    await told(event);
    await ready();
    expect([post.whatsapp(never), post.sms(never), await post.rows(never)]).toEqual([[], ['Commande 0042 prete'], ['order whatsapp replaced', 'order sms sent']]);
    expect(await noticed()).toEqual([`warning message_template_status_update order_ready fr ${event}`]);
    await told('APPROVED');
    await ready();
    expect(post.whatsapp(never)).toEqual(['order_ready · 0042']);
  });

  test.each([132001, 132015, 132016])('not there, or stopped while it is being sent (%d): by SMS, the next is not tried, an operator reads it', async (code) => {
    post.graph.faults.set({ refuse: code });
    await ready();
    await ready('payment');
    expect([post.whatsapp(never), post.sms(never)]).toEqual([[`${code}: order_ready · 0042`], ['Commande 0042 prete', 'Commande 0042 prete']]);
    expect(await post.notices()).toEqual([expect.stringMatching(new RegExp(`^warning sending order_ready fr ${code} Template`))]);
    post.graph.faults.clear();
    await told('APPROVED');
    await ready();
    expect(post.whatsapp(never).at(-1)).toBe('order_ready · 0042');
  });

  test('whose promotion cannot leave stays unsaid', async () => {
    await told('PAUSED');
    await ready('promo');
    expect([post.whatsapp(never), post.sms(never), await post.rows(never)]).toEqual([[], [], ['promo whatsapp failed']]);
    await told('APPROVED');
  });

  test('without one, outside the window, is not even tried on WhatsApp', async () => {
    await news(never, 'order');
    await news(never, 'promo');
    expect([post.whatsapp(never), post.sms(never), await post.rows(never)]).toEqual([[], ['order'], ['order whatsapp replaced', 'order sms sent', 'promo whatsapp failed']]);
  });
});
