import express from 'express';
import { WhatsAppAPI } from 'whatsapp-api-js';
import { Text } from 'whatsapp-api-js/messages';
import type { PostData } from 'whatsapp-api-js/types';

const { GRAPH_URL = '', APP_SECRET = '', TOKEN = '' } = process.env;

/** The library as its guide shows it: it checks the signature, reads the webhook, and sends the answer. Its host is written in; only that is changed. */
const api = new WhatsAppAPI({
  token: TOKEN, appSecret: APP_SECRET, v: 'v24.0',
  ponyfill: { fetch: (input: string | URL | Request, init?: RequestInit) => fetch(String(input instanceof Request ? input.url : input).replace('https://graph.facebook.com', GRAPH_URL), init) },
});
api.on.message = async ({ phoneID, contact, message }) => {
  const text = message.type === 'text' ? message.text.body : '';
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the newer form asks for a user id, which these people do not have
  await api.sendMessage(phoneID, contact.wa_id ?? '', new Text(`Vous avez écrit : ${text}`));
};

const app = express();
app.get('/healthz', (_req, res) => void res.json({ alive: true }));
app.post('/webhooks/whatsapp', express.raw({ type: () => true, limit: '3mb' }), (req, res) => {
  const raw = (req.body as Buffer).toString('utf8');
  res.status(200).send('ok');
  api.post(JSON.parse(raw) as PostData, raw, req.get('x-hub-signature-256') ?? '').catch((error: unknown) => console.error(error));
});
app.listen(Number(process.env['PORT']), '127.0.0.1');
