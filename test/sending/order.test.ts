import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Purpose } from '../../src/purposes.ts';
import type { GraphFault } from '../../src/standins/graph-messages.ts';
import { settle, until } from '../helpers/networks.ts';
import { NO_FLOOD, openWorld, type World } from '../helpers/world.ts';
import { outgoing, type Outgoing } from './outgoing.ts';

/** Who waits for whom, seen in the order in which the network got it. */
let world: World;
let post: Outgoing;
let awa: string;
let jean: string;

beforeAll(async () => {
  world = await openWorld({ env: { ...NO_FLOOD, WHATSAPP_RATE: '100' } });
  post = await outgoing(world);
});
beforeEach(async () => {
  await post.nextMorning();
  [awa, jean] = [await post.person(), await post.person()];
});
/** Nobody waits for what a test has left behind. */
afterEach(() => world.db.outbox.updateMany({ where: { status: { in: ['waiting', 'held'] } }, data: { status: 'withdrawn' } }));
afterAll(() => world.close());

const refusing = (fault: GraphFault, who: string) => post.graph.faults.set(fault, post.graph.keyOf(who));
const people = (many: number): Promise<string[]> => Promise.all(Array.from({ length: many }, () => post.person()));
const tenant = async (code: string): Promise<string> => (await world.db.tenant.findFirstOrThrow({ where: { code } })).id;

/** All that arrived on these phones, oldest first. */
const arrived = (phones: string[]) =>
  phones.flatMap((phone) => post.graph.log.of(post.graph.keyOf(phone)).flatMap((entry) => (entry.from === 'business' ? [{ n: entry.n, phone, text: entry.shown.text }] : []))).toSorted((a, b) => a.n - b.n);
/** How many promotions came before the last of the others. */
const before = (all: { text: string }[], isLate: (text: string) => boolean): number => all.slice(0, all.findLastIndex(({ text }) => isLate(text))).filter(({ text }) => !isLate(text)).length;

describe('2,000 promotions of one business', () => {
  const SHARE = 20;
  const isReply = (text: string) => !text.startsWith('promo');
  let readers: string[];
  let writers: string[];

  beforeEach(async () => {
    [readers, writers] = [await people(100), await people(20)];
    await post.writeAll(readers.flatMap((to) => Array.from({ length: SHARE }, (_, n) => ({ to, purpose: 'promo' as const, text: `promo ${n}` }))));
  });
  const said = (phones: string[]) => Promise.all(phones.map((phone) => post.graph.userSends(phone, { type: 'text', text: 'Bonjour' })));
  const answered = () => until(() => writers.every((phone) => post.whatsapp(phone).length > 0));

  test('and twenty answers that wait for the same line: the answers leave first', async () => {
    await world.db.line.create({ data: { channel: 'whatsapp', heldUntil: new Date(world.now().getTime() + 60_000) } });
    await world.post.sweep();
    await said(writers);
    await post.quiet();
    expect(arrived([...readers, ...writers])).toEqual([]);
    world.clock.forward({ minutes: 2 });
    await world.post.sweep();
    await answered();
    expect(before(arrived([...readers, ...writers]), isReply)).toBeLessThan(100);
  });

  test('that are leaving: whoever writes meanwhile is answered before the others of them', async () => {
    world.post.ring();
    await until(() => arrived(readers).length > 50);
    for (const phone of writers) {
      const promotions = arrived(readers).length;
      await said([phone]);
      await until(() => post.whatsapp(phone).length > 0);
      expect(arrived(readers).length - promotions).toBeLessThan(500);
    }
  });
});

describe('each business gets its turn', () => {
  const promotions = async (code: string, many: number, phones: string[]) => {
    const tenantId = await tenant(code);
    return Array.from({ length: many }, (_, n) => ({ to: phones[n % phones.length] ?? '', purpose: 'promo' as const, text: code, tenantId }));
  };
  const isSmall = (text: string) => text === 'BINTOU';
  /** A connection that is cut is tried again after a pause: most of the ten say enough. */
  const SEEN = 8;

  test('ten do not wait for a thousand that were written before', async () => {
    const [many, few] = [await people(50), await people(10)];
    // In one go: the sweeper looks whenever it likes.
    await post.writeAll([...(await promotions('AFI', 1_000, many)), ...(await promotions('BINTOU', 10, few))]);
    world.post.ring();
    await until(() => arrived(few).length >= SEEN);
    // Fifty are taken at a time, and two such handfuls may leave side by side: in which order they arrive is not ours.
    expect(before(arrived([...many, ...few]), isSmall)).toBeLessThan(100);
  });

  test('nor for a thousand that are leaving already', async () => {
    const [many, few] = [await people(50), await people(10)];
    await post.writeAll(await promotions('AFI', 1_000, many));
    world.post.ring();
    await until(() => arrived(many).length > 100);
    await post.writeAll(await promotions('BINTOU', 10, few));
    world.post.ring();
    await until(() => arrived(few).length >= SEEN);
    expect(before(arrived([...many, ...few]), isSmall)).toBeLessThan(500);
  });
});

describe('the delay of one person holds up nobody else', () => {
  const numbered = (to: string, purpose: Purpose, many: number) => Array.from({ length: many }, (_, n) => ({ to, purpose, text: `${purpose} ${n + 1}` }));
  const texts = (purpose: Purpose, many: number) => numbered('', purpose, many).map(({ text }) => text);

  test('the pair rule: of sixty news for Awa thirty leave now, then one each six seconds; all that Jean gets comes now', async () => {
    await post.writeAll([...numbered(awa, 'order', 60), ...numbered(jean, 'order', 20)]);
    await post.quiet();
    expect([post.whatsapp(awa), post.whatsapp(jean)]).toEqual([texts('order', 30), texts('order', 20)]);
    for (let minute = 0; minute < 3; minute++) await post.later({ minutes: 1 });
    expect(post.whatsapp(awa)).toEqual(texts('order', 60));
  });

  test('news and promotions never use up what answers to the same person need', async () => {
    await post.writeAll([...numbered(awa, 'promo', 60), ...numbered(awa, 'order', 60)]);
    await post.quiet();
    const news = post.whatsapp(awa).length;
    for (let n = 0; n < 9; n++) await post.says(awa, 'Bonjour');
    expect([news <= 31, post.whatsapp(awa).length - news]).toEqual([true, 9]);
    for (let minute = 0; minute < 12; minute++) await post.later({ minutes: 1 });
    for (const purpose of ['order', 'promo'] as const) expect(post.whatsapp(awa).filter((text) => text.startsWith(purpose))).toEqual(texts(purpose, 60));
  });

  test('answers faster than the pair rule wait for it, in order', async () => {
    await post.writeAll(numbered(awa, 'human', 60));
    await post.quiet();
    expect(post.whatsapp(awa)).toEqual(texts('human', 40));
    await post.later({ minutes: 1 });
    await post.later({ minutes: 1 });
    expect(post.whatsapp(awa)).toEqual(texts('human', 60));
  });

  test('and so do those that their turn hands over at once', async () => {
    for (let n = 0; n < 50; n++) await post.says(awa, 'Bonjour');
    expect(post.whatsapp(awa)).toHaveLength(40);
    await post.later({ minutes: 1 });
    expect(post.whatsapp(awa)).toHaveLength(50);
  });

  test.each<[string, GraphFault]>([['131056', { refuse: 131056 }], ['an answer that was lost', { dropAfterAccept: true, withholdStatuses: true }]])('%s', async (_, fault) => {
    refusing({ ...fault, times: 1 }, awa);
    await post.writeAll([...numbered(awa, 'order', 3), ...numbered(awa, 'promo', 3), ...numbered(jean, 'order', 3), ...numbered(jean, 'promo', 3)]);
    await post.quiet();
    expect(post.whatsapp(jean).toSorted()).toEqual([...texts('order', 3), ...texts('promo', 3)]);
    expect(post.whatsapp(awa).filter((text) => text === 'order 2')).toEqual([]);
    await post.later({ minutes: 1 });
    await post.later({ minutes: 1 });
    const awas = post.whatsapp(awa).filter((text) => !text.startsWith('131056') && text.startsWith('order'));
    expect(awas.slice(-3)).toEqual(texts('order', 3));
  });
});

describe('what is said to one person keeps its order', () => {
  test('when the line was stopped and the next try of another person takes long', async () => {
    post.graph.faults.set({ refuse: 190 });
    await post.send({ to: jean, purpose: 'report', text: 'jean' });
    await post.send({ to: awa, purpose: 'report', text: 'un' }, { to: awa, purpose: 'report', text: 'deux' }, { to: awa, purpose: 'report', text: 'trois' });
    post.graph.faults.clear();
    refusing({ delayMs: 200 }, jean);
    world.clock.forward({ seconds: 61 });
    await world.post.sweep();
    await settle(world);
    await post.quiet();
    for (let half = 0; half < 4; half++) await post.later({ minutes: 0.5 });
    expect([post.whatsapp(jean).at(-1), post.whatsapp(awa)]).toEqual(['jean', ['un', 'deux', 'trois']]);
  });

  test('and when the line slows down between two', async () => {
    refusing({ refuse: 130429, times: 1 }, jean);
    await post.send({ to: jean, purpose: 'order', text: 'jean' }, { to: awa, purpose: 'order', text: 'un' }, { to: awa, purpose: 'order', text: 'deux' });
    for (let half = 0; half < 4; half++) await post.later({ minutes: 0.5 });
    expect(post.whatsapp(awa)).toEqual(['un', 'deux']);
  });

  test('but what waits for the morning lets pass what may leave at night', async () => {
    world.clock.forward({ hours: 12 });
    await post.send({ to: awa, purpose: 'order', text: 'commande' }, { to: awa, purpose: 'payment', text: 'recu' }, { to: awa, purpose: 'order', text: 'encore' });
    expect(post.whatsapp(awa)).toEqual(['recu']);
    await post.later({ hours: 10 });
    expect(post.whatsapp(awa)).toEqual(['recu', 'commande', 'encore']);
  });
});
