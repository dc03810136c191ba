import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_GOODS, howMuch, type AboutGoods, type FindGoods, type Written } from '../which-goods.ts';

type Found = { expected: number; counted: number; difference: number; worth: number; side: string };
const NOTHING: Found = { expected: 0, counted: 0, difference: 0, worth: 0, side: 'less' };
type Count = AboutGoods<Written & { counted?: number; verb?: string }> & { qty: number; found: Found; cause: string; number: string; told: string; answer: string; left: number; refusal: string; unanswered: string };

export type CountCommands = FindGoods & {
  'count.compare': Command<{ variantId: string; qty: number; unit: string }, { qty: number; found: Found }>;
  'count.settle': Command<{ variantId: string; qty: number; expected: number; cause: string }, { number: string; waits: boolean; left: number }>;
  'count.answer': Command<{ count: number; agreed: boolean }, { name: string; left: number }>;
};

const flow = setup({ types: {} as FlowTypes<Count, CountCommands>, actions: commands<CountCommands>() });
type Told = { event: { id?: string; name?: string; left?: number; reason?: string; qty?: number; found?: Found } };
const told = (patch: (heard: Told) => Partial<Count>) => assign(patch as never) as never;
const CAUSES = ['loss', 'theft', 'error'];
const answers = (verb: string) => ({ guard: ({ context }: { context: Count }) => context.asked.counted !== undefined && context.asked.verb === verb });

const answering = (agreed: boolean) => ({
  entry: { type: 'count.answer' as const, params: ({ context }: { context: Count }) => ({ count: context.asked.counted ?? 0, agreed }) },
  on: {
    'count.answer.done': { target: 'answered', actions: told(({ event }) => ({ typed: event.name ?? '', left: event.left ?? 0, answer: agreed ? 'agreed' : 'declined' })) },
    'count.answer.refused': { target: 'unanswered', actions: told(({ event }) => ({ unanswered: event.reason ?? '' })) },
  },
});

const comparing = (right: string, differs: string) => ({
  entry: { type: 'count.compare' as const, params: ({ context: { goods, asked } }: { context: Count }) => ({ variantId: goods.variantId, qty: asked.qty?.milli ?? 0, unit: asked.unit ?? '' }) },
  on: {
    'count.compare.done': [
      { guard: ({ event }: Told) => event.found?.difference === 0, target: right, actions: told(({ event: { qty = 0, found = NOTHING } }) => ({ qty, found })) },
      { target: differs, actions: told(({ event: { qty = 0, found = NOTHING } }) => ({ qty, found })) },
    ],
    'count.compare.refused': { target: 'refused', actions: told(({ event }) => ({ refusal: event.reason ?? '' })) },
  },
});

const differing = (say: string) => ({
  meta: { say, choose: [...CAUSES, 'again'], back: 'cancel' as const },
  on: { 'chose.again': 'qty', 'chose.*': { target: 'settling', actions: told(({ event }) => ({ cause: event.id ?? '' })) }, back: 'leaving' },
});

/** « inventaire riz 16 »: what was counted is compared, a difference has a cause, and a large one waits for the owner. */
export const count = flow.createMachine({
  id: 'count',
  version: '1',
  context: { ...ABOUT_GOODS, qty: 0, found: NOTHING, cause: '', number: '', told: 'settled', answer: 'agreed', left: 0, refusal: 'unknown', unanswered: 'unknown' },
  initial: 'seeking',
  states: {
    ...howMuch('count', 'comparing', 'count'),
    seeking: {
      always: [
        // « valider I-12 », « rejeter I-12 »
        { ...answers('agreeCount'), target: 'agreeing' }, { ...answers('refuseCount'), target: 'declining' },
        { guard: ({ context }) => context.asked.goods !== undefined, target: 'finding', actions: assign(({ context }) => ({ said: context.asked.goods ?? '' })) },
        { target: 'naming' },
      ],
    },
    comparing: comparing('right', 'differs'),
    comparingAgain: comparing('rightNow', 'differsNow'),
    right: { meta: { say: 'count.right', choose: ['more'], back: 'menu', done: true }, on: { 'chose.more': { target: 'naming', actions: assign({ asked: {} }) }, back: 'leaving' } },
    // What was sold meanwhile may have been counted or not.
    rightNow: { meta: { say: 'count.rightNow', choose: ['again', 'more'], back: 'menu', done: true }, on: { 'chose.again': 'qty', 'chose.more': { target: 'naming', actions: assign({ asked: {} }) }, back: 'leaving' } },
    differs: differing('count.differs'),
    differsNow: differing('count.differsNow'),
    settling: {
      entry: { type: 'count.settle', params: ({ context: { goods, qty, found, cause } }) => ({ variantId: goods.variantId, qty, expected: found.expected, cause }) },
      on: {
        'count.settle.done': { target: 'told', actions: assign(({ event: { number, waits, left } }) => ({ number, left, told: waits ? 'waits' : 'settled' })) },
        'count.settle.refused': [
          // Somebody sold meanwhile.
          { guard: ({ event }) => event.reason === 'changed', target: 'comparingAgain' },
          { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
        ],
      },
    },
    agreeing: answering(true),
    declining: answering(false),
    told: { meta: { say: 'count.told', choose: ['more'], back: 'menu', done: true }, on: { 'chose.more': { target: 'naming', actions: assign({ asked: {} }) }, back: 'leaving' } },
    answered: { type: 'final', meta: { say: 'count.answered' } },
    unanswered: { type: 'final', meta: { say: 'count.unanswered' } },
    refused: { type: 'final', meta: { say: 'count.refused' } },
  },
});
