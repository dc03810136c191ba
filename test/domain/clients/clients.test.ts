import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWalkIn, type WalkIn } from '../../../src/domain/clients/add-walk-in.ts';
import { findClient } from '../../../src/domain/clients/find-client.ts';
import { lookUpPhone } from '../../../src/domain/clients/look-up-phone.ts';
import { searchClients } from '../../../src/domain/clients/search-clients.ts';
import { enrolPerson } from '../../../src/domain/identity/enrol-person.ts';
import { openAnother, openShop, type Shop } from '../orders/shop.ts';

let shop: Awaited<ReturnType<typeof openShop>>;
beforeAll(async () => (shop = await openShop()));
afterAll(() => shop.close());

let phones = 10_000_000;
const newPhone = () => `+22901${(phones += 7)}`;
const walkIn = (of: Shop, who: WalkIn) => shop.db.$transaction((tx) => addWalkIn(tx, of.tenantId, { now: of.now, actor: 'member:owner', role: 'owner', channel: 'sms' }, who), { maxWait: 60_000, timeout: 60_000 });
const lookUp = (of: Shop, typed: string) => shop.db.$transaction((tx) => lookUpPhone(tx, of.tenantId, typed));
const enrol = (name: string, phone?: string) => shop.db.$transaction((tx) => enrolPerson(tx, { name, phone, now: shop.now }));
const search = (of: Shop, typed: string | undefined, after = '') => of.as({}, (business) => searchClients(business, typed, { after, limit: 20 }));
const namesFound = async (of: Shop, typed: string) => (await search(of, typed)).rows.map(({ name }) => name);
const held = async (of: Shop, phone: string) => {
  const known = await lookUp(of, phone);
  return 'refused' in known ? known.refused : known.persons.map(({ name, clientId }) => [name, clientId !== null]);
};

describe('a person becomes a client', () => {
  test('on first contact, with what brought them; ten messages at once make one client, and the source stays', async () => {
    const personId = await enrol('Afi Kossou');
    const come = (source: string, phone?: string) => shop.as({}, (business) => findClient(business, { personId, source, phone }));
    const ten = await Promise.all(Array.from({ length: 10 }, () => come('qr')));
    expect(ten.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(ten.map(({ clientId }) => clientId)).size).toBe(1);
    await come('directory', '+2290197000001');
    await come('directory', '+2290197000002');
    expect(await shop.db.client.findMany({ where: { personId } })).toMatchObject([{ tenantId: shop.tenantId, firstSource: 'qr', phone: '+2290197000001', createdAt: shop.now }]);
  });
});

describe('J5 · somebody walks in', () => {
  test('with a new phone: the person, their phone and the client are there, and the phone is theirs when it calls', async () => {
    const phone = newPhone();
    expect(await walkIn(shop, { name: ' Yao Mensah ', phone })).toMatchObject({ isNew: true });
    expect(await held(shop, phone)).toEqual([['Yao Mensah', true]]);
    expect(await shop.db.contact.findUniqueOrThrow({ where: { phone }, include: { persons: true } })).toMatchObject({ key: phone, persons: [{ isDefault: true }] });
  });

  test('without a phone, as some come all their life', async () => {
    expect(await walkIn(shop, { name: 'Mama Ruth' })).toMatchObject({ isNew: true });
    expect(await search(shop, 'ruth')).toMatchObject({ rows: [{ name: 'Mama Ruth', phone: null }] });
  });

  test('E18 · a known phone offers those who hold it: one is chosen, or it is somebody else', async () => {
    const phone = newPhone();
    const ines = await enrol('Inès', phone);
    await enrol('Paul', phone);
    expect(await walkIn(shop, { name: 'Ines', phone })).toMatchObject({ refused: 'known', persons: [{ name: 'Inès', clientId: null }, { name: 'Paul', clientId: null }] });
    expect(await walkIn(shop, { personId: ines, phone })).toMatchObject({ isNew: true });
    expect(await walkIn(shop, { personId: ines, phone })).toMatchObject({ isNew: false });
    expect(await walkIn(shop, { name: 'Koffi', phone, another: true })).toMatchObject({ isNew: true });
    expect(await held(shop, phone)).toEqual([['Inès', true], ['Koffi', true], ['Paul', false]]);
  });

  test('nobody is chosen who does not hold that phone', async () => {
    const [phone, stranger] = [newPhone(), await enrol('Sena', newPhone())];
    for (const who of [{ personId: stranger, phone }, { personId: stranger }, { personId: shop.nobody, phone }]) expect(await walkIn(shop, who)).toEqual({ refused: 'unknown' });
    expect(await shop.db.client.count({ where: { personId: stranger } })).toBe(0);
  });

  test('who is erased is offered no more', async () => {
    const phone = newPhone();
    await walkIn(shop, { name: 'Gone', phone });
    await shop.db.person.updateMany({ where: { fullName: 'Gone' }, data: { fullName: '', erasedAt: shop.now } });
    expect(await held(shop, phone)).toEqual([]);
    expect(await namesFound(shop, phone)).toEqual([]);
  });

  test.each([
    ['97 00 00 07', '+2290197000007', true], ['229 97000007', '+2290197000007', true], ['0022997000007', '+2290197000007', true],
    ['01 97 00 00 07', '+2290197000007', false], ['+229 01 97 00 00 07', '+2290197000007', false], ['+221 77 123 45 67', '+221771234567', false],
  ])('E1 · %s is offered as %s (old number: %s)', async (typed, phone, renewed) => expect(await lookUp(shop, typed)).toMatchObject({ phone, renewed }));

  test.each(['awa', '12', '', '999999999999999999'])('E1 · «%s» is no phone', async (typed) => {
    expect(await lookUp(shop, typed)).toEqual({ refused: 'phone' });
    expect(await walkIn(shop, { name: 'Awa Koffi', phone: typed })).toEqual({ refused: 'phone' });
  });

  test('E1 · what another business knows of a phone stays there', async () => {
    const other = await openAnother(shop.db, {});
    const phone = newPhone();
    const personId = await enrol('Reine');
    await other.as({}, (business) => findClient(business, { personId, phone, source: 'test' }));
    expect(await held(other, phone)).toEqual([['Reine', true]]);
    expect(await held(shop, phone)).toEqual([]);
  });
});

describe('clients are searched', () => {
  test.each([
    ['ADJOA', ['Adjoa N’Dah']], ['ndah adj', []], ['n’dah', ['Adjoa N’Dah']], ['dah adj', ['Adjoa N’Dah']], ['hélène', ['HELENE Sossou', 'Hélène Ahouré']], ['AHOURE', ['Hélène Ahouré']], ['7788', ['Hélène Ahouré']],
    ['97 55 77 88', ['Hélène Ahouré']], ['+229 01 97 55 77 88', ['Hélène Ahouré']], ['00229 0197557788', ['Hélène Ahouré']], ['88', []], ['%', []], ['_', []], ['', []], ['sossou%', ['HELENE Sossou']],
  ])('«%s»', async (typed, found) => {
    const other = await openAnother(shop.db, {});
    await walkIn(other, { name: 'Hélène Ahouré', phone: '+2290197557788', another: true });
    for (const name of ['HELENE Sossou', 'Adjoa N’Dah']) await walkIn(other, { name });
    expect((await namesFound(other, typed)).sort()).toEqual(found);
  });

  test('page by page, each once, also those of one name; all of them where nothing is asked', async () => {
    const other = await openAnother(shop.db, {});
    for (let at = 0; at < 22; at++) await walkIn(other, { name: `Kossi ${at % 3}` });
    for (const typed of ['kossi', undefined]) {
      const first = await search(other, typed);
      const second = await search(other, typed, first.next);
      expect([first.rows.length, second.next]).toEqual([20, undefined]);
      expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(await shop.db.client.count({ where: { tenantId: other.tenantId, person: { erasedAt: null } } }) - (typed === undefined ? 0 : 1));
    }
  });

  test('whatever is searched, no client of another business is found', async () => {
    const other = await openAnother(shop.db, {});
    const strangers = await openAnother(shop.db, {});
    for (const name of ['Afi', 'Bio', 'Élodie 19']) for (const each of [other, strangers]) await walkIn(each, { name, phone: newPhone(), another: true });
    const own = new Set((await shop.db.client.findMany({ where: { tenantId: other.tenantId } })).map(({ id }) => id));
    const typed = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a', 'afi', 'bio', 'e', 'elo', '229', '000', '1', '19'), fc.stringMatching(/^\d{1,5}$/));
    await fc.assert(fc.asyncProperty(typed, async (text) => {
      const { rows } = await search(other, text);
      expect(rows.filter(({ id }) => !own.has(id))).toEqual([]);
    }), { numRuns: 60 });
  });
});
