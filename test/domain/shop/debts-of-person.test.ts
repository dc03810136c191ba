import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { collectPerson } from '../../../src/domain/identity/collect-person.ts';
import { finishErasing } from '../../../src/domain/identity/finish-erasing.ts';
import { receiveGoods } from '../../../src/domain/shop/receive-goods.ts';
import { sell } from '../../../src/domain/shop/sell.ts';
import { settleDebt } from '../../../src/domain/shop/settle-debt.ts';
import { dataPage } from '../../../templates/links.ts';
import { loadTexts } from '../../../src/i18n.ts';
import { openCarts, type Carts } from './carts.ts';

let shop: Carts;
beforeAll(async () => (shop = await openCarts()));
afterAll(() => shop.close());

async function owing(name: string): Promise<{ clientId: string; personId: string }> {
  const clientId = await shop.client(name);
  const variantId = await shop.shelf(0);
  await shop.as({}, (business) => receiveGoods(business, { variantId, qty: 5_000, unitXof: 2_000, key: shop.key() }));
  await shop.as({}, (business) => sell(business, { variantId, qty: 2_000, paidHow: 'credit', clientId, key: shop.key() }));
  return { clientId, personId: (await shop.db.client.findUniqueOrThrow({ where: { id: clientId } })).personId };
}
const pays = (clientId: string, amountXof: number) => shop.as({}, (business) => settleDebt(business, { clientId, amountXof, how: 'cash', sure: true, key: shop.key() }));

test('J28 · what one has bought on credit, paid and still owes is in what one carries away', async () => {
  const { clientId, personId } = await owing('Awa');
  await pays(clientId, 1_500);
  const data = await collectPerson(shop.db, personId, null);
  expect(data?.businesses).toMatchObject([{ as: 'client', owedXof: 4_500, debts: [{ kind: 'sale', amountXof: 6_000 }, { kind: 'payment', amountXof: -1_500, paidHow: 'cash' }] }]);
  if (data === undefined) throw new Error('it is there');
  const page = dataPage(loadTexts(), 'fr', data).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
  expect(page).toContain('acheté · 6 000 F');
  expect(page).toContain('Vous devez : 4 500 F');
});

test('J28 · who has everything deleted and owes something keeps initials in the book until it is paid', async () => {
  const { clientId, personId } = await owing('A. D.');
  await shop.db.person.update({ where: { id: personId }, data: { erasedAt: shop.now } });
  const nameNow = async () => {
    await shop.db.$transaction((tx) => finishErasing(tx, personId));
    return (await shop.db.person.findUniqueOrThrow({ where: { id: personId } })).fullName;
  };
  expect(await nameNow()).toBe('A. D.');
  await pays(clientId, 6_000);
  expect(await nameNow()).toBe('');
});
