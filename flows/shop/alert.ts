import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../flow.ts';
import { ABOUT_GOODS, howMuch, type AboutGoods, type FindGoods, type Written } from '../which-goods.ts';

type Alert = AboutGoods<Written & { verb?: string }> & { act: string; min: number; state: string; refusal: string };
export type AlertCommands = FindGoods & {
  'alert.set': Command<{ variantId: string; qty: number; unit: string }, { min: number; state: string }>;
  'alert.act': Command<{ variantId: string; act: string }, object>;
};

const flow = setup({ types: {} as FlowTypes<Alert, AlertCommands>, actions: commands<AlertCommands>() });
const THOUSAND = 1_000;
const says = (verb: string) => ({ guard: ({ context }: { context: Alert }) => context.asked.verb === verb });

/** « alerte riz 5 » sets the minimum of a product; « rappeler riz », « couper riz » and « vu riz » say what becomes of its warning. */
export const alert = flow.createMachine({
  id: 'alert',
  version: '1',
  context: { ...ABOUT_GOODS, act: 'later', min: 0, state: 'fine', refusal: 'unknown' },
  initial: 'seeking',
  states: {
    ...howMuch('alert', 'setting', 'receive'),
    weighing: {
      always: [
        { ...says('later'), target: 'acting', actions: assign({ act: 'later' }) }, { ...says('mute'), target: 'acting', actions: assign({ act: 'mute' }) }, { ...says('seen'), target: 'acting', actions: assign({ act: 'seen' }) },
        { guard: ({ context }) => context.asked.qty === undefined, target: 'qty' },
        { guard: ({ context }) => context.asked.qty?.or !== undefined, target: 'doubt', actions: assign(({ context: { asked } }) => ({ less: (asked.qty?.milli ?? 0) / THOUSAND, more: (asked.qty?.or ?? 0) / THOUSAND })) },
        { target: 'setting' },
      ],
    },
    setting: {
      entry: { type: 'alert.set', params: ({ context: { goods, asked } }) => ({ variantId: goods.variantId, qty: asked.qty?.milli ?? 0, unit: asked.unit ?? '' }) },
      on: {
        'alert.set.done': { target: 'set', actions: assign(({ event: { min, state } }) => ({ min, state })) },
        'alert.set.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    acting: {
      entry: { type: 'alert.act', params: ({ context: { goods, act } }) => ({ variantId: goods.variantId, act }) },
      on: {
        'alert.act.done': [{ guard: ({ context }) => context.act === 'mute', target: 'muted' }, { target: 'acted' }],
        'alert.act.refused': { target: 'refused', actions: assign(({ event }) => ({ refusal: event.reason })) },
      },
    },
    muted: { meta: { say: 'alert.muted', choose: ['unmute'], back: 'menu', done: true }, on: { 'chose.unmute': { target: 'acting', actions: assign({ act: 'unmute' }) }, back: 'leaving' } },
    set: { type: 'final', meta: { say: 'alert.set' } },
    acted: { type: 'final', meta: { say: 'alert.acted' } },
    refused: { type: 'final', meta: { say: 'alert.refused' } },
  },
});
