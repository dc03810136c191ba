import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aClient, ago, ESCAPED, openOffice, SCRIPT } from './clients.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => (office = await openOffice()));
afterAll(() => office.close());

type Tried = { outcome: string; status?: number; code?: string; detail?: object };

async function answered(fate: { status: string; error?: string }, ...tries: Tried[]) {
  const awa = await aClient(office.db);
  const key = `turn:exchanges:${awa.id}`;
  const row = await office.db.outbox.create({ data: { key, contactId: awa.id, channel: 'whatsapp', externalId: awa.externalId, purpose: 'reply', payload: {}, provider: 'whatsapp', availableAt: ago(5), createdAt: ago(5), ...fate } });
  await office.db.message.create({ data: { contactId: awa.id, direction: 'out', channel: 'whatsapp', kind: 'reply', text: 'Bonjour Awa', outboxKey: key, at: ago(5) } });
  for (const { detail = {}, ...one } of tries) await office.db.exchange.create({ data: { outboxId: row.id, at: ago(4), ms: 120, detail, ...one } });
  return office.sika.get(awa.path).then(({ text }) => text.replace(/\s+/g, ' '));
}

test('a refusal is told with all that the network and its support name it by, where it is asked why there is no answer', async () => {
  const page = await answered({ status: 'failed', error: 'not on WhatsApp' }, { outcome: 'refused', status: 400, code: '131026', detail: { method: 'POST', kind: 'text', attempt: 2, subcode: 2494010, trace: 'AbC123', retryAfterMs: 2_500 } });
  const told = 'essai 2 · refusé · text · HTTP 400 · code 131026/2494010 · trace AbC123 · à réessayer dans 3 s · 120 ms';
  expect(page.split(told)).toHaveLength(3); // among the causes, and beside the message
  expect(page).toContain('Message non remis (WhatsApp) du');
});

test('a message of which nobody knows whether it left says so', async () => {
  const page = await answered({ status: 'unknown', error: 'its answer was lost' }, { outcome: 'unknown', detail: { why: 'ECONNRESET' } });
  expect(page).toContain('Personne ne sait si ce message est parti (WhatsApp)');
  expect(page).toContain('sans réponse · ECONNRESET · 120 ms');
});

test('what a network wrote runs in nobody\'s browser', async () => {
  const page = await answered({ status: 'failed', error: 'x' }, { outcome: 'refused', status: 400, code: SCRIPT });
  expect(page).toContain(`code ${ESCAPED.slice(0, 20)}`);
  expect(page).not.toContain(SCRIPT.slice(0, 20));
});

test('nothing is said of a message that was simply taken', async () => {
  expect(await answered({ status: 'sent' })).not.toContain('class="exchanges');
});
