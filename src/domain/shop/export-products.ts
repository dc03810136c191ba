import type { Business } from '../tenants/business.ts';
import { milliOf } from './quantity.ts';

/** The heads that an import reads again. */
const HEADS = ['code', 'nom', 'autres noms', 'categorie', 'fournisseur', 'unite', 'prix', "prix d'achat", 'stock', 'minimum', 'maximum', 'code-barres'];
/** A spreadsheet would compute a cell that begins so, whoever wrote it. */
const FORMULA = /^[=+\-@\t]/;

/** All goods of a shop as a CSV file that spreadsheets of our countries open: semicolons, decimal commas, and the mark of UTF-8. */
export async function exportProducts({ db, id }: Business): Promise<string> {
  const rows = await db.$queryRaw<{ code: string; name: string; aliases: string[]; category: string | null; supplier: string | null; unit: string; price: bigint; cost: bigint | null; stock: object; min: object | null; max: object | null; barcode: string | null }[]>`
    SELECT p.code, trim(p.name || ' ' || v.name) AS name, p.aliases, c.name AS category, s.name AS supplier, p.unit, v."priceXof" AS price, v."costXof" AS cost, v."onHand" AS stock, v."minStock" AS min, v."maxStock" AS max, p.barcode
    FROM "Product" p JOIN "Variant" v ON v."productId" = p.id LEFT JOIN "Category" c ON c.id = p."categoryId" LEFT JOIN "Supplier" s ON s.id = p."supplierId"
    WHERE p."tenantId" = ${id}::uuid AND p."archivedAt" IS NULL AND v."archivedAt" IS NULL ORDER BY p.code, v.name`;
  const qty = (kept: object | null): string => (kept === null ? '' : String(milliOf(kept) / 1_000).replace('.', ','));
  const lines = rows.map(({ code, name, aliases, category, supplier, unit, price, cost, stock, min, max, barcode }) =>
    [code, name, aliases.join(', '), category ?? '', supplier ?? '', unit, String(price), cost === null ? '' : String(cost), qty(stock), qty(min), qty(max), barcode ?? ''].map(cell).join(';'));
  return `\ufeff${[HEADS.join(';'), ...lines].join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
