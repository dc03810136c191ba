import { ABOUT_GOODS, GOODS, labels } from './longest-shop.ts';

export const NAME = 'Mouhamadou-Abdoulaye N’Diaye-Kpèhoundé K';
export const URL = `https://griot.example.com/r/${'x'.repeat(52)}`;
export const MONEY = 99_999_999;

/** What every flow about a client of the shop keeps. */
export const ABOUT_CLIENT = { whoSaid: ['wwwwwwwwwwwwwwwwwwww'], people: [[...labels(6, (at) => `${NAME.slice(0, 18)} 123${at}`), { id: 'again' }]], whoWhy: ['several', 'many', 'right', 'unknown'], debtor: [{ clientId: '', name: NAME, owed: MONEY }] };

/** The longest that each blank of a shop's money and goods may be. */
export const LONGEST_BOOKS: Record<string, Record<string, unknown[]>> = {
  debts: {
    ...ABOUT_CLIENT, asked: [{}], from: [0], next: [6], list: [[...labels(6, (at) => `${NAME.slice(0, 11)} 9 999 99${at} F`), { id: 'next' }]], count: [999], total: [MONEY], before: [''], older: ['1'],
    owed: ['owes', 'even', 'kept'].map((state) => ({ state, owed: MONEY, since: '2026-11-20', lines: Array.from({ length: 3 }, () => '20/11 V-99999 annulee +99 999 999').join('\n') })),
    acts: [[{ id: 'paid' }, { id: 'remind' }, { id: 'older' }]], given: [{}], refusal: ['unknown', 'nothing', 'phone', 'today', 'unwilling', 'right'],
  },
  settle: {
    ...ABOUT_CLIENT, asked: [{}], amount: [MONEY], how: ['cash'], sure: [false], minutes: [15], typed: [''], number: ['P-99999'], seq: [99_999], remaining: [MONEY], told: ['told', 'untold'],
    undone: [{ number: 'P-99999', name: NAME, amount: MONEY, owed: MONEY }], refusal: ['unknown', 'nothing', 'right'], undoing: ['unknown', 'undone', 'late', 'right'],
  },
  till: {
    asked: [{}], counted: [MONEY], till: ['shop', 'both'].map((from) => ({ expected: MONEY, sales: MONEY, debts: MONEY, orders: MONEY, from, day: '2026-11-20', time: '20:00' })), difference: [MONEY], side: ['less', 'more', 'same'], reason: [''], typed: [''],
    more: [[{ id: 'count' }, { id: 'history' }]], lines: [Array.from({ length: 3 }, () => '20/11 Mouhamadou-A 99 999 999 F -99 999 999').join('\n')], before: [0], pages: [[{ id: 'next' }]], next: [1], refusal: ['right'],
  },
  undo: { last: [{ kind: 'sale', seq: 1, number: 'V-99999', what: GOODS, amount: MONEY, time: '09:00' }], given: [{}], refusal: ['nothing', 'right'] },
  addGoods: {
    asked: [{}], media: [{}], goods: [{ name: 'Couches pour enfants taille 4 paquet de 30 pieces roses', price: MONEY, qty: 0, shown: 99_999.999, unit: 'centimetres' }], typed: [''], code: ['999999'], given: [{}], refusal: ['name', 'known', 'right'],
  },
  product: {
    ...ABOUT_GOODS, card: [{ code: '999999', price: MONEY, cost: MONEY, left: 99_999.999, aliases: 'riz25, riz parfume, sac de riz du Vietnam, riz de luxe', min: '99 999', max: '99 999', barcode: '61912345678901', category: 'Riz et céréales', supplier: 'CFAO Distribution' }],
    acts: [['price', 'alias', 'min', 'max', 'barcode', 'category', 'supplier', 'archive'].map((id) => ({ id }))], fact: ['price', 'alias', 'min', 'max', 'barcode', 'category', 'supplier', 'archive'], value: ['9999999'],
    refusal: ['unknown', 'unread', 'taken', 'supplier', 'stocked', 'doubt', 'right'],
  },
  importGoods: { asked: [{}], media: [{}], refusal: ['right'] },
  exportGoods: { asked: [{}], paper: [{ url: URL, fileName: 'produits.csv' }], refusal: ['right'] },
};
