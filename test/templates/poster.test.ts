import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import { loadTexts } from '../../src/i18n.ts';
import { orderLink } from '../../templates/order-link.ts';
import { drawPoster, type PosterData } from '../../templates/pdf/poster.ts';
import { readPaper } from './read-paper.ts';

const texts = loadTexts();
const AFI: PosterData = { language: 'fr', business: { name: 'Atelier Afi', code: 'AFI', town: 'Cotonou' }, whatsapp: '+229 01 61 00 00 00', ussd: '*384*22#', at: new Date('2026-11-21T10:00:00Z') };

test.each<[string, Partial<PosterData>, string[]]>([
  ['French', {}, ['Atelier Afi', 'Cotonou', 'Commandez ici', 'écrivez « commander AFI » au +229 01 61 00 00 00', 'Notre code AFI', 'composez *384*22#']],
  ['English', { language: 'en' }, ['Order here', 'write “commander AFI” to +229 01 61 00 00 00', 'Our code AFI', 'dial *384*22#']],
])('the poster of Afi in %s calls people in by camera, by words and by telephone', async (_, change, said) => {
  const { pages, text } = await readPaper(await drawPoster(texts, { ...AFI, ...change }));
  expect(pages).toHaveLength(1);
  for (const words of said) expect(text).toContain(words);
});

test('drawn again it is the same to the byte', async () => {
  expect((await drawPoster(texts, AFI)).equals(await drawPoster(texts, AFI))).toBe(true);
});

test('a poster is one page, whatever the name', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 120 }), async (name) => {
    expect((await readPaper(await drawPoster(texts, { ...AFI, business: { name, code: 'AFI' } }))).pages).toHaveLength(1);
  }), { numRuns: 30 });
});

test('the link opens WhatsApp with the words already written', () => {
  expect(orderLink('+229 01 61 00 00 00', 'AFI')).toBe('https://wa.me/2290161000000?text=commander%20AFI');
});
