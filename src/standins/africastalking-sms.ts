import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Express, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Faults } from './faults.ts';
import { formPost } from './form-post.ts';
import type { Logged, PhoneLog } from './phone-log.ts';
import { newSmsId } from './provider-ids.ts';
import type { Delivered, Delivery } from './webhook-delivery.ts';

export type SmsFault = {
  /** A status code of theirs for the recipient, `InvalidSenderId` (a failure that comes as 201), `badKey` (401 in plain text), or `down` (500). */
  refuse?: number | 'InvalidSenderId' | 'badKey' | 'down';
  dropAfterAccept?: boolean;
  delayMs?: number;
  withholdReports?: boolean;
  /** The final report says Failed, with this reason. */
  failReport?: string;
  /** Further copies of each inbound SMS and delivery report. */
  duplicates?: number;
  times?: number;
};

type Received = { from: 'person'; id: string; text: string; received: boolean };
type Sent = { from: 'business'; id: string; text: string; sender: string; status: 'Sent' | 'Success' | 'Failed' | 'refused'; code?: number | string };
export type SmsEntry = Received | Sent;

export type SmsState = {
  callbackUrl: string;
  apiKey: string;
  username: string | undefined;
  senderId: string;
  /** As the account page shows it. */
  balance: string;
  networkCode: string;
  now: () => Date;
  delivery: Delivery;
  log: PhoneLog<SmsEntry>;
  faults: Faults<SmsFault>;
};

const REFUSED: Record<number, string> = {
  401: 'RiskHold', 402: 'InvalidSenderId', 403: 'InvalidPhoneNumber', 404: 'UnsupportedNumberType', 405: 'InsufficientBalance',
  406: 'UserInBlacklist', 407: 'CouldNotRoute', 409: 'DoNotDisturbRejection', 500: 'InternalServerError', 501: 'GatewayError', 502: 'RejectedByGateway',
};
const AGENT = 'at-sms-api/1.0';
const BAD_KEY = 'The supplied authentication is invalid';
const COST = { currency: 'XOF', amount: 25 };

const send = z.object({ username: z.string().min(1), to: z.string().min(1), message: z.string().min(1), from: z.string().optional(), enqueue: z.string().optional() });
type Send = z.infer<typeof send>;

export function smsApi(app: Express, state: SmsState): void {
  app.get('/version1/user', (req, res) => {
    if (req.get('apiKey') === state.apiKey) res.json({ UserData: { balance: state.balance } });
    else res.status(401).type('text/plain').send('The supplied authentication is invalid');
  });
  app.post('/version1/messaging', express.urlencoded({ extended: false, limit: '1mb' }), (req, res) => takeSms(state, req, res));
}

async function takeSms(state: SmsState, req: Request, res: Response): Promise<void> {
  const plain = (status: number, text: string) => void res.status(status).type('text/plain').send(text);
  if (req.get('apiKey') !== state.apiKey) return plain(401, BAD_KEY);
  const parsed = send.safeParse(req.body ?? {});
  if (!parsed.success) return plain(400, `Request is missing required form field '${parsed.error.issues[0]?.path.join('.') ?? ''}'`);
  if (state.username !== undefined && parsed.data.username !== state.username) return plain(401, BAD_KEY);
  const recipients = parsed.data.to.split(',').map((to) => to.trim()).filter((to) => to !== '');
  const [first = ''] = recipients;
  const fault = state.faults.of(first);
  if (fault.delayMs) await sleep(fault.delayMs);
  if (fault.refuse === 'down' || fault.refuse === 'badKey') {
    refuseAll(state, recipients, parsed.data, fault.refuse);
    return fault.refuse === 'down' ? plain(500, 'Internal Server Error') : plain(401, BAD_KEY);
  }
  if (fault.refuse === 'InvalidSenderId') {
    refuseAll(state, recipients, parsed.data, fault.refuse);
    res.status(201).json({ SMSMessageData: { Message: 'InvalidSenderId', Recipients: [] } });
    return;
  }
  const answers = recipients.map((to) => takeRecipient(state, to, parsed.data));
  if (fault.dropAfterAccept) req.socket.destroy();
  else res.status(201).json({ SMSMessageData: { Message: summary(answers), Recipients: answers } });
}

function refuseAll(state: SmsState, recipients: string[], sms: Send, code: string): void {
  for (const to of recipients) {
    state.faults.use(to);
    record(state, to, sms, { status: 'refused', code });
  }
}

function takeRecipient(state: SmsState, number: string, sms: Send) {
  const fault = state.faults.of(number);
  state.faults.use(number);
  const code = typeof fault.refuse === 'number' ? fault.refuse : /^\+\d{7,15}$/.test(number) ? undefined : 403;
  if (code !== undefined) {
    record(state, number, sms, { status: 'refused', code });
    return { statusCode: code, number, cost: '0', status: REFUSED[code] ?? 'RejectedByGateway', messageId: 'None' };
  }
  const entry = record(state, number, sms, { status: 'Sent' });
  if (!fault.withholdReports) state.delivery.background(report(state, entry, fault));
  return { statusCode: sms.enqueue === '1' ? 102 : 101, number, cost: `${COST.currency} ${COST.amount.toFixed(4)}`, status: 'Success', messageId: entry.id };
}

function record(state: SmsState, who: string, { message, from }: Send, outcome: Pick<Sent, 'status' | 'code'>): Logged<Sent> {
  return state.log.add(who, { from: 'business', id: newSmsId(), text: message, sender: from ?? state.senderId, ...outcome });
}

function summary(answers: { cost: string }[]): string {
  const accepted = answers.filter(({ cost }) => cost !== '0').length;
  return `Sent to ${accepted}/${answers.length} Total Cost: ${COST.currency} ${(accepted * COST.amount).toFixed(4)}`;
}

async function report(state: SmsState, entry: Logged<Sent>, fault: SmsFault): Promise<void> {
  const final = fault.failReport === undefined ? { status: 'Success' as const } : { status: 'Failed' as const, failureReason: fault.failReport };
  for (const step of [{ status: 'Sent' as const }, final]) {
    const form = { id: entry.id, phoneNumber: entry.who, networkCode: state.networkCode, retryCount: '0', ...step };
    await state.delivery.deliverCopies(formPost(`${state.callbackUrl}/delivery`, form, AGENT), 1 + (fault.duplicates ?? 0));
    entry.status = step.status;
    state.log.touch(entry.who);
  }
}

export async function userSmsSends(state: SmsState, phone: string, text: string): Promise<Delivered & { id: string }> {
  const id = newSmsId().replace('ATXid_', '');
  const entry = state.log.add<Received>(phone, { from: 'person', id, text, received: false });
  const form = { from: phone, to: state.senderId, text, date: state.now().toISOString().replace(/\.\d+Z$/, 'Z'), id, linkId: '', networkCode: state.networkCode };
  const posting = state.delivery.deliverCopies(formPost(`${state.callbackUrl}/sms`, form, AGENT), 1 + (state.faults.of(phone).duplicates ?? 0));
  state.delivery.background(posting);
  const delivered = await posting;
  entry.received = delivered.delivered;
  state.log.touch(phone);
  return { ...delivered, id };
}

export async function userOptsOut({ callbackUrl, senderId, delivery }: SmsState, phone: string): Promise<Delivered> {
  return delivery.deliver(formPost(`${callbackUrl}/opt-out`, { senderId, phoneNumber: phone }, AGENT));
}
