import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createServer } from 'node:http';
import express, { type Express, type Request } from 'express';

export const AWA = '+2290196000001';
export const KOFI = '+2290196000010';
export const APP_SECRET = "It's a Secret to Everybody";
export const PHONE_NUMBER_ID = '106540352242922';
export const TOKEN = 'un-jeton-de-rappel';
export const API_KEY = 'atsk_test';

type Hook = { path: string; form: Record<string, string>; json: unknown; raw: string; signed: boolean };
type Reply = { id: string; title: string };
type Message = { id: string; type: string; from?: string; from_user_id?: string; text?: { body: string }; image?: { id: string; caption?: string }; interactive?: { button_reply?: Reply; list_reply?: Reply } };
type Value = { messages?: Message[]; statuses?: Record<string, unknown>[]; contacts?: Record<string, unknown>[] };

/** The smallest Griot there is: takes webhooks, checks them, answers each message with what it heard. */
export type EchoApp = {
  url: string;
  app: Express;
  hooks: Hook[];
  /** Answers to give before the usual one: a number is a status, `hang` closes the connection. */
  nextAnswers: (number | 'hang')[];
  /** Off, it only takes what comes. */
  answers: boolean;
  ussd: (text: string) => string;
  graphUrl: string;
  smsUrl: string;
  values: () => Value[];
  statuses: () => Record<string, unknown>[];
  posted: (path: string) => Record<string, string>[];
  send: (body: object, headers?: Record<string, string>) => Promise<Response>;
  sendSms: (form: Record<string, string>, headers?: Record<string, string>) => Promise<Response>;
  /** Waits until what it answers has been sent. */
  idle: () => Promise<unknown>;
  close: () => Promise<void>;
};

export async function startEchoApp(): Promise<EchoApp> {
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answering: Promise<unknown>[] = [];
  const echo: EchoApp = {
    app, hooks: [], nextAnswers: [], answers: false, ussd: menu, graphUrl: '', smsUrl: '',
    url: `http://127.0.0.1:${port}`,
    values: () => echo.hooks.flatMap(({ json }) => valuesOf(json)),
    statuses: () => echo.values().flatMap(({ statuses = [] }) => statuses),
    posted: (path) => echo.hooks.filter((hook) => hook.path.endsWith(path)).map(({ form }) => form),
    send: (body, headers = {}) => fetch(`${echo.graphUrl}/v24.0/${PHONE_NUMBER_ID}/messages`, {
      method: 'POST', headers: { authorization: 'Bearer jeton', 'content-type': 'application/json', ...headers }, body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
    }),
    sendSms: (form, headers = {}) => fetch(`${echo.smsUrl}/version1/messaging`, {
      method: 'POST', headers: { apiKey: API_KEY, accept: 'application/json', ...headers }, body: new URLSearchParams({ username: 'griot', ...form }),
    }),
    idle: () => Promise.allSettled(answering),
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
  app.get('/healthz', (_req, res) => void res.send('ok'));
  app.post(/^\/webhooks/, express.raw({ type: () => true, limit: '3mb' }), (req, res) => {
    const hook = hookOf(req);
    echo.hooks.push(hook);
    const next = echo.nextAnswers.shift();
    if (next === 'hang') return void req.socket.destroy();
    if (next !== undefined) return void res.status(next).end();
    if (hook.path.endsWith('/ussd')) return void res.type('text/plain').send(echo.ussd(hook.form.text ?? ''));
    res.end();
    if (echo.answers) answering.push(answer(echo, hook).catch(() => undefined));
  });
  return echo;
}

function hookOf(req: Request): Hook {
  const raw = Buffer.from(req.body).toString('utf8');
  const json = req.is('application/json') ? JSON.parse(raw) : undefined;
  const expected = Buffer.from(`sha256=${createHmac('sha256', APP_SECRET).update(req.body).digest('hex')}`);
  const given = Buffer.from(req.get('x-hub-signature-256') ?? '');
  const signed = given.length === expected.length && timingSafeEqual(given, expected);
  return { path: req.path, raw, json, signed, form: json ? {} : Object.fromEntries(new URLSearchParams(raw)) };
}

const valuesOf = (json: unknown): Value[] =>
  ((json as { entry?: { changes: { value: Value }[] }[] } | undefined)?.entry ?? []).flatMap(({ changes }) => changes.map(({ value }) => value));

const menu = (text: string): string => {
  const steps = text.split('*');
  if (text === '') return 'CON Bienvenue chez Griot\n1. Mes commandes\n2. Quitter';
  if (steps.at(-1) === '2') return 'END Au revoir.';
  return `CON Vous avez tape ${steps.at(-1)}\n0. Retour`;
};

const buttons = { type: 'button', body: { text: 'Que voulez-vous faire ?' }, action: { buttons: ['Commander', 'Payer', 'Aide'].map((title) => ({ type: 'reply', reply: { id: `1:${title}`, title } })) } };
const list = { type: 'list', body: { text: 'Choisissez un tissu' }, action: { button: 'Choisir', sections: [{ title: 'Tissus', rows: ['Wax 6 yards', 'Bazin riche', 'Kita', 'Lépi'].map((title, i) => ({ id: `tissu-${i}`, title, description: `${i + 4} 000 F le yard` })) }] } };

async function answer(echo: EchoApp, { path, form, json }: Hook): Promise<void> {
  if (path.endsWith('/sms')) await echo.sendSms({ to: form.from ?? '', message: `Bien recu : ${form.text}` });
  for (const message of valuesOf(json).flatMap(({ messages = [] }) => messages)) {
    const to = message.from === undefined ? { recipient: message.from_user_id } : { to: `+${message.from}` };
    await echo.send({ status: 'read', message_id: message.id });
    await echo.send({ ...to, ...replyTo(message.text?.body ?? message.interactive?.button_reply?.title ?? message.interactive?.list_reply?.title ?? `(${message.type})`) });
  }
}

function replyTo(heard: string): object {
  if (/^menu$/i.test(heard)) return { type: 'interactive', interactive: buttons };
  if (/^(commander|liste)$/i.test(heard)) return { type: 'interactive', interactive: list };
  if (/^silence$/i.test(heard)) return { status: 'read', message_id: 'inconnu' };
  return { type: 'text', text: { body: `Vous avez dit : ${heard}` } };
}
