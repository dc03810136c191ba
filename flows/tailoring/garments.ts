import { assign, setup } from 'xstate';
import { commands, type Choice, type Command, type FlowTypes } from '../flow.ts';

type Card = { garmentId: string; name: string; price: string; days: number; measures: string };
type Garments = Card & { garments: Choice[]; what: string; text: string; wanted: string; cost: string };
type Named = { garmentId: string };
export type GarmentsCommands = {
  'garments.list': Command<undefined, { garments: Choice[] }>;
  'garment.see': Command<Named, Card>;
  'garment.change': Command<Named & { what: string; text: string }, object>;
  'garment.archive': Command<Named, object>;
  'garment.add': Command<{ name: string; price: string; days: string }, Named>;
};

const flow = setup({ types: {} as FlowTypes<Garments, GarmentsCommands>, actions: commands<GarmentsCommands>() });
const typed = (what: string, pattern: RegExp) => ({
  meta: { say: `garments.${what}`, back: 'back' as const },
  on: { said: { guard: ({ event }: { event: { text: string } }) => pattern.test(event.text.trim()), target: 'changing', actions: assign({ what, text: ({ event }: { event: { text: string } }) => event.text.trim() }) as never }, back: 'seeing' },
});
const keep = (field: 'wanted' | 'cost') => assign({ [field]: ({ event }: { event: { text: string } }) => event.text.trim() }) as never;
const fits = (pattern: RegExp) => ({ event }: { event: { text: string } }) => pattern.test(event.text.trim());
const NAME = /^(?=.*\p{L}.*\p{L}).{3,40}$/su;
const DAYS = /^\d{1,3}$/;
const AMOUNT = /^(?=.*\d).{1,20}$|^\p{L}{4,10}$/su;

const picked = assign({ garmentId: ({ event }: { event: { id: string } }) => event.id }) as never;

/** What a workshop sews: what each thing costs, how long it takes, what is measured for it. */
export const garments = flow.createMachine({
  id: 'garments',
  version: '1',
  context: { garmentId: '', name: '', price: '', days: 0, measures: '', garments: [], what: '', text: '', wanted: '', cost: '' },
  initial: 'listing',
  states: {
    listing: { entry: 'garments.list', on: { 'garments.list.done': { target: 'which', actions: assign(({ event }) => ({ garments: event.garments })) }, 'garments.list.refused': 'notYours' } },
    which: { meta: { say: 'garments.which', choose: 'garments', back: 'back' }, on: { 'chose.add': 'newName', 'chose.*': { target: 'seeing', actions: picked }, back: 'toSettings' } },
    seeing: { entry: { type: 'garment.see', params: ({ context: { garmentId } }) => ({ garmentId }) }, on: { 'garment.see.done': { target: 'card', actions: assign(({ event: { name, price, days, measures } }) => ({ name, price, days, measures })) }, 'garment.see.refused': 'listing' } },
    card: {
      meta: { say: 'garments.card', choose: [{ id: 'price', key: '1' }, { id: 'days', key: '2' }, { id: 'measures', key: '3' }, { id: 'archive', key: '4' }], back: 'back' },
      on: { 'chose.price': 'price', 'chose.days': 'days', 'chose.measures': 'measures', 'chose.archive': 'archiving', back: 'listing' },
    },
    price: typed('price', AMOUNT),
    days: typed('days', DAYS),
    measures: typed('measures', /\p{L}/u),
    unread: { meta: { say: 'garments.unread', choose: [{ id: 'retry', key: '1' }], back: 'back' }, on: { 'chose.retry': 'seeing', back: 'listing' } },
    changing: {
      entry: { type: 'garment.change', params: ({ context: { garmentId, what, text } }) => ({ garmentId, what, text }) },
      on: { 'garment.change.done': 'seeing', 'garment.change.refused': 'unread' },
    },
    archiving: { entry: { type: 'garment.archive', params: ({ context: { garmentId } }) => ({ garmentId }) }, on: { 'garment.archive.done': 'listing', 'garment.archive.refused': 'listing' } },
    newName: { meta: { say: 'garments.newName', back: 'back' }, on: { said: { guard: fits(NAME), target: 'newPrice', actions: keep('wanted') }, back: 'listing' } },
    newPrice: { meta: { say: 'garments.newPrice', back: 'back' }, on: { said: { guard: fits(AMOUNT), target: 'newDays', actions: keep('cost') }, back: 'newName' } },
    newDays: { meta: { say: 'garments.newDays', back: 'back' }, on: { said: { guard: fits(DAYS), target: 'adding', actions: assign({ text: ({ event }: { event: { text: string } }) => event.text.trim() }) as never }, back: 'newPrice' } },
    adding: {
      entry: { type: 'garment.add', params: ({ context: { wanted, cost, text } }) => ({ name: wanted, price: cost, days: text }) },
      on: { 'garment.add.done': { target: 'seeing', actions: assign(({ event }) => ({ garmentId: event.garmentId })) }, 'garment.add.refused': 'notAdded' },
    },
    notAdded: { meta: { say: 'garments.notAdded', choose: [{ id: 'retry', key: '1' }], back: 'back' }, on: { 'chose.retry': 'newName', back: 'listing' } },
    notYours: { type: 'final', meta: { say: 'settings.refused' } },
    toSettings: { type: 'final', meta: { goto: 'settings' } },
  },
});
