import { createHmac } from 'node:crypto';
import type { World } from './world.ts';

type Answered = { status: number; body: string; type: string };
export type Networks = ReturnType<typeof networksOf>;

/** What Meta and Africa's Talking do to us, over real HTTP with their real proof: posts to the public routes of a world. */
export function networksOf(world: World) {
  const { whatsapp, africasTalking } = world.config;
  if (whatsapp.mode === 'off' || africasTalking.mode === 'off') throw new Error('both networks are needed');
  const { appSecret, verifyToken } = whatsapp.settings;
  const { callbackToken } = africasTalking.settings;

  return {
    appSecret, verifyToken, callbackToken,
    meta: (body: object | string | Buffer) => {
      const bytes = bytesOf(body);
      return post(`${world.local}/webhooks/whatsapp`, bytes, { 'content-type': 'application/json', 'x-hub-signature-256': signature(bytes, appSecret) });
    },
    form: (path: string, fields: Record<string, string> | string) =>
      post(`${world.local}/webhooks/africastalking/${callbackToken}/${path}`, Buffer.from(String(new URLSearchParams(fields))), { 'content-type': 'application/x-www-form-urlencoded' }),
  };
}

export const signature = (bytes: Buffer, secret: string): string => `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
export const bytesOf = (body: object | string | Buffer): Buffer => (Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));

export async function post(url: string, body: Buffer, headers: Record<string, string>): Promise<Answered> {
  const answer = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
  return { status: answer.status, body: await answer.text(), type: answer.headers.get('content-type') ?? '' };
}

const ACCOUNT = '102290129340398';

/** Meta's envelope around messages and statuses of our number, one change for each item. */
export const fromMeta = (world: World, items: { messages?: object[]; statuses?: object[] }[]): object => {
  const { whatsapp } = world.config;
  const phoneNumberId = whatsapp.mode === 'off' ? '' : whatsapp.settings.phoneNumberId;
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId };
  return { object: 'whatsapp_business_account', entry: [{ id: ACCOUNT, changes: items.map((item) => ({ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...item } })) }] };
};

type Said = { from: string; id: string; text: string; at?: number };
export const said = ({ from, id, text, at = 1_795_165_200 }: Said): { messages: object[] } => ({ messages: [{ from, id, timestamp: String(at), type: 'text', text: { body: text } }] });

/** What a WhatsApp phone has been shown by us, oldest first. */
export const shownTo = (world: World, waId: string): string[] =>
  (world.standins.graph?.log.of(waId) ?? []).flatMap((entry) => (entry.from === 'business' ? [entry.shown.text] : []));
export const smsTo = (world: World, phone: string): string[] =>
  (world.standins.phones?.sms.of(phone) ?? []).flatMap((entry) => (entry.from === 'business' ? [entry.text] : []));

/** Work rings further work: everything has ended when nothing was under way twice in a row. */
export async function settle(world: World): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await world.quiet();
    await world.standins.graph?.idle();
    await world.standins.phones?.idle();
    await world.standins.fedapay?.idle();
  }
}

const WAIT_MS = 40_000;
const LOOK_MS = 5;

/** Waits for something that happens by itself; what has not happened by then never will, however busy the machine. */
export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + WAIT_MS; performance.now() < end; ) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error('waited in vain');
}
