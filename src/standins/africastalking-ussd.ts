import { setTimeout as sleep } from 'node:timers/promises';
import { createFaults, type Faults } from './faults.ts';
import { formPost } from './form-post.ts';
import { createPhoneLog, type PhoneLog } from './phone-log.ts';
import { newSessionId } from './provider-ids.ts';
import type { Delivered, Delivery } from './webhook-delivery.ts';

export type UssdFault = {
  delayMs?: number;
  /** Each hop is posted twice at once; the screen is that of the first answer. */
  hopTwice?: boolean;
  times?: number;
};

/** `error` is what the handset says when the answer is not a screen: late, refused, or neither CON nor END. */
export type UssdScreen = { kind: 'con' | 'end' | 'error'; text: string };

/** One step: what was typed, the whole path as it was posted, and what came back (twice with `hopTwice`). */
export type UssdHop = { id: string; sessionId: string; input: string; path: string; answers: string[]; screen?: UssdScreen; hungUp?: boolean };

export type UssdSession = {
  id: string;
  phone: string;
  isOpen: () => boolean;
  screen: () => UssdScreen;
  type: (input: string) => Promise<UssdScreen>;
  /** Hangs up, or the network fails: no END was seen. */
  drop: () => void;
};

export type UssdGateway = {
  log: PhoneLog<UssdHop>;
  faults: Faults<UssdFault>;
  dial: (phone: string, code: string) => Promise<UssdSession>;
  session: (phone: string) => UssdSession | undefined;
  putAway: (phone: string) => void;
  stop: () => void;
};

type Line = { callbackUrl: string; serviceCode: string; networkCode: string; now: () => Date; delivery: Delivery; idleMs: number };
type Live = Line & { log: PhoneLog<UssdHop>; faults: Faults<UssdFault>; calls: Map<string, Call> };
type Call = { id: string; phone: string; began: Date; inputs: string[]; hops: number; open: boolean; screen: UssdScreen; idle?: NodeJS.Timeout };

const NO_SCREEN: UssdScreen = { kind: 'error', text: '' };

export function createUssdGateway(line: Line): UssdGateway {
  const live: Live = { ...line, log: createPhoneLog<UssdHop>(line.now), faults: createFaults<UssdFault>({}), calls: new Map() };
  return {
    log: live.log,
    faults: live.faults,
    dial: (phone, code) => dial(live, phone, code),
    session: (phone) => {
      const call = live.calls.get(phone);
      return call && sessionOf(live, call);
    },
    putAway: (phone) => {
      live.calls.delete(phone);
      live.log.touch(phone);
    },
    stop: () => live.calls.forEach(({ idle }) => clearTimeout(idle)),
  };
}

async function dial(live: Live, phone: string, code: string): Promise<UssdSession> {
  const before = live.calls.get(phone);
  if (before) drop(live, before);
  const path = pathOf(live.serviceCode, code);
  const call: Call = { id: newSessionId(), phone, began: live.now(), inputs: path ? [path] : [], hops: 0, open: path !== undefined, screen: NO_SCREEN };
  live.calls.set(phone, call);
  if (path === undefined) live.log.add(phone, { id: `${call.id}/1`, sessionId: call.id, input: code, path: '', answers: [], screen: NO_SCREEN });
  else await hop(live, call, code);
  return sessionOf(live, call);
}

/** `*384*22*4#` reaches the service `*384*22#` with `4` already typed; any other code reaches nobody. */
function pathOf(serviceCode: string, code: string): string | undefined {
  const service = serviceCode.replace(/#$/, '');
  const dialled = code.trim().replace(/#$/, '');
  if (dialled === service) return '';
  return dialled.startsWith(`${service}*`) ? dialled.slice(service.length + 1) : undefined;
}

function sessionOf(live: Live, call: Call): UssdSession {
  return {
    id: call.id,
    phone: call.phone,
    isOpen: () => call.open,
    screen: () => call.screen,
    type: async (input) => {
      if (!call.open) return call.screen;
      call.inputs.push(input);
      return hop(live, call, input);
    },
    drop: () => drop(live, call),
  };
}

async function hop(live: Live, call: Call, input: string): Promise<UssdScreen> {
  call.hops += 1;
  const hopped: UssdHop = { id: `${call.id}/${call.hops}`, sessionId: call.id, input, path: call.inputs.join('*'), answers: [] };
  const entry = live.log.add(call.phone, hopped);
  clearTimeout(call.idle);
  const posting = postHop(live, call, entry.path);
  live.delivery.background(posting);
  const answers = await posting;
  entry.answers = answers.map(({ body }) => body);
  // Hung up while waiting: the answer finds no phone.
  if (!call.open) return call.screen;
  call.screen = screenOf(answers[0]);
  entry.screen = call.screen;
  if (call.screen.kind === 'con') call.idle = setTimeout(() => drop(live, call), live.idleMs).unref();
  else if (call.screen.kind === 'end') end(live, call, 'Success');
  else end(live, call, 'Failed', answers[0]?.body.slice(0, 100));
  live.log.touch(call.phone);
  return call.screen;
}

async function postHop(live: Live, { phone, id }: Call, text: string): Promise<Delivered[]> {
  const { delayMs, hopTwice } = live.faults.of(phone);
  live.faults.use(phone);
  if (delayMs) await sleep(delayMs);
  const form = { phoneNumber: phone, serviceCode: live.serviceCode, text, sessionId: id, networkCode: live.networkCode };
  const once = () => live.delivery.deliver(formPost(`${live.callbackUrl}/ussd`, form, 'at-ussd-api/1.0'), []);
  return Promise.all(hopTwice ? [once(), once()] : [once()]);
}

/** The first characters must be exactly `CON ` or `END `; anything else ends the call. */
function screenOf(answer: Delivered | undefined): UssdScreen {
  const [, kind, text = ''] = /^(CON|END) ([\s\S]*)$/.exec(answer?.delivered ? answer.body : '') ?? [];
  if (kind === undefined) return NO_SCREEN;
  return { kind: kind === 'CON' ? 'con' : 'end', text };
}

function drop(live: Live, call: Call): void {
  if (!call.open) return;
  live.log.add(call.phone, { id: `${call.id}/drop`, sessionId: call.id, input: '', path: call.inputs.join('*'), answers: [], hungUp: true });
  if (live.calls.get(call.phone) === call) live.calls.delete(call.phone);
  end(live, call, 'Incomplete');
  live.log.touch(call.phone);
}

function end(live: Live, call: Call, status: 'Success' | 'Incomplete' | 'Failed', errorMessage = ''): void {
  call.open = false;
  clearTimeout(call.idle);
  const { callbackUrl, serviceCode, networkCode, now, delivery } = live;
  const event = {
    date: now().toISOString().slice(0, 19).replace('T', ' '), sessionId: call.id, serviceCode, networkCode, phoneNumber: call.phone, status, cost: '0.00',
    durationInMillis: String(now().getTime() - call.began.getTime()), hopsCount: String(call.hops), hopsMetadata: '', input: call.inputs.join('*'),
    lastAppResponse: call.screen.kind === 'error' ? '' : `${call.screen.kind.toUpperCase()} ${call.screen.text}`, errorMessage,
  };
  delivery.background(delivery.deliver(formPost(`${callbackUrl}/ussd-events`, event, 'at-ussd-api/1.0')));
}
