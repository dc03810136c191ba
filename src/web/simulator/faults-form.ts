import { z } from 'zod';
import type { SmsFault } from '../../standins/africastalking-sms.ts';
import type { UssdFault } from '../../standins/africastalking-ussd.ts';
import type { FedapayFault } from '../../standins/fedapay-state.ts';
import type { GraphFault } from '../../standins/graph-messages.ts';
import { holderOf, type SimulatorWorld } from './world.ts';

/** Each choice of a switch, and what it is to the stand-in. The empty choice is the normal one. */
const REFUSE: Record<string, GraphFault> = { 131026: { refuse: 131026 }, 131047: { refuse: 131047 }, 130429: { refuse: 130429 }, 131056: { refuse: 131056 }, html: { refuse: 'html' } };
const FATE: Record<string, GraphFault> = { dropAfterAccept: { dropAfterAccept: true }, failLater: { failLater: 131026 } };
const STATUSES: Record<string, GraphFault> = {
  withhold: { withholdStatuses: true }, reverse: { statusesOutOfOrder: true }, first: { statusesFirst: true }, sent: { statusesUpTo: 'sent' },
};
const REFUSE_SMS: Record<string, SmsFault> = { InvalidSenderId: { refuse: 'InvalidSenderId' }, 405: { refuse: 405 }, 406: { refuse: 406 }, down: { refuse: 'down' } };
const FATE_SMS: Record<string, SmsFault> = { dropAfterAccept: { dropAfterAccept: true }, failReport: { failReport: 'DeliveryFailure' }, withholdReports: { withholdReports: true } };

const PAY_CALLS: Record<string, FedapayFault> = {
  down: { refuse: 'down' }, busy: { refuse: 'busy' }, badKey: { refuse: 'badKey' }, silent: { silent: true }, dropAfterAccept: { dropAfterAccept: true },
};
const PAY_EVENTS: Record<string, FedapayFault> = { late: { lateMs: 15_000 }, lost: { withheld: true }, forged: { forged: true }, old: { old: true }, reverse: { outOfOrder: true } };

/** The selects of the form in order: name, and the values beside the normal one. */
export const WHATSAPP_SWITCHES = { refuse: Object.keys(REFUSE), fate: Object.keys(FATE), statuses: Object.keys(STATUSES) } as const;
export const SMS_SWITCHES = { refuseSms: Object.keys(REFUSE_SMS), fateSms: Object.keys(FATE_SMS) } as const;
export const PAY_SWITCHES = { payCalls: Object.keys(PAY_CALLS), payEvents: Object.keys(PAY_EVENTS) } as const;
export const DUPLICATES_MAX = 3;
export const PAY_DUPLICATES_MAX = 4;
const DELAY_MAX_MS = 30_000;

const number = (max: number) => z.coerce.number().int().min(0).max(max).catch(0);
const choice = z.string().catch('');
export const faultsSchema = z.object({
  who: z.string().transform((typed) => holderOf(typed) ?? ''),
  scope: z.enum(['this', 'all']).catch('this'),
  clear: z.string().optional(),
  refuse: choice, fate: choice, statuses: choice, duplicates: number(DUPLICATES_MAX), delay: number(DELAY_MAX_MS),
  refuseSms: choice, fateSms: choice, duplicatesSms: number(DUPLICATES_MAX), delaySms: number(DELAY_MAX_MS),
  hopTwice: z.string().optional(), delayUssd: number(DELAY_MAX_MS),
  payCalls: choice, payEvents: choice, duplicatesPay: number(PAY_DUPLICATES_MAX), delayPay: number(DELAY_MAX_MS),
});
export type FaultsForm = z.infer<typeof faultsSchema>;

export function setFaults({ graph, africastalking, fedapay }: SimulatorWorld, form: FaultsForm): void {
  // What was told in vain while a switch was on must not keep FedaPay silent after it.
  fedapay?.webhookOn();
  if (form.clear !== undefined) {
    graph?.faults.clear();
    africastalking?.smsFaults.clear();
    africastalking?.ussdFaults.clear();
    fedapay?.faults.clear();
    return;
  }
  const everybody = form.scope === 'all';
  graph?.faults.set(graphFault(form), everybody ? undefined : graph.keyOf(form.who));
  africastalking?.smsFaults.set(smsFault(form), everybody ? undefined : form.who);
  africastalking?.ussdFaults.set(ussdFault(form), everybody ? undefined : form.who);
  fedapay?.faults.set(payFault(form));
}

const delayed = (delayMs: number) => (delayMs === 0 ? {} : { delayMs });
const doubled = (duplicates: number) => (duplicates === 0 ? {} : { duplicates });

const graphFault = ({ refuse, fate, statuses, duplicates, delay }: FaultsForm): GraphFault => ({ ...REFUSE[refuse], ...FATE[fate], ...STATUSES[statuses], ...doubled(duplicates), ...delayed(delay) });
const smsFault = ({ refuseSms, fateSms, duplicatesSms, delaySms }: FaultsForm): SmsFault => ({ ...REFUSE_SMS[refuseSms], ...FATE_SMS[fateSms], ...doubled(duplicatesSms), ...delayed(delaySms) });
const ussdFault = ({ hopTwice, delayUssd }: FaultsForm): UssdFault => ({ ...(hopTwice === undefined ? {} : { hopTwice: true }), ...delayed(delayUssd) });

/** An account is that of a business: its payments are everybody's. */
const payFault = ({ payCalls, payEvents, duplicatesPay, delayPay }: FaultsForm): FedapayFault => ({ ...PAY_CALLS[payCalls], ...PAY_EVENTS[payEvents], ...doubled(duplicatesPay), ...delayed(delayPay) });

/** What the form shows: the switches in force for this phone. */
export function faultsInForce({ graph, africastalking, fedapay }: SimulatorWorld, who: string): Omit<FaultsForm, 'who' | 'clear'> {
  const whatsapp = graph?.faults.of(graph.keyOf(who)) ?? {};
  const sms = africastalking?.smsFaults.of(who) ?? {};
  const ussd = africastalking?.ussdFaults.of(who) ?? {};
  const pay = fedapay?.faults.own() ?? {};
  const own = graph?.faults.own(graph.keyOf(who)) ?? africastalking?.smsFaults.own(who) ?? africastalking?.ussdFaults.own(who);
  const shared = graph?.faults.own() ?? africastalking?.smsFaults.own() ?? africastalking?.ussdFaults.own();
  return {
    scope: own === undefined && shared !== undefined ? 'all' : 'this',
    refuse: nameOf(REFUSE, whatsapp), fate: nameOf(FATE, whatsapp), statuses: nameOf(STATUSES, whatsapp),
    duplicates: whatsapp.duplicates ?? 0, delay: whatsapp.delayMs ?? 0,
    refuseSms: nameOf(REFUSE_SMS, sms), fateSms: nameOf(FATE_SMS, sms), duplicatesSms: sms.duplicates ?? 0, delaySms: sms.delayMs ?? 0,
    ...(ussd.hopTwice ? { hopTwice: 'on' } : {}), delayUssd: ussd.delayMs ?? 0,
    payCalls: nameOf(PAY_CALLS, pay), payEvents: nameOf(PAY_EVENTS, pay), duplicatesPay: pay.duplicates ?? 0, delayPay: pay.delayMs ?? 0,
  };
}

function nameOf<Fault extends object>(choices: Record<string, Fault>, inForce: Fault): string {
  const held = new Map(Object.entries(inForce));
  const matches = (fault: Fault) => Object.entries(fault).every(([key, value]) => held.get(key) === value);
  return Object.entries(choices).find(([, fault]) => matches(fault))?.[0] ?? '';
}

export const anyFault = (form: Omit<FaultsForm, 'who' | 'clear'>): boolean => Object.entries(form).some(([key, value]) => key !== 'scope' && value !== '' && value !== 0);
