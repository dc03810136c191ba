import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openWorld, type World } from '../../helpers/world.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

const AWA = '+2290196000001';
const link = (text: string): string => /https?:\/\/\S+\/r\/[\w-]+/.exec(text)?.[0] ?? '';
/** The public address is the operator's; here the same page is asked of the process itself. */
const page = (url: string) => fetch(url.replace(world.config.publicUrl, world.local));

describe('J28 · all my data, behind a link', () => {
  test('J28 · on WhatsApp a button opens it; the page says what we keep, and dies in a week', async () => {
    const { graph } = world.standins;
    await graph?.userSends(AWA, { type: 'text', text: 'mes données' });
    await world.quiet();
    await graph?.userSends(AWA, { type: 'text', text: '3' });
    await world.quiet();
    const last = (await world.db.outbox.findMany({ where: { channel: 'whatsapp' }, orderBy: { id: 'asc' } })).at(-1);
    const url = link(JSON.stringify(last?.payload));

    const shown = await (await page(url)).text();
    expect(shown).toContain('Awa Dossou');
    expect(shown).toContain('Atelier Afi');
    expect(shown).toContain('mes données');
    expect(await (await page(`${url}?format=json`)).json()).toMatchObject({ person: { name: 'Awa Dossou' }, businesses: [{ name: 'Atelier Afi', as: 'client' }] });

    world.clock.forward({ days: 8 });
    expect((await page(url)).status).toBe(404);
    expect((await page(`${url}x`)).status).toBe(404);
  });

  test('J28 · on USSD nobody types a link: it comes by SMS', async () => {
    const { phones } = world.standins;
    const call = await phones?.dial('+2290196000002', '*384*22*8*8#');
    const screen = await call?.type('3');
    await world.quiet();
    expect(screen).toEqual({ kind: 'end', text: 'Votre lien part par SMS. Il est a vous seul, valable 7 jours.' });
    const sms = await world.db.outbox.findFirstOrThrow({ where: { channel: 'sms' } });
    expect(sms).toMatchObject({ externalId: '+2290196000002', status: 'sent' });
    expect((await page(link(JSON.stringify(sms.payload)))).status).toBe(200);
  });
});
