import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';
import { asName, isName } from '../name.ts';
import { ABOUT_CLIENT, whichClient, type AboutClient, type Debtor, type FindClient } from '../which-client.ts';
import { ABOUT_GOODS, howMuch, type AboutGoods, type FindGoods, type Written } from '../which-goods.ts';
import { NOBODY, whoCame, type WhoCame, type WhoCameCommands } from '../who-came.ts';

type Bill = { qty: number; shown: number; unit: string; price: number; total: number };
type Left = { number: string; left: number; state: string; min: number };
/** `how`: empty until it is known. */
type Sale = AboutGoods<Written & { sale?: number }> & AboutClient & { draft: WhoCame; shown: string; persons: Choice[]; price: number; whole: number; bill: Bill; how: string; sure: boolean; usual: number; short: number; sold: Left; seq: number; undoAt: string; refusal: string; unvoided: string };

export type SaleCommands = FindGoods & FindClient & WhoCameCommands & {
  'sale.bill': Command<{ variantId: string; qty: number; unit: string; price: number }, { bill: Bill }>;
  'sale.make': Command<{ variantId: string; qty: number; price: number; total: number; how: string; clientId: string; sure: boolean }, { sold: Left; seq: number; owed: number; lasts: boolean; undoAt: string }, { usual?: number; available?: number }>;
  'debtor.add': Command<{ draft: WhoCame }, { debtor: Debtor }>;
  'sale.void': Command<{ seq: number }, { seq: number }>;
};

const flow = setup({ types: {} as FlowTypes<Sale, SaleCommands>, actions: commands<SaleCommands>() });
const THOUSAND = 1_000;

/** « vente riz 2 »: what the line says is done at once and may be undone; from the menu it is first asked how it is paid. */
export const sale = flow.createMachine({
  id: 'sale',
  version: '1',
  context: { ...ABOUT_GOODS, ...ABOUT_CLIENT, draft: NOBODY, shown: '', persons: [], price: 0, whole: 0, bill: { qty: 0, shown: 0, unit: '', price: 0, total: 0 }, how: '', sure: false, usual: 0, short: 0, sold: { number: '', left: 0, state: 'fine', min: 0 }, seq: 0, undoAt: '', refusal: 'unknown', unvoided: 'unknown' },
  initial: 'seeking',
  states: {
    ...howMuch('sale', 'billing', 'sell'),
    seeking: {
      always: [
        // « annule V-318 »
        { guard: ({ context }) => context.asked.sale !== undefined, target: 'voiding', actions: assign(({ context }) => ({ seq: context.asked.sale ?? 0 })) },
        { guard: ({ context }) => context.asked.goods !== undefined, target: 'finding', actions: assign(({ context }) => ({ said: context.asked.goods ?? '' })) },
        { target: 'naming' },
      ],
    },
    billing: {
      // `whole`: what is left of the shelf is in its own unit, whatever was written.
      entry: { type: 'sale.bill', params: ({ context: { goods, asked, whole, price } }) => ({ variantId: goods.variantId, qty: whole || (asked.qty?.milli ?? 0), unit: whole === 0 ? (asked.unit ?? '') : '', price: price || (asked.price ?? 0) }) },
      on: {
        'sale.bill.done': [
          { guard: ({ context }) => context.how !== '', target: 'selling', actions: assign(({ event }) => ({ bill: event.bill })) },
          { guard: ({ context }) => context.asked.debtor !== undefined, target: 'owing', actions: assign(({ context, event }) => ({ bill: event.bill, how: 'credit', whoSaid: context.asked.debtor ?? '' })) },
          { guard: ({ context: { menu, asked } }) => menu && asked.method === undefined, target: 'how', actions: assign(({ event }) => ({ bill: event.bill })) },
          { target: 'selling', actions: assign(({ context, event }) => ({ bill: event.bill, how: context.asked.method ?? 'cash' })) },
        ],
        'sale.bill.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    how: {
      meta: { say: 'sale.how', choose: [{ id: 'cash', key: '1' }, { id: 'momo', key: '2' }, { id: 'credit', key: '3' }, { id: 'price', key: '4' }], back: 'cancel' },
      on: { 'chose.cash': { target: 'selling', actions: assign({ how: 'cash' }) }, 'chose.momo': { target: 'selling', actions: assign({ how: 'momo' }) }, 'chose.credit': { target: 'owing', actions: assign({ how: 'credit' }) }, 'chose.price': 'price', back: 'leaving' },
    },
    owing: { always: [{ guard: ({ context }) => context.whoSaid !== '', target: 'findingWho' }, { target: 'askingWho' }] },
    ...whichClient('sale', 'selling'),
    nobody: {
      meta: { say: 'sale.nobody', choose: ['create', 'again'], back: 'cancel' },
      on: {
        'chose.create': [{ guard: ({ context }) => isName(context.whoSaid), target: 'phone', actions: assign(({ context }) => ({ draft: { ...NOBODY, name: asName(context.whoSaid) } })) }, { target: 'askingWho' }],
        'chose.again': 'askingWho', back: 'leaving',
      },
    },
    ...whoCame('adding'),
    adding: {
      entry: { type: 'debtor.add', params: ({ context }) => ({ draft: context.draft }) },
      on: { 'debtor.add.done': { target: 'selling', actions: assign(({ event }) => ({ debtor: event.debtor })) }, 'debtor.add.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    price: { meta: { say: 'sale.price', back: 'back' }, on: { said: { target: 'pricing', actions: assign(({ event }) => ({ typed: event.text })) }, back: 'how' } },
    pricing: {
      entry: { type: 'goods.read', params: ({ context }) => ({ text: context.typed, about: 'price', for: 'sell' }) },
      on: { 'goods.read.done': { target: 'billing', actions: assign(({ event }) => ({ price: event.price ?? 0 })) }, 'goods.read.refused': 'price' },
    },
    selling: {
      entry: { type: 'sale.make', params: ({ context: { goods, bill, how, debtor, sure } }) => ({ variantId: goods.variantId, qty: bill.qty, price: bill.price, total: bill.total, how, clientId: how === 'credit' ? debtor.clientId : '', sure }) },
      on: {
        'sale.make.done': [
          { guard: ({ context, event }) => context.how === 'credit' && event.lasts, target: 'lent', actions: assign(({ context, event: { sold, seq, owed } }) => ({ sold, seq, debtor: { ...context.debtor, owed } })) },
          { guard: ({ context }) => context.how === 'credit', target: 'lentShort', actions: assign(({ context, event: { sold, seq, owed, undoAt } }) => ({ sold, seq, undoAt, debtor: { ...context.debtor, owed } })) },
          { guard: ({ event }) => event.lasts, target: 'sold', actions: assign(({ event: { sold, seq } }) => ({ sold, seq })) },
          { target: 'soldShort', actions: assign(({ event: { sold, seq, undoAt } }) => ({ sold, seq, undoAt })) },
        ],
        'sale.make.refused': [
          { guard: ({ event }) => event.reason === 'unusual', target: 'unusual', actions: assign(({ event }) => ({ usual: event.usual ?? 0 })) },
          { guard: ({ event }) => event.reason === 'short' && (event.available ?? 0) > 0, target: 'short', actions: assign(({ event }) => ({ short: event.available ?? 0 })) },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    unusual: { meta: { say: 'sale.unusual', choose: ['yes', 'correct'], back: 'cancel' }, on: { 'chose.yes': { target: 'selling', actions: assign({ sure: true }) }, 'chose.correct': 'qty', back: 'leaving' } },
    short: {
      meta: { say: 'sale.short', choose: ['rest', 'correct'], back: 'cancel' },
      on: { 'chose.rest': { target: 'billing', actions: assign(({ context }) => ({ whole: context.short * THOUSAND, sure: true })) }, 'chose.correct': 'qty', back: 'leaving' },
    },
    sold: { meta: { say: 'sale.sold', choose: ['undo'], back: 'menu', done: true }, on: { 'chose.undo': 'voiding', back: 'leaving' } },
    lent: { meta: { say: 'sale.lent', choose: ['undo'], back: 'menu', done: true }, on: { 'chose.undo': 'voiding', back: 'leaving' } },
    // Where a call costs by the second it ends here, and its menu undoes.
    soldShort: { type: 'final', meta: { say: 'sale.soldShort' } },
    lentShort: { type: 'final', meta: { say: 'sale.lentShort' } },
    voiding: {
      entry: { type: 'sale.void', params: ({ context }) => ({ seq: context.seq }) },
      on: { 'sale.void.done': { target: 'voided', actions: assign(({ event }) => ({ seq: event.seq })) }, 'sale.void.refused': { target: 'unvoided', actions: assign(({ event }) => ({ unvoided: event.reason })) } },
    },
    voided: { type: 'final', meta: { say: 'sale.voided' } },
    unvoided: { type: 'final', meta: { say: 'sale.unvoided' } },
    refused: { type: 'final', meta: { say: 'sale.refused' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
