import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { LANGUAGES, loadTexts } from '../../src/i18n.ts';
import { drawReceipt } from '../../templates/pdf/receipt.ts';
import type { ReceiptData } from '../../templates/pdf/receipt-data.ts';
import { readPaper } from './read-paper.ts';

const texts = loadTexts();
const KOSSI: ReceiptData = {
  language: 'fr',
  business: { name: 'Atelier Afi', code: 'AFI', town: 'Cotonou, Akpakpa', phone: '+229 01 61 00 00 00', taxIds: { ifu: '3202212345678', rccm: 'RB/COT/22 A 1234' } },
  receiptNumber: 'R-2026-0001',
  orderNumber: 'ORD-2026-0042',
  clientName: 'Kossi Mensah',
  lines: [{ description: 'Boubou bazin brodé', qty: 1, unitXof: 20_000, lineXof: 20_000 }, { description: 'Pagne wax, au mètre', qty: 2.5, unitXof: 2_000, lineXof: 5_000 }],
  totalXof: 25_000,
  paidNowXof: 7_500,
  method: 'momo_mtn',
  paidBeforeXof: 5_000,
  remainingXof: 12_500,
  isVoid: false,
  at: new Date('2026-11-21T23:42:00Z'),
  timezone: 'Africa/Porto-Novo',
};
const read = async (change: Partial<ReceiptData> = {}) => readPaper(await drawReceipt(texts, { ...KOSSI, ...change }));
const uniforms = (count: number) => Array.from({ length: count }, (_, i) => ({ description: `Uniforme ${i + 1}`, qty: 1, unitXof: 3_500, lineXof: 3_500 }));

describe('STY-46 · the receipt of Kossi', () => {
  test('DIG-02 · says who was paid, by whom, for what, how and how much', async () => {
    const { pages, text } = await read();
    expect(pages).toHaveLength(1);
    for (const said of ['Atelier Afi', 'Cotonou, Akpakpa · +229 01 61 00 00 00', 'IFU 3202212345678 · RCCM RB/COT/22 A 1234', 'R-2026-0001', 'Commande ORD-2026-0042', 'Kossi Mensah', 'Par Mobile Money MTN', 'Boubou bazin brodé 1 20 000 F 20 000 F', 'Pagne wax, au mètre 2,5 2 000 F 5 000 F', 'Total 25 000 F', 'Déjà payé 5 000 F', 'Payé ce jour 7 500 F']) expect(text).toContain(said);
    expect(text).not.toContain('Déclaré');
  });

  test('gives the amount paid before anything that was ordered, and then the remainder', async () => {
    const { text } = await read();
    const places = ['Montant payé 7 500 F', 'Reste à payer 12 500 F', 'Boubou bazin'].map((said) => text.indexOf(said));
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    expect(places[0]).toBeGreaterThan(0);
  });

  test('says first that it is void when it was a mistake, and at the foot of each page', async () => {
    const { text } = await read({ isVoid: true });
    expect(text.indexOf('ANNULÉ')).toBeLessThan(text.indexOf('Montant payé'));
    expect(text).toContain('Noté par erreur : ce reçu ne vaut plus rien.');
    expect(text).toContain('AFI · R-2026-0001 · ANNULÉ · Reçu – document non fiscal 1/1');
    expect((await read({ isVoid: true, language: 'en' })).text).toContain('VOID');
    expect((await read()).text).not.toContain('ANNULÉ');
  });

  test('bears the day it is at the workshop, not in London', async () => {
    expect((await read()).text).toContain('22 novembre 2026 à 00:42');
    expect((await read({ timezone: 'Africa/Dakar', language: 'en' })).text).toContain('21 November 2026 at 23:42');
  });

  test('tells a reader its title, its author and when it was made', async () => {
    const bytes = await drawReceipt(texts, KOSSI);
    expect((await readPaper(bytes)).info).toMatchObject({ Title: 'Reçu – document non fiscal R-2026-0001', Author: 'Atelier Afi', Language: 'fr', CreationDate: 'D:20261121234200Z' });
  });

  test('DIG-27 · is the same to the byte when it is drawn again, and light enough for any data plan', async () => {
    const [once, again] = [await drawReceipt(texts, KOSSI), await drawReceipt(texts, { ...KOSSI })];
    expect(again.equals(once)).toBe(true);
    expect(once.length).toBeLessThan(5_000);
    const strange = { ...KOSSI, clientName: 'Ɖɔkpɔ́ Sɛ́ɖolɔ', business: { ...KOSSI.business, name: 'Maison ŋkɔ' } };
    const [first, second] = [await drawReceipt(texts, strange), await drawReceipt(texts, strange)];
    expect(second.equals(first)).toBe(true);
    expect(first.length).toBeLessThan(30_000);
  });
});

test.each<[string, Partial<ReceiptData>, string[], string[]]>([
  ['declared money is marked as such', { method: 'declared' }, ['Déclaré, non vérifié'], []],
  ['and in English', { method: 'declared', language: 'en' }, ['Declared, not verified', 'without confirmation'], []],
  ['nothing remains', { paidNowXof: 20_000, remainingXof: 0 }, ['Tout est payé, il reste 0 F'], ['Reste à payer']],
  ['more was paid than was asked', { paidNowXof: 21_000, remainingXof: -1_000 }, ['En votre faveur 1 000 F'], ['Reste à payer', '-1 000']],
  ['a first payment says nothing of earlier ones', { paidBeforeXof: 0 }, ['Payé ce jour'], ['Déjà payé']],
  ['English has no French left in it', { language: 'en', method: 'cash' }, ['Receipt – not a tax document', 'Amount paid 7 500 F', 'In cash', 'Still to pay 12 500 F', '2.5'], ['Reçu', 'payé', 'Total à']],
  ['a business without town, telephone or tax ids', { business: { name: 'Afi', code: 'AFI' } }, ['Afi', 'R-2026-0001'], ['IFU', 'undefined']],
  ['a business of Senegal', { business: { name: 'Chez Awa', code: 'AWA', taxIds: { ninea: '00512345' } } }, ['NINEA 00512345'], ['IFU', 'RCCM']],
  ['marks of French', { clientName: 'Cœur d’Élodie Ÿ', business: { ...KOSSI.business, name: 'L’Œuvre – à façon' } }, ['Cœur d’Élodie Ÿ', 'L’Œuvre – à façon'], []],
  ['letters of Fon and Ewe', { clientName: 'Ɖɔvi ŋkɔ Sɛxwe' }, ['Ɖɔvi ŋkɔ Sɛxwe'], []],
  ['a typed é of two pieces is one letter', { clientName: 'Houe\u0301fa' }, ['Houéfa'], []],
  ['Arabic is written from right to left', { clientName: 'محمد علي' }, ['محمد', 'علي'], ['?']],
  ['pictures and breaks are left out', { clientName: 'Awa ✨👗\n🇧🇯 Diop' }, ['Awa Diop'], ['?']],
  ['letters no font has are marked, not drawn as boxes', { clientName: '王 Mensah' }, ['? Mensah'], ['王']],
  ['a name of nothing but pictures', { clientName: '👗👗' }, ['Reçu de Le –'], []],
])('a receipt: %s', async (_, change, said, unsaid) => {
  const { text } = await read(change);
  for (const words of said) expect(text).toContain(words);
  for (const words of unsaid) expect(text).not.toContain(words);
});

describe('a long receipt', () => {
  test('goes over pages, each with its number, its nature and the heads of the columns; all lines are there once', async () => {
    const { pages, text } = await read({ lines: uniforms(40), totalXof: 140_000 });
    expect(pages.length).toBe(3);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(`AFI · R-2026-0001 · Reçu – document non fiscal ${i + 1}/3`);
      expect(page).toContain('Désignation Qté Prix Montant');
    }
    for (let i = 1; i <= 40; i += 1) expect(text.split(`Uniforme ${i} 1 3 500 F`)).toHaveLength(2);
    expect(pages.at(-1)).toContain('Total 140 000 F');
  });

  test.each([...Array(14).keys()])('keeps the sums together after %i lines', async (count) => {
    const { pages } = await read({ lines: uniforms(count) });
    const withSums = pages.filter((page) => /Total 25 000 F|Déjà payé|Payé ce jour|Merci/.test(page));
    expect(withSums).toHaveLength(1);
    expect(withSums[0]).toContain('Total 25 000 F Déjà payé 5 000 F Payé ce jour 7 500 F Reste à payer 12 500 F Merci de votre confiance.');
  });

  test('writes every word of a long description, over a page if need be', async () => {
    const words = Array.from({ length: 400 }, (_, i) => `mot${i}`);
    const { pages, text } = await read({ lines: [{ description: words.join(' '), qty: 1, unitXof: 25_000, lineXof: 25_000 }] });
    expect(pages.length).toBeGreaterThan(1);
    for (const word of words) expect(text.split(' ').filter((each) => each === word)).toHaveLength(1);
  });

  test('cuts a name without end, so that what was paid stays on the first page', async () => {
    const endless = 'Kossi '.repeat(500);
    const { pages } = await read({ clientName: endless, business: { name: endless, code: 'AFI', town: endless } });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Montant payé 7 500 F');
    expect(pages[0]).toContain('Kossi…');
  });

  test('breaks a word that is wider than the paper, and loses none of it', async () => {
    const { text } = await read({ business: { name: 'Wa'.repeat(30), code: 'AFI' } });
    expect(text.replaceAll(' ', '')).toContain('Wa'.repeat(30));
  });
});

const typed = fc.oneof(fc.string({ maxLength: 120 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('محمد علي', 'Ɖɔkpɔ́', '👩🏾‍🦱', ' ', ''));
const francs = fc.nat({ max: 9_000_000_000 });

test('whatever the names and amounts, it is drawn on as few pages as it takes, with the amount on the first', async () => {
  const line = fc.record({ description: typed, qty: fc.double({ min: 0.1, max: 1e6, noNaN: true }), unitXof: francs, lineXof: francs });
  const any = fc.record({ language: fc.constantFrom(...LANGUAGES), clientName: typed, name: typed, town: typed, lines: fc.array(line, { maxLength: 8 }), paidNowXof: francs, remainingXof: francs });
  await fc.assert(fc.asyncProperty(any, async ({ name, town, ...rest }) => {
    const { pages } = await read({ ...rest, business: { ...KOSSI.business, name, town } });
    expect(pages.length).toBeLessThanOrEqual(2 + Math.ceil(rest.lines.length / 2));
    expect(pages[0]).toContain(`${String(rest.paidNowXof).replace(/\B(?=(\d{3})+$)/g, ' ')} F`);
    expect(pages[0]).toContain(rest.language === 'fr' ? 'document non fiscal' : 'not a tax document');
  }), { numRuns: 60 });
});
