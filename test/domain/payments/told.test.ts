import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { changeStatus, holdOrder } from '../../../src/domain/orders/change-status.ts';
import { waiveDeposit } from '../../../src/domain/orders/waive-deposit.ts';
import { takeMoney } from '../../../src/domain/payments/take-money.ts';
import { smsTo } from '../../helpers/networks.ts';
import { tillOf, type Till } from '../../helpers/paying.ts';
import { openWorld, type World } from '../../helpers/world.ts';

const AWA = '+2290196000001';
const JEAN = '+2290196000002';
const AFI = '+2290197000001';

let world: World;
let till: Till;
let heard: Map<string, number>;
beforeAll(async () => {
  world = await openWorld();
  till = tillOf(world);
  heard = new Map();
});
afterEach(() => {
  till.provider().faults.clear();
  for (const phone of [AWA, JEAN, AFI]) news(phone);
});
afterAll(() => world.close());

/** What a phone was told since it was last looked at: nobody has written on WhatsApp here, so all of it comes by SMS. */
function news(phone: string): string[] {
  const all = smsTo(world, phone);
  const fresh = all.slice(heard.get(phone) ?? 0);
  heard.set(phone, all.length);
  return fresh;
}
async function asked(wanted: Parameters<Till['ask']>[1] = {}, totalXof = 25_000) {
  const orderId = await till.order('AFI', { totalXof });
  const id = await till.ask(orderId, wanted);
  await till.rest();
  return { orderId, id, number: String((await till.orderNow(orderId)).seq).padStart(4, '0') };
}
/** As an operator of AFI would see it. */
const approve = async (id: string, how: Parameters<ReturnType<Till['provider']>['approve']>[1] = {}) => {
  till.provider().approve(till.theirs(id), how);
  await till.rest();
};
const cancel = (orderId: string) => till.as('AFI', {}, async (business) => {
  const order = await holdOrder(business, orderId);
  if (order !== null) await changeStatus(business, order, 'cancelled');
});

describe('money has come', () => {
  test('J1 · client and owner are told once, with amount, remainder and receipt', async () => {
    const { id, number } = await asked();
    await approve(id, { duplicates: 3 });
    await approve(id);
    expect(news(AWA)).toEqual([expect.stringMatching(new RegExp(`^Atelier Afi: 12 500 F recus pour ${number}\\. Reste 12 500 F\\. Recu R-2026-\\d{4}\\.$`))]);
    expect(news(AFI)).toEqual([`Nouvelle commande ${number} payee a 50%: 12 500 F (Boubou). Reste 12 500 F.`]);
  });

  test('J4 · all at once for what is sewn already: the owner reads a payment, not a new order', async () => {
    const orderId = await till.order();
    await till.as('AFI', {}, async (business) => {
      await waiveDeposit(business, orderId, 'known for years');
      const order = await holdOrder(business, orderId);
      if (order !== null) await changeStatus(business, order, 'ready');
    });
    await till.rest();
    const id = await till.ask(orderId, { amountXof: 25_000 });
    await till.rest();
    await approve(id);
    expect(news(AFI)).toEqual([expect.stringMatching(/^Commande \d{4}: 25 000 F recus, payee a 100%\. Reste 0 F\.$/)]);
  });

  test('J4 · in the hand: the client has the receipt, the owner was there', async () => {
    const orderId = await till.order();
    await till.as('AFI', {}, (business) => takeMoney(business, { orderId, amountXof: 25_000, how: 'cash', key: 'told:cash' }));
    await till.rest();
    expect(news(AWA)).toEqual([expect.stringMatching(/entierement payee, merci\. Recu R-2026-/)]);
    expect(news(AFI)).toEqual([]);
  });

  test('E12 · from another phone: receipts for both, and the name is shown', async () => {
    const { id } = await asked({ phone: JEAN });
    await approve(id);
    expect(news(AWA)).toEqual([expect.stringContaining('payes par Jean Hounsou')]);
    expect(news(JEAN)).toEqual([expect.stringMatching(/merci, 12 500 F recus de votre telephone pour \d{4}\. Recu R-2026-\d{4}: http\S+\/r\/[\w-]{16}$/)]);
    const stranger = await asked({ phone: '+2290195000777' });
    await approve(stranger.id);
    expect(news(AWA)).toEqual([expect.stringContaining('01 95 00 07 77')]);
    expect(smsTo(world, '+2290195000777')).toEqual([expect.stringMatching(/merci/)]);
  });

  test('E12 · from another phone of the client’s own: it is the client who paid', async () => {
    const person = await world.db.person.findFirstOrThrow({ where: { fullName: 'Awa Dossou' } });
    const contact = await world.db.contact.create({ data: { key: '+2290195000778', phone: '+2290195000778' } });
    await world.db.contactPerson.create({ data: { contactId: contact.id, personId: person.id } });
    const { id } = await asked({ phone: '+2290195000778' });
    await approve(id);
    expect(news(AWA).join()).not.toContain('payes par');
    expect(smsTo(world, '+2290195000778')).toEqual([]);
    await world.db.contactPerson.deleteMany({ where: { contactId: contact.id } });
  });

  test('E12 · from the phone of a client who gave the business another: the name is still shown', async () => {
    const person = await world.db.person.findFirstOrThrow({ where: { fullName: 'Jean Hounsou' } });
    const contact = await world.db.contact.create({ data: { key: '+2290195000779', phone: '+2290195000779' } });
    await world.db.contactPerson.create({ data: { contactId: contact.id, personId: person.id } });
    const { id } = await asked({ phone: '+2290195000779' });
    await approve(id);
    expect(news(AWA)).toEqual([expect.stringContaining('payes par Jean Hounsou')]);
    await world.db.contactPerson.deleteMany({ where: { contactId: contact.id } });
  });

  test('E11 · less is a part, more is the client\'s credit; the owner hears of both', async () => {
    const less = await asked();
    await approve(less.id, { amountXof: 10_000 });
    expect(news(AWA)).toEqual([expect.stringMatching(/10 000 F recus .* Reste 15 000 F/)]);
    expect(news(AFI)).toEqual([expect.stringMatching(/payee a 40%/), expect.stringMatching(/10 000 F recus au lieu de 12 500 F/)]);
    const more = await asked({}, 12_500);
    await approve(more.id, { amountXof: 13_000 });
    expect(news(AWA)).toEqual([expect.stringMatching(/500 F de trop restent a votre credit/)]);
    expect(news(AFI)).toEqual([expect.stringMatching(/payee a 100%/), expect.stringMatching(/13 000 F recus au lieu de 12 500 F.*credit 500 F/)]);
    expect(await world.db.notice.findMany({ where: { provider: 'fedapay', field: 'payment' }, orderBy: { id: 'asc' } })).toMatchObject([{ severity: 'warning', value: { odd: 'amount' } }, { severity: 'warning', value: { odd: 'amount' } }]);
  });

  test('E10 · after the order was given up: the client\'s credit, with a choice; owner and operator are told', async () => {
    const { id, orderId } = await asked();
    world.clock.forward({ minutes: 16 });
    await till.rest();
    expect(news(AWA)).toEqual([expect.stringMatching(/demande expiree\. Si vous venez de payer, le recu suivra/)]);
    await cancel(orderId);
    await approve(id);
    expect(news(AWA)).toEqual([expect.stringMatching(/n'attend plus d'argent\. A votre credit, nous vous repondons/)]);
    expect(news(AFI)).toEqual([expect.stringMatching(/au credit du client\. A rendre\? Repondez REMBOURSER/)]);
    expect(await world.db.notice.findFirst({ where: { eventId: `payment:${id}:late` } })).toMatchObject({ value: { odd: 'late', business: 'AFI' } });
  });
});

describe('no money has come', () => {
  test.each([
    ['INSUFFICIENT_FUNDS', /solde insuffisant\. Rechargez, ou payez une partie: PAYER \d{4} 5000\./],
    ['WRONG_PIN', /code secret faux/],
    ['LIMIT_EXCEEDED', /au-dessus de votre limite/],
    ['APPROVAL_REJECTED', /demande refusee sur le telephone/],
    ['API_ERROR', /l'operateur a refuse/],
  ])('E9 · declined with %s: why, in plain words, and what to do', async (errorCode, says) => {
    const { id } = await asked();
    till.provider().decline(till.theirs(id), { errorCode });
    await till.rest();
    expect(news(AWA)).toEqual([expect.stringMatching(says)]);
    expect(news(AFI)).toEqual([]);
  });

  test('E9 · too little money for what is too small to be paid in parts is called so, not a limit', async () => {
    const { id } = await asked({ amountXof: 1_000 });
    till.provider().decline(till.theirs(id), { errorCode: 'INSUFFICIENT_FUNDS' });
    await till.rest();
    expect(news(AWA)).toEqual([expect.stringMatching(/1 000 F non debites: solde insuffisant\. Rechargez, puis: PAYER/)]);
  });

  test('a part is offered as a line to tap', async () => {
    const { id, number } = await asked();
    const contact = await world.db.contact.findUniqueOrThrow({ where: { phone: AWA } });
    await world.db.channelIdentity.create({ data: { channel: 'whatsapp', externalId: AWA.slice(1), contactId: contact.id, lastSeenAt: world.now() } });
    till.provider().decline(till.theirs(id), { errorCode: 'INSUFFICIENT_FUNDS' });
    await till.rest();
    const row = await world.db.outbox.findFirstOrThrow({ where: { key: { startsWith: `payment:${id}:client:declinedFunds` } } });
    expect(JSON.stringify(row.payload)).toContain(`payer ${number} 5000 AFI`);
    await world.db.channelIdentity.deleteMany({ where: { contactId: contact.id, channel: 'whatsapp' } });
  });

  test('the key of the account does not open: the client knows that nothing was taken, the owner what to do', async () => {
    till.provider().faults.set({ refuse: 'badKey', times: 1 }, 'AFI');
    await asked();
    expect(news(AWA)).toEqual([expect.stringMatching(/Rien n'est debite/)]);
    expect(news(AFI)).toEqual([expect.stringMatching(/Redonnez la cle/)]);
  });
});

test('who pays on the page gets the way there, which leads to the provider and tells nothing of the money', async () => {
  const { id } = await asked({ method: 'link', mode: undefined as never });
  const [said = ''] = news(AWA);
  const path = /\/r\/[\w-]+/.exec(said)?.[0] ?? '';
  expect(await till.payment(id)).toMatchObject({ status: 'pending', payUrl: expect.stringContaining('/pay/') });
  const answer = await fetch(`${world.local}${path}`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, (await till.payment(id)).payUrl]);
  expect(till.provider().prompts.of('0196000001').filter(({ transaction }) => transaction.merchantRef === id)).toEqual([]);
});
