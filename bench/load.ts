import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACCOUNT, CALLBACK_TOKEN } from './settings.ts';

export type Answered = { status: number; body: string };

const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });

function post(port: number, path: string, body: Buffer, headers: Record<string, string>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asking = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers, 'content-length': body.length } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
    });
    // A server may close an idle connection at the moment it is used again: asked once more, as the networks do.
    asking.on('error', (error) => {
      if (asking.reusedSocket) post(port, path, body, headers).then(resolve, reject);
      else reject(error);
    });
    asking.end(body);
  });
}

export type Message = { waId: string; id: string; text: string };

/** One message as Meta posts it. */
export function postMessage(port: number, { waId, id, text }: Message): Promise<Answered> {
  const metadata = { display_phone_number: '15550783881', phone_number_id: ACCOUNT.phoneNumberId };
  const message = { from: waId, id, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body: text } };
  const value = { messaging_product: 'whatsapp', metadata, contacts: [{ profile: { name: 'Awa' }, wa_id: waId }], messages: [message] };
  const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [{ field: 'messages', value }] }] }));
  const signature = `sha256=${createHmac('sha256', ACCOUNT.appSecret).update(body).digest('hex')}`;
  return post(port, '/webhooks/whatsapp', body, { 'content-type': 'application/json', 'x-hub-signature-256': signature });
}

/** One hop as Africa's Talking posts it. */
export function postHop(port: number, { phone, sessionId, text }: { phone: string; sessionId: string; text: string }): Promise<Answered> {
  const form = new URLSearchParams({ phoneNumber: phone, serviceCode: '*384*22#', text, sessionId, networkCode: '61601' });
  return post(port, `/webhooks/africastalking/${CALLBACK_TOKEN}/ussd`, Buffer.from(String(form)), { 'content-type': 'application/x-www-form-urlencoded' });
}

/** Each hand begins again as soon as it is done. Gives the latencies of what ended in time. */
export async function closedLoop({ hands, seconds, one }: { hands: number; seconds: number; one: () => Promise<unknown> }): Promise<{ perSecond: number; latencies: number[] }> {
  const latencies: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  await Promise.all(Array.from({ length: hands }, async () => {
    while (performance.now() < until) {
      const at = performance.now();
      await one();
      if (performance.now() < until) latencies.push(performance.now() - at);
    }
  }));
  return { perSecond: latencies.length / seconds, latencies };
}

/** Begins at a steady rate whatever the answers do; a latency counts from when it was meant to begin. */
export async function openLoop({ perSecond, seconds, one }: { perSecond: number; seconds: number; one: () => Promise<unknown> }): Promise<number[]> {
  const latencies: number[] = [];
  const under: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
    const intended = begun + (n * 1_000) / perSecond;
    const early = intended - performance.now();
    if (early > 1) await sleep(early);
    under.push(one().then(() => latencies.push(performance.now() - intended)));
  }
  await Promise.all(under);
  return latencies;
}

export function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

export const median = (values: number[]): number => quantile(values, 0.5);
