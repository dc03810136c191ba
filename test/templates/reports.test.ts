import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/domain/calendar/day.ts';
import { LANGUAGES, loadTexts } from '../../src/i18n.ts';
import { drawBankReport } from '../../templates/reports/bank.ts';
import type { BankFigures, MonthlyFigures, StockPicture } from '../../templates/reports/figures.ts';
import { drawMonthly } from '../../templates/reports/monthly.ts';
import { drawSalesPicture, drawStockPicture } from '../../templates/reports/pictures.ts';
import { readPaper } from './read-paper.ts';
import { DIOP, NASTY, OCTOBER, SIX_MONTHS } from './report-figures.ts';

const texts = loadTexts();
const MOST = 300_000;
const monthly = async (change: Partial<MonthlyFigures> = {}) => readPaper(await drawMonthly(texts, { ...OCTOBER, ...change }));
const bank = async (change: Partial<BankFigures> = {}) => readPaper(await drawBankReport(texts, { ...SIX_MONTHS, ...change }));
const NOTHING: MonthlyFigures = { ...DIOP, month: '2026-10', perDay: [], best: [], stockByCategory: [], stockOuts: [], dormants: [] };

describe('DIG-39 · the month on paper', () => {
  test('says whose it is, what it came to, beside the month before and what was aimed at', async () => {
    const { pages, text } = await monthly();
    expect(pages).toHaveLength(2);
    for (const said of [
      'Boutique Diop', 'RCCM SN DKR 2022 A 1234 · NINEA 005123456', 'Synthèse mensuelle : octobre 2026', 'Chiffres au 21 novembre 2026 à 19:05',
      'Chiffre d’affaires', '4 812 500 F', 'mois d’avant : 4 410 000 F · +9,1 %', 'objectif 5 000 000 F : non atteint', 'Marge brute', '903 250 F (18,8 %)',
      'Panier moyen (1 204 ventes)', '3 997 F', 'Taux de service', '93,4 %', 'mois d’avant : 91,2 % · +2,2 points', 'objectif 92 % : atteint', 'Ruptures de stock', 'objectif 6 : atteint',
      'Valeur du stock au coût', '2 310 400 F', '1. Riz brisé 50 kg 120,5 sac 1 900 000 F 39,5 %', '10. Ɖɔvi ŋkɔ', 'Céréales 1 210 400 F 52,4 %', 'Sans catégorie 300 000 F 13 %',
      'Riz brisé 50 kg 4 jours', 'Huile Niani 5 L 1 jour', 'Cire à parquet 12 boîte 14/07/2026 54 000 F', 'Moule à gaufres 2 pièce jamais vendu 36 000 F', 'Boutique Diop · Synthèse mensuelle : octobre 2026 2/2',
    ]) expect(text).toContain(said);
    expect(text).not.toContain('Allumettes');
  });

  test.each([['high', 'Fiabilité haute.'], ['medium', 'Fiabilité moyenne'], ['low', 'Fiabilité faible : à prendre avec prudence.']] as const)('says in words that its forecast is of %s reliability', async (reliability, words) => {
    const { text } = await monthly({ forecast: { days: 30, xof: 5_020_000, lowXof: 4_610_000, highXof: 5_450_000, reliability, usableDays: 84, wape: 0.173 } });
    expect(text).toContain('Ventes attendues sur les 30 prochains jours : 5 020 000 F, entre 4 610 000 F et 5 450 000 F quatre fois sur cinq.');
    expect(text).toContain(words);
    expect(text).toContain('Calculée sur 84 jours de ventes. Les dernières semaines, elle se serait trompée de 17,3 %.');
  });

  test('says that there are no data yet, and never a nought in their place', async () => {
    const { pages, text } = await readPaper(await drawMonthly(texts, NOTHING));
    expect(pages).toHaveLength(1);
    expect(text).toContain('Pas encore de données.');
    expect(text).not.toMatch(/\b0 (F|%)|NaN|undefined/);
    const first = await readPaper(await drawMonthly(texts, { ...NOTHING, now: { turnoverXof: 45_000, sales: 1 } }));
    expect(first.text).toContain('Taux de service – pas encore de données');
    expect(first.text).toContain('mois d’avant : pas encore de données');
    expect(first.text).toContain('Panier moyen (1 vente)');
    expect(first.text).not.toMatch(/\b0 (F|%)|NaN|undefined/);
  });

  test('says how many more there are than it lists', async () => {
    const { text } = await monthly({ stockOuts: Array.from({ length: 13 }, (_, at) => ({ name: `Produit ${at}`, days: at + 1 })), dormants: [] });
    expect(text).toContain('et 3 autres');
    expect(text).toContain('Aucun produit dormant.');
  });

  test('is light, the same to the byte, and English where it is asked for', async () => {
    const [once, again] = [await drawMonthly(texts, OCTOBER), await drawMonthly(texts, OCTOBER)];
    expect(once.equals(again)).toBe(true);
    expect(once.length).toBeLessThan(MOST / 4);
    expect((await monthly({ language: 'en', business: { name: 'Diop', code: 'DIOP' }, best: [], stockByCategory: [], dormants: [] })).text).not.toMatch(/[éèà]|Chiffre|Marge|Ventes/);
  });
});

describe('J13 · the report for the bank', () => {
  test('gives six months, what is in stock, what is owed, how regular it is and how it is known', async () => {
    const { pages, text } = await bank();
    expect(pages).toHaveLength(1);
    for (const said of [
      'NINEA 005123456', 'Rapport d’activité pour la banque', 'Période : mai 2026 – octobre 2026', 'Document établi à partir des ventes enregistrées, non certifié',
      'Chiffre d’affaires, 6 mois', '26 865 000 F', 'première vente notée le 03/02/2026', 'Moyenne par mois', '4 477 500 F', '6 540 ventes', '17,9 % du chiffre d’affaires',
      'Stock au coût moyen 2 310 400 F au dernier prix d’achat : 2 398 000 F', 'Crédit accordé, à recouvrer 186 500 F 14 clients · depuis le 29/08/2026', '162/183',
      'octobre 2026 5 355 000 F 1 200 905 000 F 16,9 % 28/31', 'Un mois s’écarte en moyenne de 13,7 % de la moyenne. Le plus faible : 3 600 000 F (mai 2026).', 'ni vérifiés ni certifiés par un expert-comptable', 'Date, cachet et signature',
    ]) expect(text).toContain(said);
  });

  test('of a shop that has sold for a month says that regularity cannot be told yet; of one that has not, that there are no data', async () => {
    expect((await bank({ months: SIX_MONTHS.months.slice(-1) })).text).toContain('Pas encore de données : il faut au moins deux mois de ventes.');
    const { text } = await readPaper(await drawBankReport(texts, { ...DIOP, months: [] }));
    expect(text).toContain('Pas encore de données.');
    expect(text).not.toMatch(/\b0 (F|%)|NaN|undefined/);
  });
});

const typed = fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...NASTY));
const francs = fc.nat({ max: 9_000_000_000 });
test('whatever the names and amounts, the papers are drawn, light, with their nature on each page', async () => {
  const any = fc.record({ language: fc.constantFrom(...LANGUAGES), name: typed, names: fc.array(typed, { minLength: 1, maxLength: 30 }), turnoverXof: francs, stockXof: francs });
  await fc.assert(fc.asyncProperty(any, async ({ language, name, names, turnoverXof, stockXof }) => {
    const business = { ...DIOP.business, name, town: name };
    const figures: MonthlyFigures = {
      ...OCTOBER, language, business, now: { turnoverXof, sales: 3, stockXof }, best: names.map((each, at) => ({ name: each, qtyMilli: at, unit: each, xof: turnoverXof })),
      stockByCategory: names.map((category) => ({ category, xof: stockXof })), stockOuts: names.map((each) => ({ name: each, days: 3 })), dormants: names.map((each) => ({ name: each, qtyMilli: 1, unit: each, xof: stockXof })),
    };
    const papers = [await drawMonthly(texts, figures), await drawBankReport(texts, { ...SIX_MONTHS, language, business, months: SIX_MONTHS.months.map((month) => ({ ...month, turnoverXof })) })];
    for (const bytes of papers) {
      expect(bytes.length).toBeLessThan(MOST);
      const { pages } = await readPaper(bytes);
      expect(pages.length).toBeLessThanOrEqual(4);
      pages.forEach((page, at) => expect(page).toContain(`${at + 1}/${pages.length}`));
    }
  }), { numRuns: 25 });
}, 120_000);

const RICE: StockPicture = {
  ...DIOP, name: 'Riz brisé 50 kg', unit: 'sac', minMilli: 10_000, goneOn: '2026-11-25',
  past: Array.from({ length: 24 }, (_, at) => ({ on: addDays('2026-10-29', at), milli: 40_000 - at * 1_500 + (at > 12 ? 12_000 : 0) })),
  ahead: Array.from({ length: 15 }, (_, at) => ({ on: addDays('2026-11-22', at), milli: Math.max(0, 17_500 - 4_400 * (at + 1)) })),
};

/** Its points, as a reader of PNG finds them. */
function pointsOf(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const start = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  const stride = width * 3 + 1;
  for (let at = stride; at < rows.length; at++) if (at % stride !== 0) rows[at] = (rows[at] ?? 0) + (rows[at - stride] ?? 0);
  const numberAt = (x: number, y: number): number => rows.readUIntBE(y * stride + 1 + x * 3, 3);
  return { width, height, count: (color: string) => Array.from({ length: width * height }, (_, at) => numberAt(at % width, Math.floor(at / width))).filter((each) => each === parseInt(color.slice(1), 16)).length };
}

describe('the pictures for a conversation', () => {
  test('are PNG as wide as a telephone shows, and light', () => {
    for (const png of [drawSalesPicture(texts, { ...DIOP, perDay: OCTOBER.perDay.slice(1) }), drawStockPicture(texts, RICE), drawStockPicture(texts, { ...RICE, name: NASTY.join(' ') })]) {
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.length).toBeLessThan(60_000);
      expect(pointsOf(png)).toMatchObject({ width: 960, height: 636 });
    }
  }, 60_000);

  test('a day that sold twice as much has a column twice as high; no data have no column', () => {
    const [one, other, none] = [[100_000, 100_000], [100_000, 50_000], []].map((days) => pointsOf(drawSalesPicture(texts, { ...DIOP, perDay: days.map((xof, at) => ({ on: addDays('2026-11-20', at), xof })) })).count('#0b6b4f')) as [number, number, number];
    expect((one - other) / (one - none)).toBeGreaterThan(0.2);
    expect((one - other) / (one - none)).toBeLessThan(0.3);
  }, 60_000);

  test('the day a stock is expected to be gone is marked; where there is none, nothing is', () => {
    const { goneOn, minMilli, ...lasting } = RICE;
    expect([goneOn, minMilli]).toEqual(['2026-11-25', 10_000]);
    expect(pointsOf(drawStockPicture(texts, RICE)).count('#8a4b00')).toBeGreaterThan(1_000);
    expect(pointsOf(drawStockPicture(texts, lasting)).count('#8a4b00')).toBe(0);
  }, 60_000);
});
