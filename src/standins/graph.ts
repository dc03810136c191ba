import express, { type Request, type Response, type NextFunction } from 'express';
import { createFaults, type Faults } from './faults.ts';
import { accountRoutes, newAccount, type GraphAccount } from './graph-account.ts';
import { errorBody, graphError } from './graph-errors.ts';
import { contextOf, inboundContent, type UserMessage } from './graph-inbound.ts';
import type { Reach } from './graph-links.ts';
import { createMediaStore, mediaRoutes, unknownObject, type StoredMedia } from './graph-media.ts';
import { messageRoute, type FromPerson, type GraphFault, type GraphState, type WhatsAppEntry } from './graph-messages.ts';
import { createPeople } from './graph-people.ts';
import type { TemplateText } from './graph-shown.ts';
import { templateRoutes, type AccountTemplate } from './graph-templates.ts';
import { accountWebhook, messageValue, signedWebhook, unixSeconds, type Person } from './graph-webhook.ts';
import { listenOnLoopback } from './loopback-server.ts';
import { createPhoneLog, type PhoneLog } from './phone-log.ts';
import { newWamid } from './provider-ids.ts';
import { createDelivery, type Delivered } from './webhook-delivery.ts';

export type GraphOptions = {
  webhookUrl: string;
  appSecret: string;
  phoneNumberId: string;
  port?: number;
  /** The Bearer token sends must carry; without one any token will do. */
  token?: string;
  accountId?: string;
  displayPhoneNumber?: string;
  templateText?: TemplateText;
  /** Which links of our messages it fetches, and from where. */
  reach?: Reach;
  /** Those it begins with. */
  templates?: AccountTemplate[];
  /** Pauses between the tries of a webhook that was not answered 200. */
  retryAfterMs?: readonly number[];
  now?: () => Date;
};

/** `hidden`: a user name is shown instead of the number, which Griot then does not learn. */
export type As = { name?: string; hidden?: boolean };

export type GraphStandin = {
  url: string;
  /** Our number, as it is shown to people. */
  displayPhoneNumber: string;
  /** Per wa_id (digits) or user id: what the person sent and what was sent to them, in order. */
  log: PhoneLog<WhatsAppEntry>;
  faults: Faults<GraphFault>;
  /** When each post to /messages came, in milliseconds of this process. */
  posted: () => readonly number[];
  /** What it tells about our number, token and templates. */
  account: GraphAccount;
  /** What Meta decides of a template, told by its webhook: APPROVED, REJECTED, PAUSED. */
  decideTemplate: (name: string, language: string, event: string, reason?: string) => Promise<Delivered>;
  userSends: (who: string, message: UserMessage, as?: As) => Promise<Delivered & { id: string }>;
  /** The key of a person in `log` and `faults`: +229…, 229… and the user id of that number are one. */
  keyOf: (who: string) => string;
  media: (id: string) => StoredMedia | undefined;
  typingUntil: (who: string) => Date | undefined;
  /** Waits until no webhook is under way. */
  idle: () => Promise<void>;
  close: () => Promise<void>;
};

const UPLOAD_LIMIT = '101mb';

/** Meta's Graph API for one WhatsApp number, on this machine. Our own client sends to it; it calls our public webhook. */
export async function startGraphStandin(options: GraphOptions): Promise<GraphStandin> {
  const now = options.now ?? (() => new Date());
  const ours = {
    accountId: options.accountId ?? '102290129340398',
    phoneNumberId: options.phoneNumberId,
    displayPhoneNumber: options.displayPhoneNumber ?? '2290190000000',
  };
  const account = newAccount(options.templates);
  const state: GraphState = {
    ours, now, account,
    webhookUrl: options.webhookUrl,
    appSecret: options.appSecret,
    token: options.token,
    templateText: options.templateText,
    log: createPhoneLog<WhatsAppEntry>(now),
    faults: createFaults<GraphFault>({}),
    delivery: createDelivery(options.retryAfterMs),
    media: createMediaStore(),
    people: createPeople(),
    reach: options.reach ?? (() => undefined),
    typing: new Map(),
    posted: [],
  };
  const server = await listenOnLoopback(graphApp(state), options.port);
  const { keyOf } = state.people;

  return {
    keyOf,
    url: server.url,
    displayPhoneNumber: ours.displayPhoneNumber,
    log: state.log,
    faults: state.faults,
    posted: () => state.posted,
    account,
    decideTemplate: (...decided) => decideTemplate(state, ...decided),
    userSends: (who, message, as = {}) => userSends(state, who, message, as),
    media: (id) => state.media.get(id),
    typingUntil: (who) => state.typing.get(keyOf(who)),
    idle: () => state.delivery.idle(),
    close: async () => {
      await state.delivery.stop();
      await server.close();
    },
  };
}

function graphApp(state: GraphState): express.Express {
  const app = express().disable('x-powered-by');
  app.use((req: Request, res: Response, next: NextFunction) => {
    const [, given] = /^Bearer (.+)$/.exec(req.get('authorization') ?? '') ?? [];
    if (given === undefined || (state.token !== undefined && given !== state.token)) res.status(401).json(errorBody(graphError(190)));
    else next();
  });
  app.use(express.json({ limit: '1mb' }), express.raw({ type: 'multipart/form-data', limit: UPLOAD_LIMIT }));
  messageRoute(app, state);
  accountRoutes(app, state.account, state.ours);
  templateRoutes(app, state.account, state.ours.accountId);
  mediaRoutes(app, state.media, state.ours.phoneNumberId);
  app.use(unknownObject);
  return app;
}

async function decideTemplate({ account, webhookUrl, appSecret, ours, delivery, now }: GraphState, name: string, language: string, event: string, reason = 'NONE'): Promise<Delivered> {
  const template = account.templates.find((one) => one.name === name && one.language === language);
  if (template === undefined) throw new Error(`the account has no template ${name} (${language})`);
  Object.assign(template, { status: event, rejected_reason: reason });
  const value = { event, message_template_id: Number(template.id ?? 0), message_template_name: name, message_template_language: language, reason, message_template_category: template.category };
  return delivery.deliver(accountWebhook(webhookUrl, appSecret, ours.accountId, { field: 'message_template_status_update', value, at: now() }));
}

async function userSends(state: GraphState, who: string, message: UserMessage, { name, hidden }: As): Promise<Delivered & { id: string }> {
  const { ours, people, log, faults, delivery } = state;
  const key = people.keyOf(who);
  if (name !== undefined) people.rename(key, name);
  const { waId, ...person } = people.of(key);
  const seen: Person = hidden || waId === undefined ? person : { ...person, waId };
  const id = newWamid();
  const { content, mediaId } = inboundContent(message, state.media);
  const inbound = { ...contextOf(message, ours.displayPhoneNumber), ...fromOf(seen), id, timestamp: unixSeconds(state.now()), ...content };
  const sent: FromPerson = { from: 'person', id, message, received: false, read: false, ...(mediaId === undefined ? {} : { mediaId }) };
  const entry = log.add(key, sent);
  const webhook = signedWebhook(state.webhookUrl, state.appSecret, ours.accountId, messageValue(ours, seen, inbound));
  const posting = delivery.deliverCopies(webhook, 1 + (faults.of(key).duplicates ?? 0));
  delivery.background(posting);
  const delivered = await posting;
  entry.received = delivered.delivered;
  log.touch(key);
  return { ...delivered, id };
}

const fromOf = ({ waId, userId }: Person) => ({
  ...(waId === undefined ? {} : { from: waId }),
  ...(userId === undefined ? {} : { from_user_id: userId }),
});
