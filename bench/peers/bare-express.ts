import express from 'express';
import { isSigned, messagesIn, reply } from './reply.ts';

/** The same HTTP work and nothing else: nothing is stored, decided or remembered. */
const app = express();
app.get('/healthz', (_req, res) => void res.json({ alive: true }));

app.post('/webhooks/whatsapp', express.raw({ type: () => true, limit: '3mb' }), (req, res) => {
  const bytes = req.body as Buffer;
  if (!isSigned(bytes, req.get('x-hub-signature-256'))) {
    res.status(401).send('no');
    return;
  }
  const messages = messagesIn(JSON.parse(bytes.toString('utf8')));
  res.status(200).send('ok');
  for (const { from, text } of messages) void reply(from, `Vous avez écrit : ${text}`);
});

app.post('/webhooks/africastalking/:token/ussd', express.urlencoded({ extended: false }), (_req, res) => void res.type('text/plain').send('CON Bienvenue\n1.Je suis client\n2.J ai un commerce'));

app.listen(Number(process.env['PORT']), '127.0.0.1');
