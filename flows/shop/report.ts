import { assign, setup } from 'xstate';
import { commands, OPEN, type Choice, type Command, type FlowTypes } from '../flow.ts';

/** All in words: what cannot be known yet says so. */
export type Told = {
  title: string; from: string; to: string; time: string; sales: string; turnover: string; trend: string; seven: string; thirty: string; basket: string; margin: string; service: string; inStock: string;
  out: string; low: string; worth: string; lastWorth: string; best: string; categories: string; asleep: string; first: string; second: string; third: string;
};
/** `offers`: what can be done with the report that is shown; `by`: where a file comes. */
type Report = { asked: { verb?: string; report?: string; file?: true; email?: string }; kind: string; told: Told; offers: Choice[]; file: string; by: string; email: string; which: string; refusal: string };
export type ReportCommands = {
  'report.see': Command<{ kind: string }, { told: Told; offers: Choice[] }>;
  'report.text': Command<{ kind: string }, object>;
  'report.email': Command<{ email: string }, { email: string; which: string }>;
  'report.make': Command<{ file: string; by: string }, { by: 'whatsapp' | 'sms' }>;
};

const flow = setup({ types: {} as FlowTypes<Report, ReportCommands>, actions: commands<ReportCommands>() });
const NOTHING: Told = {
  title: '', from: '', to: '', time: '', sales: '', turnover: '', trend: '', seven: '', thirty: '', basket: '', margin: '', service: '', inStock: '',
  out: '', low: '', worth: '', lastWorth: '', best: '', categories: '', asleep: '', first: '', second: '', third: '',
};
const KINDS = ['day', 'week', 'month', 'sales', 'stock', 'figures', 'counsel', 'bank'];
const FILES = ['month', 'lastMonth', 'sales', 'stock', 'bank'];
/** Nobody reads half a year in a message. */
const ONLY_FILES = ['bank', 'lastMonth'];
type Seen = { context: Report };
const isOf = (...kinds: string[]) => ({ guard: ({ context }: Seen) => kinds.includes(context.kind) });
const reading = (kind: string) => ({ target: 'reading', actions: assign(() => ({ kind })) as never });
const making = (file: string, by = '') => ({ target: 'making', actions: assign(() => ({ file, by })) as never });
const of = (wants: (report: string) => boolean) => ({ guard: ({ context: { asked: { report = '' } } }: Seen) => wants(report) });
const done = { back: 'menu' as const, done: true };
const told = (say: string) => ({ meta: { say, choose: ['other'], ...done }, on: { 'chose.other': 'which', back: 'left' } });
/** One of which a file is made, too. */
const offered = (say: string) => ({ say, choose: 'offers' as const, ...done });
const workbook = (say: string, file: string) => ({ meta: offered(say), on: { 'chose.chart': 'toChart', 'chose.excel': making(file), 'chose.whatsappExcel': making(file, 'whatsapp'), 'chose.*': 'which', back: 'left' } });

/** « rapport mois », « rapport banque », « rapport stock fichier », « chiffres semaine », « conseil »: what was sold and earned, how the stock is, what matters most; in words, or as a file. */
export const report = flow.createMachine({
  id: 'report',
  version: '2',
  context: { asked: {}, kind: '', told: NOTHING, offers: [], file: '', by: '', email: '', which: 'none', refusal: 'none' },
  initial: 'seeking',
  states: {
    seeking: {
      always: [
        { guard: ({ context: { asked } }) => asked.email !== undefined, target: 'addressing' },
        { guard: ({ context: { asked } }) => asked.verb === 'counsel', ...reading('counsel') },
        { guard: ({ context: { asked } }) => asked.verb === 'figures' && ['day', 'week'].includes(asked.report ?? ''), target: 'reading', actions: assign(({ context: { asked } }) => ({ kind: `figures.${asked.report ?? ''}` })) },
        { guard: ({ context: { asked } }) => asked.verb === 'figures', ...reading('figures') },
        { guard: ({ context: { asked: { report = '', file } } }) => ONLY_FILES.includes(report) || (file === true && FILES.includes(report)), target: 'making', actions: assign(({ context: { asked } }) => ({ file: asked.report ?? '' })) },
        { guard: ({ context: { asked } }) => asked.file === true && asked.report === undefined, target: 'whichFile' },
        { ...of((wanted) => wanted !== ''), target: 'reading', actions: assign(({ context: { asked } }) => ({ kind: asked.report ?? '' })) },
        { target: 'which' },
      ],
    },
    which: {
      meta: { say: 'report.which', choose: KINDS, back: 'back', done: true },
      on: { 'chose.bank': making('bank'), 'chose.*': { target: 'reading', actions: assign(({ event }) => ({ kind: 'id' in event ? event.id : '' })) }, back: 'left' },
    },
    whichFile: {
      meta: { say: 'report.whichFile', choose: FILES, back: 'back', done: true },
      on: { 'chose.*': { target: 'making', actions: assign(({ event }) => ({ file: 'id' in event ? event.id : '', by: '' })) }, back: 'left' },
    },
    reading: {
      entry: { type: 'report.see', params: ({ context }) => ({ kind: context.kind }) },
      on: { 'report.see.done': { target: 'sorting', actions: assign(({ event }) => ({ told: event.told, offers: event.offers })) }, 'report.see.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    sorting: {
      always: [{ ...isOf('month'), target: 'month' }, { ...isOf('day', 'week'), target: 'period' }, { ...isOf('sales'), target: 'sales' }, { ...isOf('stock'), target: 'stock' }, { ...isOf('counsel'), target: 'counsel' }, { target: 'figures' }],
    },
    period: told('report.period'),
    month: {
      meta: offered('report.period'),
      on: { 'chose.text': 'texting', 'chose.pdf': making('month'), 'chose.whatsappPdf': making('month', 'whatsapp'), 'chose.lastMonth': making('lastMonth'), 'chose.*': 'which', back: 'left' },
    },
    sales: workbook('report.sales', 'sales'),
    stock: workbook('report.stock', 'stock'),
    figures: told('report.figures'),
    counsel: told('report.counsel'),
    addressing: {
      entry: { type: 'report.email', params: ({ context: { asked } }) => ({ email: asked.email ?? '' }) },
      on: { 'report.email.done': { target: 'addressed', actions: assign(({ event }) => ({ email: event.email, which: event.which })) }, 'report.email.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    addressed: told('report.addressed'),
    texting: { entry: { type: 'report.text', params: ({ context }) => ({ kind: context.kind }) }, on: { 'report.text.done': 'texted', 'report.text.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } } },
    texted: told('report.texted'),
    making: {
      entry: { type: 'report.make', params: ({ context: { file, by } }) => ({ file, by }) },
      on: { 'report.make.done': { target: 'made', actions: assign(({ event }) => ({ by: event.by })) }, 'report.make.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) } },
    },
    made: told('report.made'),
    refused: { type: 'final', meta: { say: 'report.refused' } },
    toChart: { type: 'final', meta: { goto: 'chart' } },
    left: { type: 'final', meta: { goto: OPEN } },
  },
});
