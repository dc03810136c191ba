import type { ChannelName } from '../../src/channels/channel.ts';
import { listNotices } from '../../src/domain/operators/list-notices.ts';
import { readTranscript } from '../../src/domain/operators/read-transcript.ts';
import { traitsOf, type Purpose } from '../../src/purposes.ts';
import type { AfricastalkingStandin } from '../../src/standins/africastalking.ts';
import type { GraphStandin } from '../../src/standins/graph.ts';
import { settle } from '../helpers/networks.ts';
import type { Clock, World } from '../helpers/world.ts';

type Template = { name: string; language: string; parameters?: string[] };
export type News = { to: string; purpose: Purpose; text: string; tenantId?: string; channel?: 'whatsapp' | 'sms'; template?: Template; sms?: string; availableAt?: Date; validUntil?: Date };
type Person = { phone: string; window?: boolean };
export type Outgoing = Awaited<ReturnType<typeof outgoing>>;

const HOUR_MS = 3_600_000;
let people = 0;

/** What leaves a world: written as a business function writes it, seen on the phones, in the rows, and by an operator. */
export async function outgoing(world: World) {
  // Time would also act on the orders of the cast: here only what a story sends is counted.
  await world.db.due.deleteMany({ where: { kind: { in: ['order.timer', 'brief.plan', 'brief.tell'] } } });
  const { graph, phones } = networks(world);
  const tenant = await world.db.tenant.findFirst({ where: { code: 'AFI' } });
  let written = 0;
  let read = new Set<string>();

  async function writeAll(news: News[]): Promise<void> {
    const contacts = await world.db.contact.findMany({ where: { key: { in: news.map(({ to }) => to) } } });
    const ids = new Map(contacts.map(({ key, id }) => [key, id]));
    await world.db.outbox.createMany({ data: news.map((one) => rowOf(one, ids.get(one.to) ?? '')) });
  }

  function rowOf({ to, purpose, text, tenantId = tenant?.id, channel = 'whatsapp', template, sms, ...times }: News, contactId: string) {
    const payload = channel === 'sms' ? { text } : { message: { type: 'text', text: { body: text } }, ...(template && { template }), ...(sms !== undefined && { sms: { text: sms } }) };
    written += 1;
    const row = { key: `news:${purpose}:${written}`, contactId, tenantId: tenantId ?? null, channel, externalId: addressOn(channel, to), provider: channel === 'sms' ? 'africastalking' : 'whatsapp', purpose, lane: traitsOf(purpose).lane, payload };
    return { ...row, availableAt: world.now(), createdAt: world.now(), ...times };
  }

  const quiet = async () => {
    world.post.ring();
    await settle(world);
  };

  return {
    graph, phones, writeAll, quiet,
    /** Writes, and waits until nothing moves. */
    async send(...news: News[]): Promise<void> {
      await writeAll(news);
      await quiet();
    },
    /** Somebody whom we know, who wrote on WhatsApp an hour ago, or never. */
    async person({ phone = `+229019${String((people += 1)).padStart(7, '0')}`, window = true }: Partial<Person> = {}): Promise<string> {
      const contact = await world.db.contact.create({ data: { key: phone, phone } });
      const wrote = new Date(world.now().getTime() - HOUR_MS);
      if (window) await world.db.channelIdentity.create({ data: { contactId: contact.id, channel: 'whatsapp', externalId: addressOn('whatsapp', phone), lastSeenAt: wrote, windowExpiresAt: new Date(wrote.getTime() + 24 * HOUR_MS) } });
      return phone;
    },
    async says(phone: string, text: string): Promise<void> {
      await graph.userSends(phone, { type: 'text', text });
      await quiet();
    },
    /** Lets time pass, as the sweeper does: what has failed goes another way, what may leave leaves. */
    async later(span: Parameters<Clock['forward']>[0]): Promise<void> {
      await world.quiet(); // the sweeper may be sending: its lease would lapse in mid-air
      world.clock.forward(span);
      await world.post.sweep();
      await quiet();
    },
    /** What WhatsApp was given for this phone: the words, or the refusal and the words. */
    whatsapp: (phone: string): string[] => graph.log.of(graph.keyOf(phone)).flatMap((entry) => (entry.from === 'business' ? [`${entry.status === 'refused' ? `${String(entry.code)}: ` : ''}${entry.shown.text}`] : [])),
    sms: (phone: string): string[] => phones.sms.of(phone).flatMap((entry) => (entry.from === 'business' ? [`${entry.status === 'refused' ? `${String(entry.code)}: ` : ''}${entry.text}`] : [])),
    /** What the rows say: `order whatsapp sent`. */
    async rows(phone: string): Promise<string[]> {
      const rows = await world.db.outbox.findMany({ where: { contactId: await contactOf(phone) }, orderBy: { id: 'asc' } });
      return rows.map(({ purpose, channel, status }) => `${purpose} ${channel} ${status}`);
    },
    row: async (phone: string) => world.db.outbox.findFirstOrThrow({ where: { contactId: await contactOf(phone) }, orderBy: { id: 'desc' } }),
    /** What an operator reads about our own sending, since all was well: `critical sending 190 …`. */
    notices: async (): Promise<string[]> => (await unread()).map(({ severity, summary }) => `${severity} ${summary}`),
    /** How an operator sees that our messages to somebody fared, the latest first. */
    async deliveries(phone: string): Promise<string[]> {
      const { rows } = await readTranscript(world.db, [await contactOf(phone)], { after: undefined, limit: 50 });
      return rows.flatMap(({ delivery }) => (delivery === undefined ? [] : [[delivery.state, delivery.reason].filter(Boolean).join(': ')]));
    },
    async refusals(phone: string): Promise<string[]> {
      const events = await world.db.consentEvent.findMany({ where: { contactId: await contactOf(phone) }, orderBy: { id: 'asc' } });
      return events.map(({ purpose, value, textVersion }) => `${purpose} ${value ? 'yes' : 'no'}${textVersion === 'network' ? ', says the network' : ''}`);
    },
    /** Ten o'clock of the next day: all is well, nothing waits, and no news have been read. */
    async nextMorning(): Promise<void> {
      const now = world.now();
      await world.quiet();
      world.clock.forward({ hours: 34 - now.getUTCHours(), minutes: -now.getUTCMinutes() });
      graph.faults.clear();
      phones.smsFaults.clear();
      await settle(world);
      await world.db.outbox.updateMany({ where: { status: { in: ['waiting', 'held', 'sending'] } }, data: { status: 'withdrawn' } });
      await world.db.line.deleteMany();
      await world.db.templateState.deleteMany();
      await world.post.sweep();
      await settle(world);
      read = new Set([...read, ...(await unread()).map(({ id }) => id)]);
    },
  };

  async function unread() {
    const { rows } = await listNotices(world.db, world.now(), { after: undefined, limit: 500 });
    return rows.filter(({ id, field }) => field === 'sending' && !read.has(id));
  }

  async function contactOf(phone: string): Promise<string> {
    return (await world.db.contact.findUniqueOrThrow({ where: { key: phone } })).id;
  }
}

const addressOn = (channel: ChannelName, phone: string): string => (channel === 'whatsapp' ? phone.slice(1) : phone);

function networks({ standins: { graph, phones } }: World): { graph: GraphStandin; phones: AfricastalkingStandin } {
  if (graph === undefined || phones === undefined) throw new Error('both networks are simulated here');
  return { graph, phones };
}
