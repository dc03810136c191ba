import { setTimeout as sleep } from 'node:timers/promises';
import { formPost } from '../../src/standins/form-post.ts';
import { messageValue, signedWebhook, unixSeconds } from '../../src/standins/graph-webhook.ts';
import { userIdOf } from '../../src/standins/provider-ids.ts';
import type { Webhook } from '../../src/standins/webhook-delivery.ts';
import type { Secrets } from '../machines/networks.ts';
import type { Dice } from './dice.ts';
import { answered, hopEvent, type Ledger } from './ledger.ts';

export type Line = {
  say: (contact: string, texts: readonly string[]) => Promise<void>;
  sms: (contact: string, text: string) => Promise<void>;
  /** One hop of a call: the screen, or undefined when none came. */
  hop: (contact: string, hop: { sessionId: string; path: string; typed: string }) => Promise<string | undefined>;
  ledger: Ledger;
  /** Somebody could not go on talking. */
  fault: (error: unknown) => void;
  /** Resolves when the copies that nobody waits for have been posted. */
  idle: () => Promise<void>;
};

type Options = { webhooks: string; secrets: Secrets; dice: Dice; fault: (sentence: string) => void };

const ACCOUNT = '102290129340398';
const OUR_NUMBER = '2290190000000';
const ANSWER_MS = 8_000;
const PAUSE_MS = [50, 250] as const;
/** A webhook that finds nobody for so long has found a fault. */
const PATIENCE_MS = 180_000;
const HOP_TRIES = 3;
const COPIED = 0.05;
/** What a network takes for «later»: nobody there, a front without anybody behind it, a database that is away. */
const LATER = new Set(['nobody', '502', '503']);

/** The networks' side of the webhooks: real signatures and forms, the same id again until it is taken, at times twice. */
export function openLine({ webhooks, secrets, dice, fault }: Options, ledger: Ledger): Line {
  const ours = { accountId: ACCOUNT, phoneNumberId: secrets.phoneNumberId, displayPhoneNumber: OUR_NUMBER };
  const copies = new Set<Promise<unknown>>();
  let named = 0;
  const nameOf = (kind: string) => `${kind}.chaos.${(named += 1)}`;
  const form = (path: string, fields: Record<string, string>) => formPost(`${webhooks}/webhooks/africastalking/${secrets.callbackToken}/${path}`, { ...fields, networkCode: '99999' }, 'at-api/1.0');
  const pause = () => sleep(dice.between(...PAUSE_MS));

  async function untilTaken(webhook: Webhook): Promise<void> {
    for (const before = Date.now(); ; await pause()) {
      const { status } = await post(webhook);
      answered(ledger, status);
      if (status === '200') break;
      if (!LATER.has(status)) fault(`a webhook was answered ${status}`);
      if (Date.now() - before > PATIENCE_MS) throw new Error('a webhook was never taken');
    }
    if (!dice.happens(COPIED)) return;
    const copy = post(webhook).finally(() => copies.delete(copy));
    copies.add(copy);
  }

  async function screenOf(webhook: Webhook): Promise<string | undefined> {
    for (let tries = 0; tries < HOP_TRIES; tries++) {
      const { status, body } = await post(webhook);
      const kind = /^(CON|END) \S/.exec(body)?.[1];
      answered(ledger, status === '200' ? (kind ?? '200 without a screen') : status);
      if (status === '200' && kind === undefined) fault('a hop was answered without a screen');
      if (status === '200') return kind === 'CON' ? body : undefined;
      if (!LATER.has(status)) fault(`a hop was answered ${status}`);
      await pause();
    }
    return undefined;
  }

  return {
    ledger,
    fault: (error) => fault(error instanceof Error ? error.message : String(error)),
    idle: async () => {
      await Promise.all(copies);
    },
    async say(contact, texts) {
      const waId = contact.slice(1);
      const person = { waId, userId: userIdOf(waId), name: `Client ${waId.slice(-6)}` };
      const messages = texts.map((text) => ({ from: waId, from_user_id: person.userId, id: nameOf('wamid'), timestamp: unixSeconds(new Date()), type: 'text', text: { body: text } }));
      await untilTaken(signedWebhook(`${webhooks}/webhooks/whatsapp`, secrets.appSecret, ACCOUNT, { ...messageValue(ours, person, {}), messages }));
      for (const { id, text } of messages) ledger.said.push({ contact, channel: 'whatsapp', event: id, text: text.body, outcome: 'taken' });
    },
    async sms(contact, text) {
      const id = nameOf('sms');
      await untilTaken(form('sms', { from: contact, to: 'GRIOT', text, id, date: new Date().toISOString(), linkId: '' }));
      ledger.said.push({ contact, channel: 'sms', event: id, text, outcome: 'taken' });
    },
    async hop(contact, { sessionId, path, typed }) {
      const screen = await screenOf(form('ussd', { sessionId, phoneNumber: contact, serviceCode: '*384*22#', text: path }));
      ledger.said.push({ contact, channel: 'ussd', event: hopEvent(sessionId, path), text: typed, ...(screen === undefined ? { outcome: 'unsure' } : { outcome: 'taken', screen }) });
      return screen;
    },
  };
}

async function post({ url, headers, body }: Webhook): Promise<{ status: string; body: string }> {
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_MS) });
    return { status: `${answer.status}`, body: await answer.text() };
  } catch {
    return { status: 'nobody', body: '' };
  }
}
