import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';

/** As a workshop has set itself, in words where a number says too little. */
type Set = { deposit: number; capacity: string; takes: string; when: string; closed: string; paid: string };
type Asked = { verb?: string; day?: { day: string; rolls?: true }; count?: number };
type Settings = Set & { asked: Asked; what: string; text: string; url: string; refusal: string };
export type SettingsCommands = {
  'settings.see': Command<undefined, Set>;
  'settings.change': Command<{ what: string; text: string }, object>;
  'orders.take': Command<{ takes: boolean }, object>;
  'day.close': Command<{ day: Asked['day']; text: string }, object>;
  'day.open': Command<{ day: Asked['day']; text: string }, object>;
  'keys.page': Command<undefined, { url: string }>;
};

const flow = setup({ types: {} as FlowTypes<Settings, SettingsCommands>, actions: commands<SettingsCommands>() });

const wrote = (verb: string, day?: boolean) => ({ guard: ({ context: { asked } }: { context: Settings }) => asked.verb === verb && (day === undefined || (asked.day !== undefined) === day) });
const written = (state: string, pattern: RegExp, what = state) => ({
  meta: { say: `settings.${state}`, back: 'back' as const },
  on: { said: { guard: ({ event }: { event: { text: string } }) => pattern.test(event.text.trim()), target: 'changing', actions: assign({ what, text: ({ event }: { event: { text: string } }) => event.text.trim() }) as never }, back: 'reading' },
});
const picked = (what: string, text: string) => ({ target: 'changing', actions: assign({ what, text }) as never });
const dayTyped = (say: string, target: string) => ({ meta: { say: `settings.${say}`, back: 'back' as const }, on: { said: { target, actions: assign({ text: ({ event }: { event: { text: string } }) => event.text.trim() }) as never }, back: 'reading' } });
const refused = assign(({ event }: { event: { reason: string } }) => ({ refusal: event.reason })) as never;

/** How a workshop works: what it takes in advance, when it is open, how much it sews in a week, where its clients pay. */
export const settings = flow.createMachine({
  id: 'settings',
  version: '1',
  context: { deposit: 50, capacity: '', takes: 'yes', when: '', closed: '', paid: 'no', asked: {}, what: '', text: '', url: '', refusal: 'right' },
  initial: 'sorting',
  states: {
    sorting: {
      always: [
        { ...wrote('close', true), target: 'closingDay' }, { ...wrote('open', true), target: 'openingDay' },
        { ...wrote('close'), target: 'shutting' }, { ...wrote('open'), target: 'reopening' },
        { guard: ({ context: { asked } }) => asked.verb === 'capacity' && asked.count !== undefined, target: 'changing', actions: assign(({ context }) => ({ what: 'capacity', text: String(context.asked.count) })) },
        { ...wrote('capacity'), target: 'capacity' },
        { target: 'reading' },
      ],
    },
    reading: {
      entry: 'settings.see',
      on: {
        'settings.see.done': { target: 'menu', actions: assign(({ event: { deposit, capacity, takes, when, closed, paid } }) => ({ deposit, capacity, takes, when, closed, paid, asked: {} })) },
        'settings.see.refused': { target: 'refused', actions: refused },
      },
    },
    menu: {
      meta: {
        say: 'settings.menu',
        choose: [{ id: 'orders', key: '1' }, { id: 'days', key: '2' }, { id: 'hours', key: '3' }, { id: 'capacity', key: '4' }, { id: 'deposit', key: '5' }, { id: 'prices', key: '6' }, { id: 'payments', key: '7' }, { id: 'paper', key: '8' }],
        back: 'back',
      },
      on: { 'chose.orders': 'orders', 'chose.days': 'days', 'chose.hours': 'hours', 'chose.capacity': 'capacity', 'chose.deposit': 'deposit', 'chose.prices': 'toGarments', 'chose.payments': 'linking', 'chose.paper': 'paper', back: 'left' },
    },
    orders: { meta: { say: 'settings.orders', choose: [{ id: 'reopen', key: '1' }, { id: 'shut', key: '2' }], back: 'back' }, on: { 'chose.reopen': 'reopening', 'chose.shut': 'shutting', back: 'reading' } },
    shutting: { entry: { type: 'orders.take', params: { takes: false } }, on: { 'orders.take.done': 'saving', 'orders.take.refused': { target: 'refused', actions: refused } } },
    reopening: { entry: { type: 'orders.take', params: { takes: true } }, on: { 'orders.take.done': 'saving', 'orders.take.refused': { target: 'refused', actions: refused } } },
    days: { meta: { say: 'settings.days', choose: [{ id: 'closeDay', key: '1' }, { id: 'openDay', key: '2' }], back: 'back' }, on: { 'chose.closeDay': 'dayClosed', 'chose.openDay': 'dayOpened', back: 'reading' } },
    dayClosed: dayTyped('dayClosed', 'closingDay'),
    dayOpened: dayTyped('dayOpened', 'openingDay'),
    dayUnread: { meta: { say: 'settings.dayUnread', choose: [{ id: 'retry', key: '1' }], back: 'back' }, on: { 'chose.retry': 'days', back: 'reading' } },
    closingDay: {
      entry: { type: 'day.close', params: ({ context: { asked, text } }) => ({ day: asked.day, text }) },
      on: { 'day.close.done': 'saving', 'day.close.refused': [{ guard: ({ event }) => event.reason === 'right', target: 'refused', actions: refused }, { target: 'dayUnread' }] },
    },
    openingDay: {
      entry: { type: 'day.open', params: ({ context: { asked, text } }) => ({ day: asked.day, text }) },
      on: { 'day.open.done': 'saving', 'day.open.refused': [{ guard: ({ event }) => event.reason === 'right', target: 'refused', actions: refused }, { target: 'dayUnread' }] },
    },
    hours: written('hours', /\p{L}/u),
    hoursUnread: written('hours', /\p{L}/u),
    capacity: written('capacity', /^\d{1,3}$/),
    // None is picked: a written 0 leads back, everywhere.
    deposit: {
      meta: { say: 'settings.deposit', choose: [{ id: 'none', key: '1' }, { id: 'half', key: '2' }, { id: 'percent', key: '3' }], back: 'back' },
      on: { 'chose.none': picked('deposit', '0'), 'chose.half': picked('deposit', '50'), 'chose.percent': 'percent', back: 'reading' },
    },
    percent: written('percent', /^(100|[1-9]\d?) ?%?$/, 'deposit'),
    paper: {
      meta: { say: 'settings.paper', choose: [{ id: 'town', key: '1' }, { id: 'address', key: '2' }, { id: 'phone', key: '3' }, { id: 'ifu', key: '4' }, { id: 'policy', key: '5' }], back: 'back' },
      on: { 'chose.town': 'town', 'chose.address': 'address', 'chose.phone': 'phone', 'chose.ifu': 'ifu', 'chose.policy': 'policy', back: 'reading' },
    },
    policy: written('policy', /^.{10,50}$/s),
    town: written('town', /^.{2,30}$/s),
    address: written('address', /^.{2,80}$/s),
    phone: written('phone', /^\+?[\d ().-]{6,30}$/),
    ifu: written('ifu', /^[\w ./-]{4,30}$/),
    changing: {
      entry: { type: 'settings.change', params: ({ context: { what, text } }) => ({ what, text }) },
      on: { 'settings.change.done': 'saving', 'settings.change.refused': [{ guard: ({ event }) => event.reason === 'right', target: 'refused', actions: refused }, { target: 'hoursUnread' }] },
    },
    // What is told is what holds now.
    saving: {
      entry: 'settings.see',
      on: {
        'settings.see.done': { target: 'saved', actions: assign(({ event: { deposit, capacity, takes, when, closed, paid } }) => ({ deposit, capacity, takes, when, closed, paid })) },
        'settings.see.refused': { target: 'refused', actions: refused },
      },
    },
    saved: { type: 'final', meta: { say: 'settings.saved' } },
    linking: { entry: 'keys.page', on: { 'keys.page.done': { target: 'linked', actions: assign(({ event }) => ({ url: event.url })) }, 'keys.page.refused': { target: 'refused', actions: refused } } },
    linked: { type: 'final', meta: { say: 'settings.linked', link: 'url' } },
    refused: { type: 'final', meta: { say: 'settings.refused' } },
    toGarments: { type: 'final', meta: { goto: 'garments' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
