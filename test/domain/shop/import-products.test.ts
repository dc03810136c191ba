import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addProduct } from '../../../src/domain/shop/add-product.ts';
import { changeProduct } from '../../../src/domain/shop/change-product.ts';
import { exportProducts } from '../../../src/domain/shop/export-products.ts';
import { findProducts } from '../../../src/domain/shop/find-product.ts';
import { importProducts } from '../../../src/domain/shop/import-products.ts';
import { readCsv, readTable } from '../../../src/media/read-table.ts';
import { zipOf } from '../../media/zip-of.ts';
import { openShelves, type Shelves } from './shelves.ts';

let shop: Shelves;
beforeAll(async () => {
  shop = await openShelves();
  await shop.db.supplier.create({ data: { tenantId: shop.tenantId, code: 'CFAO', name: 'CFAO Distribution' } });
});
afterAll(() => shop.close());

const imports = (csv: string) => shop.as({}, (business) => importProducts(business, readCsv(csv)));
const names = async () => (await shop.db.product.findMany({ where: { tenantId: shop.tenantId, archivedAt: null }, orderBy: { code: 'asc' } })).map(({ code, name }) => `${code} ${name}`);

describe('DIG-06 · a list of goods', () => {
  test('all of it comes in, with its stock as first movements, categories and suppliers', async () => {
    expect(await imports('Nom;Prix;Quantité;Unité;Catégorie;Fournisseur;Prix d\'achat;Mini;Autres noms\nRiz parfumé 25kg;18 500;14;sacs;Riz;cfao;17500;10;riz25, riz parf\n"Savon; noir";500;2,5;pièces;Hygiène;;;;\n')).toEqual({ added: 2, changed: 0 });
    expect(await names()).toEqual(['101 Riz parfumé 25kg', '102 Savon; noir']);
    const [rice] = await shop.as({}, (business) => findProducts(business, 'riz25'));
    expect(rice).toMatchObject({ name: 'Riz parfumé 25kg', unit: 'sac', priceXof: 18_500, onHand: 14_000 });
    expect(await shop.proof(rice?.variantId ?? '')).toMatchObject({ onHand: 14_000, moved: 14_000, worth: 245_000_000n, movedWorth: 245_000_000n });
  });

  test('one wrong line and nothing is imported; each is told with what is wrong', async () => {
    const before = await names();
    expect(await imports('nom,prix,stock,fournisseur,code barres\nMil,500,3,,\n,300,2,,\nSel,beaucoup,1,,\nSucre,650,deux sacs,,\nmil,400,1,,\nHuile,1250,4,INCONNU,\nThé,900,1,,12AB\nSavon; noir,500,1,,\n')).toEqual({
      errors: [
        { line: 3, problem: 'name', value: '' }, { line: 4, problem: 'price', value: 'beaucoup' }, { line: 5, problem: 'quantity', value: 'deux sacs' },
        { line: 6, problem: 'twice', value: 'mil' }, { line: 7, problem: 'supplier', value: 'INCONNU' }, { line: 8, problem: 'barcode', value: '12AB' },
      ],
    });
    expect(await names()).toEqual(before);
  });

  test('what is known gets its new price, and its stock is left to whoever counts; the same file twice changes nothing more', async () => {
    const again = 'nom\tprix\tquantité\nRIZ PARFUME 25kg\t19000\t99\nFonio\t800\t6';
    expect(await imports(again)).toEqual({ added: 1, changed: 1 });
    expect(await imports(again)).toEqual({ added: 0, changed: 2 });
    expect((await shop.as({}, (business) => findProducts(business, 'riz25')))[0]).toMatchObject({ priceXof: 19_000, onHand: 14_000 });
    expect((await shop.as({}, (business) => findProducts(business, 'fonio')))[0]).toMatchObject({ onHand: 6_000 });
  });

  test('what is exported is imported again as it is; a name that a spreadsheet would compute is only a name', async () => {
    await shop.as({}, (business) => addProduct(business, { name: '=HYPERLINK("http://x")', unit: 'piece', priceXof: 10, qty: 0 }));
    const csv = await shop.as({}, exportProducts);
    expect(csv).toContain('"\'=HYPERLINK(""http://x"")"');
    expect(csv).toContain('RIZ PARFUME 25kg;riz25, riz parf;Riz;CFAO Distribution;sac;19000;17500;14;10;;');
    const rows = readCsv(csv.replace('\ufeff', ''));
    expect(await shop.as({}, (business) => importProducts(business, rows))).toEqual({ added: 0, changed: rows.length - 1 });
    await shop.db.product.updateMany({ where: { name: { contains: 'HYPERLINK' } }, data: { archivedAt: shop.now } });
  });

  test('codes that the file gives itself are never given twice, nor those of what was put away', async () => {
    expect(await imports('code;nom;prix\n800;Bol;500\n;Verre;200\nTH-1;Théière;4000')).toEqual({ added: 3, changed: 0 });
    expect((await names()).slice(-3)).toEqual(['800 Bol', '801 Verre', 'TH-1 Théière']);
    await shop.db.product.updateMany({ where: { code: '800' }, data: { archivedAt: shop.now } });
    expect(await imports('code;nom;prix\n800;Louche;500')).toEqual({ errors: [{ line: 2, problem: 'taken', value: '800' }] });
  });

  test('a table without its columns, without lines, or with too many', async () => {
    expect(await imports('a;b\n1;2')).toEqual({ refused: 'header' });
    expect(await imports('nom;prix\n\n;;\n')).toEqual({ refused: 'empty' });
    expect(await imports('')).toEqual({ refused: 'empty' });
    expect(await imports(`nom;prix\n${Array.from({ length: 501 }, (_, at) => `P${at};1`).join('\n')}`)).toEqual({ refused: 'rows' });
  });

  test('five hundred lines are one look', async () => {
    expect(await imports(`nom;prix;stock;catégorie\n${Array.from({ length: 500 }, (_, at) => `Article ${at};${at + 1};3;Divers`).join('\n')}`)).toEqual({ added: 500, changed: 0 });
  });
});

describe('the file it comes in', () => {
  test('Windows-1252, UTF-8 with its mark, and quotes over lines', async () => {
    const text = async (bytes: Buffer) => readTable(bytes, 'text/plain');
    expect(await text(Buffer.from('nom;prix\nCaf\u00e9 moulu;500', 'latin1'))).toEqual([['nom', 'prix'], ['Café moulu', '500']]);
    expect(await text(Buffer.from('\ufeffnom,prix\r\n"Thé ""vert"", 250g\nAtaya",900\r\n'))).toEqual([['nom', 'prix'], ['Thé "vert", 250g\nAtaya', '900']]);
  });

  test('a workbook is read as it was last seen: no formula is computed', async () => {
    const bytes = zipOf({
      '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      'xl/workbook.xml': '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Produits" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>nom</t></is></c><c r="B1" t="inlineStr"><is><t>prix</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Café moulu</t></is></c><c r="B2"><f>250*2</f><v>500</v></c></row></sheetData></worksheet>',
    });
    expect(await readTable(bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toEqual([['nom', 'prix'], ['Café moulu', '500']]);
  });

  test('what is too large, would unpack too large, or is no table', async () => {
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    expect(await readTable(Buffer.alloc(600 * 1_024, 'a'), 'text/plain')).toEqual({ refused: 'tooLarge' });
    expect(await readTable(zipOf({ 'xl/worksheets/sheet1.xml': 'x'.repeat(21 * 1_024 * 1_024) }), xlsx)).toEqual({ refused: 'tooLarge' });
    expect(await readTable(Buffer.from('PK\x03\x04 nothing'), xlsx)).toEqual({ refused: 'unreadable' });
    expect(await readTable(Buffer.from('%PDF-1.4'), 'application/pdf')).toEqual({ refused: 'unreadable' });
  });
});

describe('DIG-06 · one product', () => {
  test('a code of its own, a name in use refused, an alias that is another\'s refused, and nothing left to be put away', async () => {
    const added = await shop.as({}, (business) => addProduct(business, { name: '  gari   fin ', unit: 'sachets', priceXof: 300, qty: 4_000 }));
    if ('refused' in added) throw new Error(added.refused);
    expect(added.name).toBe('Gari fin');
    expect(await shop.as({}, (business) => addProduct(business, { name: 'GARI FIN', unit: 'kg', priceXof: 1, qty: 0 }))).toEqual({ refused: 'known' });
    expect(await shop.as({}, (business) => addProduct(business, { name: '12', unit: 'kg', priceXof: 1, qty: 0 }))).toEqual({ refused: 'name' });
    const change = (fact: Parameters<typeof changeProduct>[2], text: string) => shop.as({}, (business) => changeProduct(business, added.variantId, fact, text));
    expect(await change('alias', 'riz25')).toEqual({ refused: 'taken' });
    expect(await change('min', '2.500')).toEqual({ refused: 'doubt' });
    expect(await change('archive', '')).toEqual({ refused: 'stocked' });
    expect(await change('supplier', 'cfao')).toEqual({ value: 'CFAO Distribution' });
    expect(await change('min', '5')).toEqual({ value: '5' });
    expect(await shop.db.alertEpisode.count({ where: { variantId: added.variantId, kind: 'low', closedAt: null } })).toBe(1);
  });
});
