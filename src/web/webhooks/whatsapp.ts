import express, { Router } from 'express';
import type { Arrival } from '../../channels/channel.ts';
import type { Ourselves } from '../../channels/whatsapp/about-us.ts';
import { parseWebhook } from '../../channels/whatsapp/receive.ts';
import { verifyChallenge, verifySignature } from '../../channels/whatsapp/signature.ts';
import type { WhatsAppConfig } from '../../config.ts';
import { accept, BODY_MAX, refuse, type Intake } from './intake.ts';
import { keepToOurAccount } from './our-account.ts';

export function whatsappWebhook(settings: WhatsAppConfig, intake: Intake): Router {
  const router = Router();

  router.get('/', (req, res) => {
    const challenge = verifyChallenge(req.originalUrl.split('?')[1] ?? '', settings.verifyToken);
    if (challenge === undefined) res.status(403).type('text/plain').send('no');
    else res.status(200).type('text/plain').send(challenge);
  });

  // The signature is over the bytes as they came: they are read raw, and parsed only once they are known to be Meta's.
  router.post('/', express.raw({ type: () => true, limit: BODY_MAX, inflate: false }), async (req, res) => {
    const raw: unknown = req.body;
    const bytes = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
    if (!verifySignature(bytes, req.get('x-hub-signature-256'), settings.appSecret)) return refuse(res, intake, 'whatsapp');

    const parsed = parse(bytes, { phoneNumberId: settings.phoneNumberId, receivedAt: intake.now().toISOString() });
    if (parsed === undefined) {
      res.status(400).type('text/plain').send('not a webhook');
      return;
    }
    await accept(res, intake, () => keepToOurAccount(intake.db, parsed));
  });
  return router;
}

type Parsed = { arrivals: Arrival[]; seen: Ourselves };

function parse(bytes: Buffer, ours: { phoneNumberId: string; receivedAt: string }): Parsed | undefined {
  const body = json(bytes);
  if (body === undefined) return undefined;
  const parsed = parseWebhook(body, ours);
  return 'malformed' in parsed ? undefined : parsed;
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
