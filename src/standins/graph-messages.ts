import { setTimeout as sleep } from 'node:timers/promises';
import type { Express, Request, Response } from 'express';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Faults } from './faults.ts';
import { errorBody, errorOfIssues, graphError, type GraphError } from './graph-errors.ts';
import type { UserMessage } from './graph-inbound.ts';
import { faultOfLink, type Reach } from './graph-links.ts';
import type { MediaStore } from './graph-media.ts';
import { readReceipt, sentMessage, type SentMessage } from './graph-message.ts';
import type { GraphPeople } from './graph-people.ts';
import type { GraphAccount } from './graph-account.ts';
import { refusedTemplate, templateWords } from './graph-templates.ts';
import { shownOf, type Shown, type TemplateText, type TemplateWords } from './graph-shown.ts';
import { signedWebhook, statusValue, type OurNumber, type StatusWord } from './graph-webhook.ts';
import type { Logged, PhoneLog } from './phone-log.ts';
import { isUserId, newWamid } from './provider-ids.ts';
import type { Delivery } from './webhook-delivery.ts';

/** How Meta misbehaves when told to. Everything about one person, or about all. */
export type GraphFault = {
  /** A code of Meta's, or `html` for a 500 that is not even JSON. 131047 lets templates pass; those of 132… are about templates only. */
  refuse?: number | 'html';
  /** Accepted with a message id; a status says later that it failed. */
  failLater?: number;
  /** The message goes out, the answer never comes. */
  dropAfterAccept?: boolean;
  delayMs?: number;
  /** Further copies of each inbound webhook, all at once. */
  duplicates?: number;
  withholdStatuses?: boolean;
  statusesOutOfOrder?: boolean;
  /** The statuses arrive before the answer to the send. */
  statusesFirst?: boolean;
  /** The last status of a message: a phone that is off, or never opened. */
  statusesUpTo?: 'sent' | 'delivered';
  /** The switch goes off by itself after so many sends. */
  times?: number;
};

export type FromPerson = { from: 'person'; id: string; message: UserMessage; received: boolean; read: boolean; mediaId?: string };
export type FromBusiness = { from: 'business'; id: string; request: SentMessage; shown: Shown; status: 'accepted' | 'refused' | StatusWord; code?: number | 'html' };
export type WhatsAppEntry = FromPerson | FromBusiness;

export type GraphState = {
  ours: OurNumber;
  webhookUrl: string;
  appSecret: string;
  token: string | undefined;
  templateText: TemplateText | undefined;
  account: GraphAccount;
  now: () => Date;
  log: PhoneLog<WhatsAppEntry>;
  faults: Faults<GraphFault>;
  delivery: Delivery;
  media: MediaStore;
  people: GraphPeople;
  reach: Reach;
  typing: Map<string, Date>;
  /** When each of the last posts to /messages came, read receipts too: what a rate is counted by. */
  posted: number[];
};

const POSTED_MAX = 100_000;
const TYPING_MS = 25_000;
const ORDER: readonly StatusWord[] = ['sent', 'delivered', 'read'];
const FAILED: readonly StatusWord[] = ['failed'];
const HTML_ERROR = '<!DOCTYPE html><html><head><title>Facebook | Error</title></head><body><h1>Sorry, something went wrong.</h1></body></html>';

export function messageRoute(app: Express, state: GraphState): void {
  app.post(`/:version/${state.ours.phoneNumberId}/messages`, async (req, res) => {
    state.posted.push(performance.now());
    if (state.posted.length > POSTED_MAX) state.posted.splice(0, POSTED_MAX / 2);
    if (typeof req.body === 'object' && req.body !== null && 'status' in req.body) markRead(state, req.body, res);
    else await takeMessage(state, req, res);
  });
}

function markRead(state: GraphState, body: unknown, res: Response): void {
  const parsed = readReceipt.safeParse(body);
  if (!parsed.success) return refuse(res, errorOfIssues(body, parsed.error.issues));
  const entry = state.log.find(parsed.data.message_id);
  if (entry?.from !== 'person') return refuse(res, graphError(100, 'The message_id is not a message received by this number.'));
  for (const earlier of state.log.of(entry.who)) if (earlier.from === 'person' && earlier.n <= entry.n) earlier.read = true;
  if (parsed.data.typing_indicator) state.typing.set(entry.who, new Date(state.now().getTime() + TYPING_MS));
  state.log.touch(entry.who);
  res.json({ success: true });
}

async function takeMessage(state: GraphState, req: Request, res: Response): Promise<void> {
  const parsed = sentMessage.safeParse(req.body);
  if (!parsed.success) return refuse(res, errorOfIssues(req.body, parsed.error.issues));
  const message = parsed.data;
  const who = recipientOf(state, message);
  const fault = state.faults.of(who);
  state.faults.use(who);
  if (fault.delayMs) await sleep(fault.delayMs);
  const error = refusalOf(state, message, fault);
  if (error !== undefined) {
    record(state, who, message, error === 'html' ? error : error.code);
    if (error === 'html') res.status(500).type('html').send(HTML_ERROR);
    else refuse(res, error);
    return;
  }
  const entry = record(state, who, message);
  const statuses = emitStatuses(state, entry, fault);
  state.delivery.background(statuses);
  if (fault.statusesFirst) await statuses;
  if (fault.dropAfterAccept) req.socket.destroy();
  else res.json(accepted(message, who, entry.id));
}

const refuse = (res: Response, error: GraphError): void => void res.status(error.http).json(errorBody(error));

/** Without a + Meta puts the country code of the business in front, and the message goes to a stranger. */
function recipientOf(state: GraphState, { to, recipient }: SentMessage): string {
  if (to === undefined) return state.people.keyOf(recipient ?? '');
  if (isUserId(to) || to.startsWith('+')) return state.people.keyOf(to);
  const code = parsePhoneNumberFromString(`+${state.ours.displayPhoneNumber}`)?.countryCallingCode ?? '';
  return `${code}${state.people.keyOf(to)}`;
}

function refusalOf({ media, templateText, account }: GraphState, message: SentMessage, { refuse: code }: GraphFault): GraphError | 'html' | undefined {
  if (code === 'html') return code;
  if (code !== undefined && concerns(code, message)) return graphError(code);
  if (message.type === 'template' && templateText && templateText(message.template.name, message.template.language.code) === undefined) return graphError(132001);
  const refused = message.type === 'template' ? refusedTemplate(account.templates, message.template) : undefined;
  if (refused !== undefined) return refused;
  const id = shownOf(message, () => undefined).media?.id;
  return id !== undefined && media.get(id) === undefined ? graphError(100, `Invalid media id ${id}.`) : undefined;
}

const concerns = (code: number, { type }: SentMessage): boolean => (type === 'template' ? code !== 131047 : Math.floor(code / 1_000) !== 132);

function record(state: GraphState, who: string, message: SentMessage, code?: number | 'html'): Logged<FromBusiness> {
  const shown = shownOf(message, (name, language) => wordsOf(state, name, language));
  const outcome = code === undefined ? { status: 'accepted' as const } : { status: 'refused' as const, code };
  if (code === undefined) state.typing.delete(who);
  const entry: FromBusiness = { from: 'business', id: newWamid(), request: message, shown, ...outcome };
  return state.log.add(who, entry);
}

const wordsOf = ({ templateText, account }: GraphState, name: string, language: string): TemplateWords | undefined => {
  const told = templateText?.(name, language);
  return told === undefined ? templateWords(account.templates, name, language) : { body: told, buttons: [] };
};

function accepted({ to, recipient, type }: SentMessage, who: string, id: string) {
  const contact = to === undefined ? { input: recipient, user_id: recipient } : { input: to, wa_id: who };
  return { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id, ...(type === 'template' ? { message_status: 'accepted' } : {}) }] };
}

async function emitStatuses(state: GraphState, entry: Logged<FromBusiness>, fault: GraphFault): Promise<void> {
  if (fault.withholdStatuses) return;
  const broken = await faultOfLink(entry.shown.media?.link, state.reach);
  for (const word of broken === undefined ? wordsFor(fault) : FAILED) {
    const error = word === 'failed' ? (broken ?? graphError(fault.failLater ?? 131000)) : undefined;
    const { biz_opaque_callback_data: callbackData } = entry.request;
    const value = statusValue(state.ours, {
      id: entry.id, word, at: state.now(), person: state.people.of(entry.who),
      ...(callbackData === undefined ? {} : { callbackData }), ...(error ? { error } : {}),
    });
    await state.delivery.deliver(signedWebhook(state.webhookUrl, state.appSecret, state.ours.accountId, value));
    if (word === 'failed' || rank(word) > rank(entry.status)) entry.status = word;
    state.log.touch(entry.who);
  }
}

const rank = (status: FromBusiness['status']) => ORDER.findIndex((word) => word === status);

function wordsFor({ failLater, statusesOutOfOrder, statusesUpTo }: GraphFault): readonly StatusWord[] {
  if (failLater !== undefined) return ['sent', 'failed'];
  const words = ORDER.slice(0, statusesUpTo === undefined ? ORDER.length : ORDER.indexOf(statusesUpTo) + 1);
  return statusesOutOfOrder ? words.toReversed() : words;
}
