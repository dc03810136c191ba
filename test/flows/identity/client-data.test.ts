import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeStatus, holdOrder } from '../../../src/domain/orders/change-status.ts';
import type { OrderStatus } from '../../../src/domain/orders/lifecycle.ts';
import { saveMeasures } from '../../../src/domain/measures/save-measures.ts';
import { fullNumber } from '../../../src/domain/spoken/order-number.ts';
import { initialsOf } from '../../../src/domain/identity/finish-erasing.ts';
import { listOrders } from '../../../src/domain/orders/list-orders.ts';
import { forgetOld } from '../../../src/jobs/forget-old.ts';
import { at, orderOf, paidOrder } from '../../helpers/paid-order.ts';
import { play } from '../../helpers/play.ts';
import { openWorld, type World } from '../../helpers/world.ts';
import { readPaper } from '../../templates/read-paper.ts';

const JEAN = '+2290196000002';
let world: World;
beforeAll(async () => {
  world = await openWorld();
  // What the cast has begun is over: each story has its own.
  await world.db.order.updateMany({ data: { status: 'cancelled' } });
});
afterAll(() => world.close());

const measured = (clientId: string, label = 'Jean') => at(world, 'AFI', (business) => saveMeasures(business, { clientId, label, values: { chest: 980, waist: 805 }, source: 'dictated' }));
const become = (orderId: string, ...statuses: OrderStatus[]) => at(world, 'AFI', async (business) => {
  for (const to of statuses) {
    const order = await holdOrder(business, orderId);
    if (order === null || 'refused' in (await changeStatus(business, order, to))) throw new Error(`not ${to}`);
  }
});
const onTheBoard = async (clientId: string) => (await world.db.client.findUniqueOrThrow({ where: { id: clientId }, include: { person: true } })).person.fullName;
const measuresOf = async (clientId: string) => (await world.db.measureProfile.findMany({ where: { clientId }, include: { versions: true } })).flatMap(({ versions }) => versions.map(({ values }) => values));
const receiptText = async (url: string) => (await readPaper(Buffer.from(await (await fetch(`${world.local}${url}`)).arrayBuffer()))).text;
const nextDay = () => {
  world.clock.forward({ days: 1 });
  return world.db.$transaction((tx) => forgetOld(tx, {} as never, world.now()));
};

describe('J28 · what a business keeps of me', () => {
  test('J28 · the export carries orders, measures, payments and receipts, of each business', async () => {
    const { orderId, clientId, document } = await at(world, 'AFI', (business) => paidOrder(business));
    await measured(clientId, 'Ma tante');
    const order = fullNumber(await world.db.order.findUniqueOrThrow({ where: { id: orderId } }));
    const receipt = `R-${document.fileName.slice('recu-'.length, -'.pdf'.length)}`;
    await world.standins.graph?.userSends('+2290196000001', { type: 'text', text: 'mes données' });
    await world.standins.graph?.userSends('+2290196000001', { type: 'text', text: '3' });
    await world.quiet();
    const { code } = await world.db.shortLink.findFirstOrThrow({ where: { kind: 'data' } });
    expect(await (await fetch(`${world.local}/r/${code}?format=json`)).json()).toMatchObject({
      businesses: [{
        name: 'Atelier Afi', as: 'client', creditXof: 0,
        orders: expect.arrayContaining([{ at: expect.any(String), rating: null, number: order, what: 'Boubou bazin', status: 'in_progress', promisedOn: '2026-12-12', totalXof: 25_000, paidXof: 12_500, lines: [{ description: 'Boubou bazin', qty: 1, lineXof: 25_000 }] }]),
        measures: expect.arrayContaining([{ at: expect.any(String), whose: 'Ma tante', source: 'dictated', millimetres: { chest: 980, waist: 805 } }]),
        payments: expect.arrayContaining([{ at: expect.any(String), order, amountXof: 12_500, receivedXof: 12_500, method: 'cash', mode: null, phone: null, status: 'approved' }]),
        receipts: expect.arrayContaining([{ at: expect.any(String), number: receipt, amountXof: 12_500, remainingXof: 12_500 }]),
      }],
    });
    const page = await (await fetch(`${world.local}/r/${code}`)).text();
    for (const said of [`${order} · Boubou bazin · en cours · payé 12 500 F sur 25 000 F`, 'Ma tante: poitrine 98 cm, taille 80.5 cm', `12 500 F · reçu · ${order}`, `${receipt} · 12 500 F`]) expect(page).toContain(said);
  });

  test('J28 · nothing of another client of the same business', async () => {
    const other = await at(world, 'AFI', (business) => orderOf(business, 'Jean Hounsou', 'Costume de Jean'));
    const { code } = await world.db.shortLink.findFirstOrThrow({ where: { kind: 'data' } });
    expect(await (await fetch(`${world.local}/r/${code}?format=json`)).text()).not.toContain('Costume de Jean');
    await become(other.orderId, 'cancelled');
  });
});

describe('E42 · who has everything deleted', () => {
  test('E42 · with an order open: it stays under initials with its measures, and is told so', async () => {
    const { orderId, clientId, document } = await at(world, 'AFI', (business) => paidOrder(business, 'Jean Hounsou'));
    await measured(clientId);
    await world.db.payment.updateMany({ where: { refId: orderId }, data: { phone: JEAN } });
    await world.db.order.update({ where: { id: orderId }, data: { description: 'Costume pour Jean' } });
    await play(world, `
    # sms Jean
    > supprimer
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 4
    Supprimer nom, messages et mesures ? Recus gardés sans nom (loi), commande en cours sous vos initiales. C'est définitif.
    1.Tout supprimer
    2.Non, garder
    0.Retour
    > 1
    C'est supprimé. La commande en cours, ou ce que vous devez, reste sous vos initiales jusqu'à la remise ou au paiement.
  `);
    expect([await onTheBoard(clientId), await measuresOf(clientId)]).toEqual(['J. H.', [{ chest: 980, waist: 805 }]]);
    expect(await receiptText(document.url)).toContain('J. H.');
    expect(await world.db.client.findUniqueOrThrow({ where: { id: clientId } })).toMatchObject({ phone: null });
    await nextDay();
    expect(await onTheBoard(clientId)).toBe('J. H.');

    await become(orderId, 'ready', 'delivered');
    await nextDay();
    expect([await onTheBoard(clientId), await measuresOf(clientId)]).toEqual(['', [{}]]);
    expect(await world.db.payment.findFirstOrThrow({ where: { refId: orderId } })).toMatchObject({ phone: null, contactId: null, amountXof: 12_500n });
    const { rows: items } = await at(world, 'AFI', (business) => listOrders(business.db, [clientId], { limit: 5 }));
    expect(items.map(({ description }) => description)).toContain('Boubou bazin');
    expect(JSON.stringify(items)).not.toContain('Jean');
    const receipt = await receiptText(document.url);
    expect([receipt.includes('Montant payé 12 500 F'), /Jean|Hounsou|J\. H\./.test(receipt)]).toEqual([true, false]);
  });

  test('E42 · to whom money is owed: the phone stays with the workshop until it is given back', async () => {
    const ben = '+2290196000011';
    const { id: contactId } = await world.db.contact.create({ data: { key: ben, phone: ben } });
    const { id: tenantId } = await world.db.tenant.findUniqueOrThrow({ where: { code: 'AFI' } });
    const { id: personId } = await world.db.person.create({ data: { fullName: 'Ben Agossou', language: 'fr', createdAt: world.now(), contacts: { create: { contactId, isDefault: true } } } });
    const { id: clientId } = await world.db.client.create({ data: { tenantId, personId, phone: ben, tags: [], firstSource: 'test' } });
    const { id: refundId } = await world.db.refund.create({ data: { tenantId, clientId, amountXof: 5_000n, reason: 'trop payé', status: 'agreed', askedBy: 'system', createdAt: world.now() } });
    await play(world, `
    # sms +2290196000011
    > supprimer
    Vos données vous appartiennent. Que voulez-vous faire ?
    1.Voir
    2.Corriger mon nom
    3.Tout recevoir
    4.Tout supprimer
    0.Retour
    > 4
    Supprimer nom, messages et mesures ? Recus gardés sans nom (loi), commande en cours sous vos initiales. C'est définitif.
    1.Tout supprimer
    2.Non, garder
    0.Retour
    > 1
    C'est supprimé. On vous doit encore de l'argent : vos initiales et ce numéro restent jusqu'à ce qu'il soit rendu. Gardez votre recu.
  `);
    const client = () => world.db.client.findUniqueOrThrow({ where: { id: clientId }, include: { person: true } });
    expect(await client()).toMatchObject({ phone: ben, person: { fullName: 'B. A.' } });
    await nextDay();
    expect(await client()).toMatchObject({ phone: ben });

    await world.db.refund.update({ where: { id: refundId }, data: { status: 'paid' } });
    await nextDay();
    expect(await client()).toMatchObject({ phone: null, person: { fullName: '' } });
  });

  test('J28 · with nothing open all of it goes at once; ledger and receipts stay and balance', async () => {
    const { orderId, clientId, document } = await at(world, 'AFI', (business) => paidOrder(business));
    await measured(clientId, 'Ma fille Ines');
    for (const { id, status } of await world.db.order.findMany({ where: { clientId } })) if (status === 'in_progress') await become(id, 'ready', 'delivered');
    const before = await world.db.ledgerEntry.findMany({ where: { refType: 'payment' }, orderBy: { id: 'asc' } });
    for (const text of ['supprimer', '4', '1']) {
      await world.standins.phones?.userSmsSends('+2290196000001', text);
      await world.quiet();
    }
    expect([await onTheBoard(clientId), await measuresOf(clientId)]).toEqual(['', [{}, {}, {}]]);
    expect((await world.db.measureProfile.findMany({ where: { clientId } })).map(({ label, id }) => label === id)).toEqual([true, true, true]);
    expect(await world.db.ledgerEntry.findMany({ where: { refType: 'payment' }, orderBy: { id: 'asc' } })).toEqual(before);
    expect(await receiptText(document.url)).toContain('Reçu de Le –');
    expect((await world.db.message.findMany({ where: { outboxKey: { not: null } }, orderBy: { id: 'desc' }, take: 1 })).map(({ text }) => text)).toEqual([expect.stringContaining('supprimé')]);
    expect(await world.db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ status: 'delivered', paidXof: 12_500n });
  });

  test('E42 · the photo of the fabric is kept until the order is handed over, then goes', async () => {
    const kofi = '+2290196000010';
    const { id: contactId } = await world.db.contact.findUniqueOrThrow({ where: { phone: kofi } });
    const { personId } = await world.db.contactPerson.findFirstOrThrow({ where: { contactId } });
    const kept = (eventId: bigint) => world.db.media.create({ data: { eventId, contactId, kind: 'image', status: 'kept', sha256: '0'.repeat(64), mime: 'image/jpeg', bytes: 1, at: world.now() } });
    await Promise.all([kept(801n), kept(802n)]);
    const orderId = await at(world, 'AFI', async (business) => {
      await business.db.client.create({ data: { tenantId: business.id, personId, tags: ['vip'], firstSource: 'test' } });
      const { fullName } = await business.db.person.findUniqueOrThrow({ where: { id: personId } });
      const order = await orderOf(business, fullName);
      await business.db.orderMedia.create({ data: { tenantId: business.id, orderId: order.orderId, eventId: 801n, by: 'client:kofi', caption: 'comme ma sœur Afi', at: business.now } });
      return order.orderId;
    });
    for (const text of ['supprimer', '1', 'supprimer', '4', '1']) {
      await world.standins.phones?.userSmsSends(kofi, text);
      await world.quiet();
    }
    expect((await world.db.media.findMany({ where: { contactId } })).map(({ eventId }) => eventId)).toEqual([801n]);
    await become(orderId, 'cancelled');
    await nextDay();
    expect(await world.db.media.count({ where: { contactId } })).toBe(0);
    expect(await world.db.orderMedia.findFirstOrThrow({ where: { eventId: 801n } })).toMatchObject({ caption: null });
  });

  test.each([['Awa Dossou', 'A. D.'], ['Jean-Paul  Élie', 'J. P. É.'], ['ɖɔkpɔ́', 'Ɖ.'], ['王', '王.'], ['👗 2', '–'], ['', '–']])('initials of « %s »: %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
