import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { assign, setup } from 'xstate';
import { commands, type Command, type FlowTypes } from '../../flows/flow.ts';
import { flows } from '../../flows/index.ts';
import { flowBook } from '../../src/conversation/flow-book.ts';
import type { Handlers } from '../../src/conversation/commands/handlers.ts';
import { workIn } from '../../src/conversation/work-in.ts';
import type { Notice } from '../../src/domain/tenants/notice.ts';
import { loadTexts } from '../../src/i18n.ts';
import { at, paidOrder, tenantOf } from '../helpers/paid-order.ts';
import { play } from '../helpers/play.ts';
import { openWorld, type World } from '../helpers/world.ts';

type Paper = { url: string; fileName: string };
type Asked = { 'data.export': Command<undefined, { paper: Paper }> };
const flow = setup({ types: {} as FlowTypes<{ paper: Paper | null; none: null }, Asked>, actions: commands<Asked>() });

/** What no flow does yet, in the words of one that exists: a paper beside something to tap, then one at the end, then none. */
const papers = flow.createMachine({
  id: 'data',
  version: '1',
  context: { paper: null, none: null },
  initial: 'exporting',
  states: {
    exporting: { entry: 'data.export', on: { 'data.export.done': { target: 'menu', actions: assign(({ event }) => ({ paper: event.paper })) }, 'data.export.refused': 'without' } },
    menu: { meta: { say: 'data.menu', choose: [{ id: 'see', key: '1' }], document: 'paper', back: 'back' }, on: { 'chose.see': 'shown', back: 'without' } },
    shown: { type: 'final', meta: { say: 'data.exported', document: 'paper' } },
    without: { type: 'final', meta: { say: 'data.exported', document: 'none' } },
  },
});

describe('a screen that shows a paper', () => {
  let world: World;
  let url = '';
  let name = '';
  beforeAll(async () => {
    const handlers: Handlers<Asked> = { 'data.export': async ({ publicUrl }) => ({ paper: { url: `${publicUrl}${url}`, fileName: name } }) };
    world = await openWorld({ flows: flowBook([...flows.filter(({ id }) => id !== 'data'), papers], {}), handlers });
    ({ document: { url, fileName: name } } = await at(world, 'AFI', (business) => paidOrder(business)));
  });
  afterAll(() => world.close());

  test('on WhatsApp follows what there is to tap, and stands over words alone; Meta fetched both', async () => {
    await play(world, `
      # whatsapp Awa
      > mes données
      Vos données vous appartiennent. Que voulez-vous faire ?
      [Voir]
      [document ${name}]
      > [Voir]
      Voici tout ce que nous gardons de vous. Le lien est à vous seul et meurt dans 7 jours.
      [document ${name}]
    `);
    const sent = await world.db.outbox.findMany({ where: { channel: 'whatsapp' }, orderBy: { id: 'asc' } });
    expect(sent.map(({ key, lane, receiptRank }) => [key.replace(/\d+/, 'n'), lane, receiptRank])).toEqual([['turn:n:0', 0, 4], ['turn:n:0:paper', 0, 4], ['turn:n:0', 0, 4]]);
    expect((await world.db.message.findMany({ where: { outboxKey: { endsWith: ':paper' } } })).map(({ text }) => text)).toEqual([`[document ${name}]`]);
  });

  test('by SMS is its address', () => play(world, `
    # sms Jean
    > mes données
    Vos données vous appartiennent. Que voulez-vous faire ?
    ${world.config.publicUrl}/r/…
    1.Voir
    0.Retour
    > 1
    Vos données, lien valable 7 jours :
    ${world.config.publicUrl}/r/…
  `));

  test('on USSD comes by SMS; a screen without one brings none', () => play(world, `
    # ussd Jean
    > *384*22*8*8#
    CON Mes donnees
    1.Voir
    0.Retour
    # sms Jean
    Vos données vous appartiennent. Que voulez-vous faire ?
    ${world.config.publicUrl}/r/…
    # ussd Jean
    > 1
    END Votre lien part par SMS. Il est a vous seul, valable 7 jours.
    # sms Jean
    Vos données, lien valable 7 jours :
    ${world.config.publicUrl}/r/…
    # ussd Jean
    > *384*22*8*8#
    CON Mes donnees
    1.Voir
    0.Retour
    # sms Jean
    Vos données vous appartiennent. Que voulez-vous faire ?
    ${world.config.publicUrl}/r/…
    # ussd Jean
    > 0
    END Votre lien part par SMS. Il est a vous seul, valable 7 jours.
  `));
});

describe('a notice that carries a paper', () => {
  let world: World;
  const texts = loadTexts();
  beforeAll(async () => {
    world = await openWorld();
    texts.addResource('fr', 'translation', 'notices.paper', 'Acompte reçu : 12 500 F. Reste 12 500 F.');
    texts.addResource('fr', 'translation', 'notices.paper_sms', 'Acompte recu 12 500 F. Recu: {{url}}');
    texts.addResource('fr', 'translation', 'notices.plain', 'Tout est payé, merci.');
    await world.standins.graph?.userSends('+2290196000001', { type: 'text', text: 'bonjour' });
    await world.quiet();
  });
  afterAll(() => world.close());

  async function told(what: string, name: string, more: Partial<Notice> = {}, change = (url: string) => url): Promise<string> {
    const { id } = await tenantOf(world, 'AFI');
    const told = { texts, serviceCode: '*384*22#', publicUrl: world.config.publicUrl, now: world.now() };
    const key = await world.db.$transaction(async (tx) => (await workIn(tx, id, { now: world.now(), actor: 'system', role: 'system', channel: 'web' }, told, async (business) => {
      const { orderId, clientId, document } = await paidOrder(business, name);
      business.notices.push({ key: `paid:${orderId}`, to: { clientId }, what, purpose: 'payment', values: {}, document: { ...document, url: change(document.url) }, ...more });
      return `paid:${orderId}`;
    })).result);
    world.bell.post();
    await world.quiet();
    await world.standins.graph?.idle();
    await world.quiet();
    return key;
  }
  const rows = (key: string) => world.db.outbox.findMany({ where: { key: { startsWith: key } }, orderBy: { id: 'asc' } });
  const seen = () => (world.standins.graph?.log.of('2290196000001') ?? []).flatMap((entry) => (entry.from === 'business' ? [{ text: entry.shown.text, file: entry.shown.media?.filename, status: entry.status }] : []));

  test('J1 · the receipt of a deposit: one message, the words under the paper, which Meta has fetched', async () => {
    const key = await told('paper', 'Awa Dossou');
    expect(await rows(key)).toMatchObject([{ channel: 'whatsapp', purpose: 'payment', lane: 1, status: 'sent', receiptRank: 4 }]);
    expect(seen().at(-1)).toEqual({ text: 'Acompte reçu : 12 500 F. Reste 12 500 F.', file: expect.stringMatching(/^recu-2026-\d{4}\.pdf$/), status: 'read' });
  });

  test('beside something to tap it follows the words, and both are in the transcript', async () => {
    const key = await told('paper', 'Awa Dossou', { offers: [{ verb: 'where', line: 'ou est 0042 AFI' }] });
    const [words, paper, ...more] = await rows(key);
    expect([words?.lane, paper?.lane, more]).toEqual([1, 1, []]);
    expect(paper).toMatchObject({ key: `${words?.key ?? ''}:paper`, contactId: words?.contactId, purpose: 'payment', status: 'sent' });
    expect(seen().slice(-2)).toMatchObject([{ text: 'Acompte reçu : 12 500 F. Reste 12 500 F.', file: undefined }, { text: '', file: expect.stringContaining('recu-2026-') }]);
    const said = await world.db.message.findMany({ where: { outboxKey: { startsWith: key } }, orderBy: { id: 'asc' } });
    expect(said.map(({ text }) => text.replace(/\d{4}\.pdf/, 'n.pdf'))).toEqual(['Acompte reçu : 12 500 F. Reste 12 500 F.\n[Voir la commande]', '[document recu-2026-n.pdf]']);
  });

  test('by SMS there is its address, where the words say it', async () => {
    const [withUrl, without] = [await rows(await told('paper', 'Jean Hounsou')), await rows(await told('plain', 'Jean Hounsou'))];
    expect(withUrl).toMatchObject([{ channel: 'sms', payload: { text: expect.stringMatching(/^Acompte recu 12 500 F. Recu: http:\/\/localhost:\d+\/r\/[\w-]{16}$/) } }]);
    expect(without).toMatchObject([{ channel: 'sms', payload: { text: 'Tout est payé, merci.' } }]);
  });

  test('E35 · a paper that Meta cannot fetch takes no words with it: they go by SMS, once', async () => {
    const key = await told('paper', 'Awa Dossou', {}, (url) => `${url}x`);
    await world.due?.ring();
    await world.post.sweep();
    await world.quiet();
    expect(seen().at(-1)).toMatchObject({ status: 'failed' });
    expect(await rows(key)).toMatchObject([{ status: 'replaced', error: 'failed: 131053' }, { channel: 'sms', payload: { text: expect.stringContaining('Acompte recu 12 500 F.') } }]);
  });
});
