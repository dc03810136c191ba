import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';

/** What waits for them: open orders of a client, promises due of a workshop, tasks of an employee. */
type Home = { persona: string; sews: boolean; stocks: boolean; name: string; business: string; code: string; waiting: number } & Shop;
/** How a shop stands: what is out and low, what should be ordered, what was taken in today. */
type Shop = { out: number; low: number; advised: string; today: number };
export type HomeCommands = { 'home.open': Command<undefined, Home> };

const flow = setup({ types: {} as FlowTypes<Home, HomeCommands>, actions: commands<HomeCommands>() });

/** An entry of a menu: its printed key, and the flow it opens. */
type Entries = Record<string, [key: string, flow: string]>;

/** The menus of everybody we know. Keys are those of the printed ones: an entry that does not exist yet leaves its key unused. */
const CLIENT: Entries = { orders: ['1', 'orders'], order: ['2', 'tailoredOrder'], pay: ['4', 'pay'], measures: ['6', 'measures'], shop: ['7', 'cart'] };
const WORKSHOP: Entries = { board: ['1', 'board'], ready: ['2', 'ready'], take: ['3', 'take'], walkIn: ['5', 'walkIn'] };
const SHELVES: Entries = { sell: ['1', 'sale'], stock: ['2', 'stockOf'], goodsIn: ['3', 'goodsIn'], shelves: ['4', 'shelves'] };
const DEBTS: Entries = { credit: ['7', 'debts'] };
const SELLING: Entries = { ...SHELVES, ...DEBTS };
const SHOP: Entries = { ...SHELVES, toOrder: ['5', 'toOrder'], report: ['6', 'report'], ...DEBTS };
const SEWING: Entries = { tasks: ['1', 'tasks'], stage: ['2', 'stage'] };
const CLIENT_MORE: Entries = { receipts: ['2', 'receipts'], language: ['4', 'language'], profile: ['5', 'profile'], workshop: ['6', 'human'], consent: ['7', 'consent'], data: ['8', 'data'] };
const STAFF_MORE: Entries = { human: ['7', 'human'], language: ['8', 'language'] };
const SEWING_MORE: Entries = { clients: ['6', 'clients'], ...STAFF_MORE };
const SELLING_MORE: Entries = { count: ['1', 'count'], missing: ['2', 'missing'], undo: ['3', 'undo'], till: ['4', 'till'], ...STAFF_MORE };
const SHOP_MORE: Entries = { count: ['1', 'count'], missing: ['2', 'missing'], undo: ['3', 'undo'], till: ['4', 'till'], product: ['5', 'product'], ...STAFF_MORE };
const SHOP_KNOW: Entries = { forecast: ['1', 'forecast'], analysis: ['2', 'analysis'], dormants: ['3', 'dormants'], alerts: ['4', 'alerts'], purchases: ['5', 'purchases'], board: ['6', 'board'], goals: ['7', 'goals'] };
const WORKSHOP_MORE: Entries = { team: ['1', 'team'], settings: ['4', 'settings'], code: ['5', 'shopCode'], clients: ['6', 'clients'], ...STAFF_MORE, pin: ['9', 'changePin'] };

const choices = (entries: Entries) => Object.entries(entries).map(([id, [key]]) => ({ id, key }));
const ways = (entries: Entries) => Object.fromEntries(Object.entries(entries).map(([id, [, to]]) => [`chose.${id}`, `to_${to}`]));
const ends = (...menus: Entries[]) => Object.fromEntries(menus.flatMap((entries) => Object.values(entries)).map(([, to]) => [`to_${to}`, { type: 'final' as const, meta: { goto: to } }]));

const first = (say: string, entries: Entries, more: string) => ({
  meta: { say, choose: [...choices(entries), { id: 'more', key: '8' }], back: 'quit' as const, first: true },
  on: { ...ways(entries), 'chose.more': more, back: 'left' },
});
const others = (say: string, entries: Entries) => ({ meta: { say, choose: choices(entries), back: 'back' as const }, on: { ...ways(entries), back: 'opening' } });
const is = (persona: string, does?: 'sews' | 'stocks') => ({ guard: ({ context }: { context: Home }) => context.persona === persona && (does === undefined || context[does]) });

/** The first screen of everybody we know. */
export const home = flow.createMachine({
  id: 'home',
  version: '1',
  context: { persona: '', sews: false, stocks: false, name: '', business: '', code: '', waiting: 0, out: 0, low: 0, advised: '', today: 0 },
  initial: 'opening',
  states: {
    opening: {
      entry: 'home.open',
      on: {
        'home.open.done': { target: 'sorting', actions: assign(({ event: { persona, sews, stocks, name, business, code, waiting, out, low, advised, today } }) => ({ persona, sews, stocks, name, business, code, waiting, out, low, advised, today })) },
        'home.open.refused': 'to_welcome',
      },
    },
    sorting: {
      always: [
        { ...is('owner', 'sews'), target: 'owner' }, { ...is('owner'), target: 'salon' }, { ...is('manager'), target: 'manager' },
        { ...is('employee', 'sews'), target: 'employee' }, { ...is('employee', 'stocks'), target: 'seller' }, { ...is('employee'), target: 'helper' },
        { ...is('affiliate'), target: 'affiliate' }, { ...is('agent'), target: 'agent' }, { target: 'client' },
      ],
    },
    client: first('home.client', CLIENT, 'clientMore'),
    owner: first('home.owner', WORKSHOP, 'workshopMore'),
    salon: first('home.owner', {}, 'staffMore'),
    manager: first('home.manager', SHOP, 'shopMore'),
    employee: first('home.employee', SEWING, 'sewingMore'),
    seller: first('home.employee', SELLING, 'sellingMore'),
    helper: first('home.employee', {}, 'staffMore'),
    affiliate: first('home.affiliate', {}, 'staffMore'),
    agent: first('home.agent', {}, 'staffMore'),
    clientMore: others('home.clientMore', CLIENT_MORE),
    staffMore: others('home.staffMore', STAFF_MORE),
    sellingMore: others('home.staffMore', SELLING_MORE),
    shopMore: { meta: { say: 'home.staffMore', choose: [...choices(SHOP_MORE), { id: 'know', key: '6' }], back: 'back' }, on: { ...ways(SHOP_MORE), 'chose.know': 'shopKnow', back: 'opening' } },
    shopKnow: others('home.shopKnow', SHOP_KNOW),
    sewingMore: others('home.staffMore', SEWING_MORE),
    workshopMore: others('home.staffMore', WORKSHOP_MORE),
    ...ends(CLIENT, WORKSHOP, SHOP, SHOP_MORE, SHOP_KNOW, SEWING, CLIENT_MORE, WORKSHOP_MORE, { welcome: ['', 'welcome'] }),
    left: { type: 'final', meta: { say: 'home.left' } },
  },
});
