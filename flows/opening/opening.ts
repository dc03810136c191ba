import { assign, setup } from 'xstate';
import { commands, OPEN, type Command, type FlowTypes } from '../flow.ts';

type Hours = { workdays: number[]; hours: { opens: string; closes: string } | null };
type Proposed = { code: string; asked: string; why: 'free' | 'shape' | 'lookAlike' | 'taken' };
type Opening = { standing: string; owned: string; name: string; trade: string; capabilities: string[]; town: string; hours: Hours; code: string; asked: string; pin: string; pinHash: string; dial: string; number: string; url: string };

export type OpeningCommands = {
  'opening.begin': Command<undefined, Pick<Opening, 'standing' | 'owned' | 'code'>>;
  'opening.trade': Command<{ trade: string }, { capabilities: string[] }>;
  'opening.hours': Command<{ text: string }, { hours: Hours }>;
  'code.propose': Command<{ name: string }, { code: string }>;
  'code.choose': Command<{ name: string; text: string }, Proposed>;
  'pin.choose': Command<{ pin: string }, { pinHash: string }>;
  'business.open': Command<Pick<Opening, 'name' | 'capabilities' | 'town' | 'hours' | 'code' | 'pin' | 'pinHash'>, Pick<Opening, 'url' | 'dial' | 'number'>>;
};
type Asked = OpeningCommands & { 'lead.record': Command<{ kind: string; trade: string }, object> };

const flow = setup({ types: {} as FlowTypes<Opening, Asked>, actions: commands<Asked>() });

const USUAL: Hours = { workdays: [1, 2, 3, 4, 5, 6], hours: { opens: '08:00', closes: '18:00' } };
const fits = (charsMax: number) => ({ event: { text } }: { event: { text: string } }) => text.trim().length <= charsMax && /\p{L}.*\p{L}/su.test(text);
const keepOrOther = [{ id: 'keep', key: '1' }, { id: 'other', key: '2' }];
const why = (reason: Proposed['why']) => ({ event }: { event: Proposed }) => event.why === reason;
const because = (reason: string) => ({ event }: { event: { reason: string } }) => event.reason === reason;

/** A business begins without us: its name, what it does and where, a code for its clients, a PIN for its owner. */
export const opening = flow.createMachine({
  id: 'opening',
  version: '1',
  context: { standing: '', owned: '', name: '', trade: '', capabilities: [], town: '', hours: USUAL, code: '', asked: '', pin: '', pinHash: '', dial: '', number: '', url: '' },
  initial: 'beginning',
  states: {
    beginning: {
      entry: 'opening.begin',
      on: {
        'opening.begin.done': [
          { guard: ({ event }) => event.standing === 'owner', target: 'already', actions: assign(({ event }) => ({ owned: event.owned, code: event.code })) },
          { target: 'name', actions: assign(({ event }) => ({ standing: event.standing })) },
        ],
        'opening.begin.refused': 'toHome',
      },
    },
    already: { meta: { say: 'opening.already', choose: [{ id: 'home', key: '1' }], back: 'back' }, on: { 'chose.home': 'toHome', back: 'toHome' } },
    name: {
      meta: { say: 'opening.name', back: 'cancel' },
      on: { said: { guard: fits(24), target: 'trade', actions: assign(({ event }) => ({ name: event.text.trim() })) }, back: 'toHome' },
    },
    trade: {
      meta: { say: 'opening.trade', back: 'back' },
      on: { said: { guard: fits(60), target: 'weighing', actions: assign(({ event }) => ({ trade: event.text.trim() })) }, back: 'name' },
    },
    weighing: {
      entry: { type: 'opening.trade', params: ({ context }) => ({ trade: context.trade }) },
      on: {
        'opening.trade.done': [
          { guard: ({ context, event }) => context.standing === 'new' && event.capabilities.length > 0, target: 'town', actions: assign(({ event }) => ({ capabilities: event.capabilities })) },
          { target: 'recording' },
        ],
        'opening.trade.refused': 'trade',
      },
    },
    recording: {
      entry: { type: 'lead.record', params: ({ context: { name, trade } }) => ({ kind: 'business', trade: `${name} : ${trade}` }) },
      on: { 'lead.record.done': [{ guard: ({ context }) => context.standing === 'new', target: 'recorded' }, { target: 'abroad' }], 'lead.record.refused': 'toHome' },
    },
    recorded: { type: 'final', meta: { say: 'opening.recorded' } },
    abroad: { type: 'final', meta: { say: 'opening.abroad' } },
    town: {
      meta: { say: 'opening.town', back: 'back' },
      on: { said: { guard: fits(30), target: 'hours', actions: assign(({ event }) => ({ town: event.text.trim() })) }, back: 'trade' },
    },
    hours: {
      meta: { say: 'opening.hours', choose: [{ id: 'usual', key: '1' }, { id: 'ownHours', key: '2' }], back: 'back' },
      on: { 'chose.usual': { target: 'proposing', actions: assign({ hours: USUAL }) }, 'chose.ownHours': 'ownHours', back: 'town' },
    },
    ownHours: { meta: { say: 'opening.ownHours', back: 'back' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ asked: event.text })) }, back: 'hours' } },
    unread: { meta: { say: 'opening.unread', back: 'back' }, on: { said: { target: 'reading', actions: assign(({ event }) => ({ asked: event.text })) }, back: 'hours' } },
    reading: {
      entry: { type: 'opening.hours', params: ({ context }) => ({ text: context.asked }) },
      on: { 'opening.hours.done': { target: 'proposing', actions: assign(({ event }) => ({ hours: event.hours, asked: '' })) }, 'opening.hours.refused': { target: 'unread', actions: assign({ asked: '' }) } },
    },
    proposing: {
      entry: { type: 'code.propose', params: ({ context }) => ({ name: context.name }) },
      on: { 'code.propose.done': { target: 'code', actions: assign(({ event }) => ({ code: event.code })) }, 'code.propose.refused': 'ownCode' },
    },
    code: { meta: { say: 'opening.code', choose: keepOrOther, back: 'back' }, on: { 'chose.keep': 'terms', 'chose.other': 'ownCode', back: 'hours' } },
    ownCode: { meta: { say: 'opening.ownCode', back: 'back' }, on: { said: { target: 'choosing', actions: assign(({ event }) => ({ asked: event.text })) }, back: 'proposing' } },
    choosing: {
      entry: { type: 'code.choose', params: ({ context }) => ({ name: context.name, text: context.asked }) },
      on: {
        'code.choose.done': [
          { guard: why('free'), target: 'terms', actions: assign(({ event }) => ({ code: event.code, asked: event.asked })) },
          { guard: why('taken'), target: 'codeTaken', actions: assign(({ event }) => ({ code: event.code, asked: event.asked })) },
          { guard: why('lookAlike'), target: 'codeLooksAlike', actions: assign(({ event }) => ({ code: event.code, asked: event.asked })) },
          { target: 'codeUnfit', actions: assign(({ event }) => ({ code: event.code, asked: '' })) },
        ],
        'code.choose.refused': 'ownCode',
      },
    },
    codeTaken: { meta: { say: 'opening.codeTaken', choose: keepOrOther, back: 'back' }, on: { 'chose.keep': 'terms', 'chose.other': 'ownCode', back: 'hours' } },
    codeLooksAlike: { meta: { say: 'opening.codeLooksAlike', choose: keepOrOther, back: 'back' }, on: { 'chose.keep': 'terms', 'chose.other': 'ownCode', back: 'hours' } },
    codeUnfit: { meta: { say: 'opening.codeUnfit', choose: keepOrOther, back: 'back' }, on: { 'chose.keep': 'terms', 'chose.other': 'ownCode', back: 'hours' } },
    terms: { meta: { say: 'opening.terms', choose: [{ id: 'accept', key: '1' }], back: 'back' }, on: { 'chose.accept': 'pin', back: 'code' } },
    pin: { meta: { say: 'opening.pin', back: 'back', secret: true }, on: { said: { target: 'hashing', actions: assign(({ event }) => ({ pin: event.text.trim() })) }, back: 'terms' } },
    pinEasy: { meta: { say: 'opening.pinEasy', back: 'back', secret: true }, on: { said: { target: 'hashing', actions: assign(({ event }) => ({ pin: event.text.trim() })) }, back: 'terms' } },
    pinDiffers: { meta: { say: 'opening.pinDiffers', back: 'back', secret: true }, on: { said: { target: 'hashing', actions: assign(({ event }) => ({ pin: event.text.trim() })) }, back: 'terms' } },
    // What is kept between the two times is a hash: the code itself leaves the context as it leaves the log.
    hashing: {
      entry: { type: 'pin.choose', params: ({ context }) => ({ pin: context.pin }) },
      on: { 'pin.choose.done': { target: 'pinAgain', actions: assign(({ event }) => ({ pin: '', pinHash: event.pinHash })) }, 'pin.choose.refused': { target: 'pinEasy', actions: assign({ pin: '' }) } },
    },
    pinAgain: { meta: { say: 'opening.pinAgain', back: 'back', secret: true }, on: { said: { target: 'opening', actions: assign(({ event }) => ({ pin: event.text.trim() })) }, back: { target: 'pin', actions: assign({ pinHash: '' }) } } },
    opening: {
      entry: { type: 'business.open', params: ({ context: { name, capabilities, town, hours, code, pin, pinHash } }) => ({ name, capabilities, town, hours, code, pin, pinHash }) },
      on: {
        'business.open.done': { target: 'opened', actions: assign(({ event: { url, dial, number } }) => ({ pin: '', pinHash: '', url, dial, number })) },
        'business.open.refused': [
          { guard: because('mismatch'), target: 'pinDiffers', actions: assign({ pin: '', pinHash: '' }) },
          { guard: because('taken'), target: 'replacing', actions: assign({ pin: '', pinHash: '' }) },
          { target: 'beginning', actions: assign({ pin: '', pinHash: '' }) },
        ],
      },
    },
    replacing: {
      entry: { type: 'code.choose', params: ({ context }) => ({ name: context.name, text: context.code }) },
      on: { 'code.choose.done': { target: 'codeTaken', actions: assign(({ event }) => ({ code: event.code, asked: event.asked })) }, 'code.choose.refused': 'ownCode' },
    },
    opened: { type: 'final', meta: { say: 'opening.opened', link: 'url' } },
    toHome: { type: 'final', meta: { goto: OPEN } },
  },
});
