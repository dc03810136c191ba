// Meta and Africa's Talking in a process of their own: they go on while Griot is killed, and remember what it sent.
import { startAfricastalkingStandin } from '../../src/standins/africastalking.ts';
import { startGraphStandin } from '../../src/standins/graph.ts';
import type { Sent } from '../verdict/evidence.ts';
import type { Ask, Behaviour, Secrets } from './networks.ts';

/** As long as somebody watches, a status comes again, and soon: Meta's own patience is measured in days. */
const RETRY_AFTER_MS = Array.from({ length: 2_000 }, (_, tries) => (tries < 5 ? 100 : 300));

const sent: Sent[] = [];
let standins: Awaited<ReturnType<typeof start>> | undefined;

async function start({ webhooks, secrets }: { webhooks: string; secrets: Secrets }) {
  const { appSecret, phoneNumberId, token, apiKey, username, callbackToken } = secrets;
  const graph = await startGraphStandin({ webhookUrl: `${webhooks}/webhooks/whatsapp`, appSecret, phoneNumberId, token, retryAfterMs: RETRY_AFTER_MS });
  const phones = await startAfricastalkingStandin({ callbackUrl: `${webhooks}/webhooks/africastalking/${callbackToken}`, apiKey, username, retryAfterMs: RETRY_AFTER_MS });
  const read = new Map<string, number>();
  const fresh = <E extends { n: number }>(name: string, entries: readonly E[]): readonly E[] => {
    const news = entries.filter(({ n }) => n > (read.get(name) ?? 0));
    read.set(name, entries.at(-1)?.n ?? 0);
    return news;
  };
  graph.log.subscribe((who) => {
    for (const entry of fresh(`whatsapp ${who}`, graph.log.of(who))) {
      if (entry.from === 'business' && entry.status !== 'refused') sent.push({ channel: 'whatsapp', contact: `+${who}`, key: entry.request.biz_opaque_callback_data ?? null, text: entry.shown.text, at: entry.at.getTime() });
    }
  });
  phones.sms.subscribe((who) => {
    for (const entry of fresh(`sms ${who}`, phones.sms.of(who))) {
      if (entry.from === 'business' && entry.status !== 'refused') sent.push({ channel: 'sms', contact: who, key: null, text: entry.text, at: entry.at.getTime() });
    }
  });
  return { graph, phones };
}

function behave({ withholdStatuses, answerAfterMs }: Behaviour): void {
  standins?.graph.faults.set({ withholdStatuses, delayMs: answerAfterMs, statusesUpTo: 'delivered' });
  standins?.phones.smsFaults.set({ withholdReports: withholdStatuses, delayMs: answerAfterMs });
}

async function answer(ask: Ask): Promise<unknown> {
  if (ask.what === 'start') {
    standins = await start(ask);
    return { graph: standins.graph.url, phones: standins.phones.url };
  }
  if (ask.what === 'behave') return behave(ask.behaviour);
  if (ask.what === 'count') return new Set(sent.map(({ channel, contact, key, text }) => (channel === 'sms' ? `${contact} ${text}` : key))).size;
  if (ask.what === 'sent') return sent;
  return Promise.all([standins?.graph.idle(), standins?.phones.idle()]).then(() => true);
}

process.on('message', (message) => {
  const { id, ask } = message as { id: number; ask: Ask };
  void answer(ask).then((given) => process.send?.({ id, given: given ?? null }));
});
// Whoever started this is gone, in whatever way.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);
