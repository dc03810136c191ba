import { describe, expect, test } from '@jest/globals';
import { cashOf, judgeBooks, readLines, type Books, type Spoken } from '../../chaos/verdict/shop-books.ts';

const OWED_XOF = 10_000;
const RICE = 0;
const MILK = 2;

/** Sold for cash and voided, sold on credit, one milk sold and one refused; milk came, money came, an order was paid and one waits. */
const spoken: Spoken[] = [
  { text: 'vente riz 2 a 5001', answers: ['Vendu 2 × riz = *10 002 F* (V-1). Reste 98.'] },
  { text: 'vente riz 1 a 5002 credit awa', answers: ['Vendu à crédit à *Awa Dossou* : 1 × riz = *5 002 F* (V-2).'] },
  { text: 'vente lait 3 a 5003', answers: ['Vendu 3 × lait = *15 009 F* (V-3). Il n\'y en a plus.'] },
  { text: 'vente lait 1 a 5004', answers: ['*lait* : rien n\'est vendu, il n\'y en a plus.'] },
  { text: 'annule V-1', answers: ['La vente V-1 est annulée, le stock est revenu.\n\nIl ne reste que 1 × *lait*.'] },
  { text: 'entree lait 2 a 401', answers: ['Entré : 2 × lait à 401 F.'] },
  { text: 'paye awa 300', answers: ['*Awa Dossou* a payé *300 F* (P-1).'] },
  { text: 'recu 1 600 especes', answers: ['*600 F* reçus en espèces'] },
];

const good = (): Books => ({
  sales: [
    { seq: 1, unitXof: 5_001, qty: 2, totalXof: 10_002, paidHow: 'cash', isVoided: true }, { seq: 2, unitXof: 5_002, qty: 1, totalXof: 5_002, paidHow: 'credit', isVoided: false },
    { seq: 3, unitXof: 5_003, qty: 3, totalXof: 15_009, paidHow: 'cash', isVoided: false },
  ],
  receipts: [{ unitXof: 401, qty: 2 }], payments: [300], owedXof: OWED_XOF + 5_002 - 300,
  orders: [{ seq: 1, totalXof: 600, paidXof: 600, sales: 1, isKept: false }, { seq: 2, totalXof: 600, paidXof: 0, sales: 0, isKept: true }],
  shelves: [{ name: 'riz', onHand: 98, moved: 98, worth: '9800.000', movedWorth: '9800.000', reserved: 1, kept: 1 }],
  till: [15_909], openTwice: [],
});

const wrong = (books: Books) => judgeBooks(readLines(spoken), books, OWED_XOF);
const sale = (books: Books, at: number, change: Partial<Books['sales'][number]>): Books => ({ ...books, sales: books.sales.map((each, n) => (n === at ? { ...each, ...change } : each)) });
const shelf = (change: Partial<Books['shelves'][number]>): Books => ({ ...good(), shelves: good().shelves.map((each) => ({ ...each, ...change })) });
const order = (change: Partial<Books['orders'][number]>): Books => ({ ...good(), orders: good().orders.map((each, at) => (at === 0 ? { ...each, ...change } : each)) });

test('nothing is found where nothing is wrong, and the till is what was said', () => {
  expect(wrong(good())).toEqual([]);
  expect(cashOf(readLines(spoken), good())).toBe(15_009 + 300 + 600);
});

const WRONG: [string, Books, RegExp][] = [
  ['a sale that is lost', { ...good(), sales: good().sales.toSpliced(MILK, 1) }, /lait 3 a 5003 was sold 0 times/],
  ['a sale that is doubled', { ...good(), sales: [...good().sales, ...good().sales.slice(MILK).map((each) => ({ ...each, seq: 4 }))] }, /lait 3 a 5003 was sold 2 times/],
  ['a sale that was refused and made', { ...good(), sales: [...good().sales, { seq: 4, unitXof: 5_004, qty: 1, totalXof: 5_004, paidHow: 'cash', isVoided: false }] }, /lait 1 a 5004 was sold 1 times/],
  ['a sale of nobody', { ...good(), sales: [...good().sales, { seq: 4, unitXof: 7_000, qty: 1, totalXof: 7_000, paidHow: 'cash', isVoided: false }] }, /nobody said V-4/],
  ['another quantity', sale(good(), MILK, { qty: 2 }), /is V-3 of 2/],
  ['a void that is lost', sale(good(), RICE, { isVoided: false }), /V-1 is not voided/],
  ['a void of nobody', sale(good(), MILK, { isVoided: true }), /V-3 is voided by nobody/],
  ['goods that came in twice', { ...good(), receipts: [...good().receipts, ...good().receipts] }, /1 times goods came in, 2 receipts/],
  ['a payment that is doubled', { ...good(), payments: [300, 300] }, /300 was paid, 600 is written/],
  ['a debt that is not the sum', { ...good(), owedXof: OWED_XOF }, /is owed/],
  ['a shelf that is not what has moved', shelf({ onHand: 99 }), /riz: 99 worth 9800.000 on hand, 98/],
  ['a worth that is not what has moved', shelf({ worth: '9801.000' }), /riz: 98 worth 9801.000 on hand/],
  ['goods that are kept for nobody', shelf({ kept: 0 }), /riz: 1 reserved, 0 kept/],
  ['less than nothing', shelf({ onHand: -1, moved: -1 }), /riz: -1 on hand/],
  ['an order that is paid and did not leave', order({ sales: 0, isKept: true }), /order 1: 600 was paid/],
  ['an order that was paid twice', order({ paidXof: 1_200 }), /order 1: 600 was paid and 1200/],
  ['a warning that is open twice', { ...good(), openTwice: ['rupture'] }, /two warnings of rupture/],
];

describe('each fault is found', () => {
  test.each(WRONG)('%s', (_says, books, found) => {
    expect(wrong(books).join('\n')).toMatch(found);
  });
});
