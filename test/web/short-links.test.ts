import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shortLink } from '../../src/domain/tenants/short-link.ts';
import { at, orderOf, paidOrder, tenantOf } from '../helpers/paid-order.ts';
import { openWorld, type World } from '../helpers/world.ts';
import { readPaper } from '../templates/read-paper.ts';

let world: World;
beforeAll(async () => (world = await openWorld()));
afterAll(() => world.close());

const get = (path: string) => fetch(`${world.local}${path}`);
const receiptOfAwa = async () => (await at(world, 'AFI', (business) => paidOrder(business))).document;

describe('/r/:code · a receipt', () => {
  test('J1 · is a PDF in the browser, under its own name, that says what it must', async () => {
    const { url, fileName } = await receiptOfAwa();
    const answer = await get(url);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/pdf', `inline; filename="${fileName}"`]);
    expect(fileName).toMatch(/^recu-2026-\d{4}\.pdf$/);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBeLessThan(100_000);
    const { text } = await readPaper(bytes);
    for (const said of ['Reçu – document non fiscal', `R-${fileName.slice('recu-'.length, -'.pdf'.length)}`, 'Montant payé 12 500 F', 'Reste à payer 12 500 F', 'Atelier Afi', 'Awa Dossou']) expect(text).toContain(said);
    expect(Buffer.from(await (await get(url)).arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('dies after 90 days, and nobody guesses another', async () => {
    const { url } = await receiptOfAwa();
    expect((await get(`${url}x`)).status).toBe(404);
    await world.db.shortLink.update({ where: { code: url.slice('/r/'.length) }, data: { expiresAt: new Date(world.now().getTime() - 1) } });
    const gone = await get(url);
    expect([gone.status, (await gone.text()).includes('Ce lien n&#39;existe plus')]).toEqual([404, true]);
  });

  test('E1 · under the name of another business it is not there', async () => {
    const { url } = await receiptOfAwa();
    const { id } = await tenantOf(world, 'BINTOU');
    await world.db.shortLink.update({ where: { code: url.slice('/r/'.length) }, data: { tenantId: id } });
    expect((await get(url)).status).toBe(404);
  });
});

describe('/r/:code · a poster', () => {
  const posterOf = async (target: string, code: string) => {
    await world.db.shortLink.create({ data: { code, kind: 'poster', target, expiresAt: new Date(world.now().getTime() + 86_400_000) } });
    return get(`/r/${code}`);
  };

  test('J18 · says where to write and what to dial', async () => {
    const answer = await posterOf((await tenantOf(world, 'AFI')).id, 'poster-of-afi');
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual(['application/pdf', 'inline; filename="griot-AFI.pdf"']);
    const { text } = await readPaper(Buffer.from(await answer.arrayBuffer()));
    for (const said of ['Atelier Afi', 'commander AFI', '+229 01 90 00 00 00', '*384*22#']) expect(text).toContain(said);
  });

  test('of a business that has closed there is none', async () => {
    const { id } = await tenantOf(world, 'DIOP');
    await world.db.tenant.update({ where: { id }, data: { isActive: false } });
    expect((await posterOf(id, 'poster-of-diop')).status).toBe(404);
  });
});

describe('/r/:code · the photos and voice notes of an order', () => {
  const PHOTO = Buffer.from('as good as a photo');
  const kept = async (eventId: bigint, kind: string, mime: string) => {
    const { id: contactId } = await world.db.contact.findFirstOrThrow();
    return world.db.media.create({ data: { eventId, contactId, kind, status: 'kept', sha256: await world.files.put(PHOTO), mime, bytes: PHOTO.length, at: world.now() } });
  };

  test('J6, E25 · are on one page, for who has the link; a file of another order is not behind it, nor what was deleted', async () => {
    const [photo, voice, free] = [await kept(901n, 'image', 'image/jpeg'), await kept(902n, 'voice', 'audio/ogg'), await kept(903n, 'image', 'image/jpeg')];
    const [page, empty] = await at(world, 'AFI', async (business) => {
      const [{ orderId }, other] = [await orderOf(business, 'Awa Dossou'), await orderOf(business, 'Awa Dossou')];
      const keep = (eventId: bigint, caption: string | null) => business.db.orderMedia.create({ data: { tenantId: business.id, orderId, eventId, by: 'client', caption, at: business.now } });
      await keep(901n, 'le <tissu>');
      await keep(902n, null);
      return [await shortLink(business, 'files', orderId), await shortLink(business, 'files', other.orderId)];
    });
    const shown = await get(page);
    const html = await shown.text();
    expect(shown.headers.get('content-security-policy')).toContain("img-src 'self'");
    for (const said of [`<img src="?file=${String(photo.id)}" alt="photo"`, `<audio src="?file=${String(voice.id)}"`, 'le &lt;tissu&gt;', 'Atelier Afi']) expect(html).toContain(said);
    const answer = await get(`${page}?file=${String(photo.id)}`);
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition'), await answer.text()]).toEqual(['image/jpeg', 'inline', PHOTO.toString()]);
    expect([(await get(`${page}?file=${String(free.id)}`)).status, (await get(`${page}?file=x`)).status, (await get(`${empty}?file=${String(photo.id)}`)).status]).toEqual([404, 404, 404]);
    expect(await (await get(empty)).text()).toContain('Aucun fichier');
    await world.db.media.delete({ where: { id: photo.id } });
    expect([(await get(`${page}?file=${String(photo.id)}`)).status, (await (await get(page)).text()).includes('<img')]).toEqual([404, false]);
  });
});
