import type { PurchaseCommands } from '../../../flows/shop/purchase.ts';
import { PAGE, type PurchasesCommands } from '../../../flows/shop/purchases.ts';
import type { FindGoods } from '../../../flows/which-goods.ts';
import { cancelPurchase } from '../../domain/shop/answer-purchase.ts';
import { addSupplier, listSuppliers, type SupplierRow } from '../../domain/shop/find-supplier.ts';
import { inUnits } from '../../domain/shop/in-units.ts';
import { keepSupplierPhone, orderGoods, totalOf } from '../../domain/shop/order-goods.ts';
import { preparePurchase } from '../../domain/shop/prepare-purchase.ts';
import { purchaseNumber } from '../../domain/shop/purchase-number.ts';
import { pieces } from '../../domain/shop/quantity.ts';
import { seePurchases, type SeenPurchase } from '../../domain/shop/see-purchase.ts';
import { canonicalPhone } from '../../phone.ts';
import type { Scope } from '../../scope.ts';
import { goodsCommands } from './goods.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';

const SUPPLIERS_MAX = 8;
const ROW_CHARS = 22;
const LINES_SHOWN = 3;

export const purchaseCommands: Handlers<Omit<PurchaseCommands & PurchasesCommands, keyof FindGoods>> = {
  'purchase.meant': async (scope, { said }) => {
    const found = await goodsCommands['goods.find'](scope, { said, for: 'receive' });
    const isUnknown = 'refused' in found && found.refused === 'unknown';
    return isUnknown && (await scope.db.tenant.count({ where: { code: said, isActive: true } })) > 0 ? { refused: 'business' } : found;
  },
  'purchase.prepare': (scope, { variantId, qty, unit, price, supplierId }) => staffWork(scope, 'goods.receive', async (business) => {
    const counted = variantId === '' ? { qty, per: 1 } : await inUnits(business, variantId, qty, unit);
    if ('refused' in counted) return { refused: counted.refused };
    const prepared = await preparePurchase(business, { variantId, qty: counted.qty, priceXof: Math.round(price / counted.per), supplierId });
    if ('refused' in prepared) return prepared.refused === 'supplier' ? { refused: 'supplier', suppliers: rowsOf(await listSuppliers(business)) } : { refused: prepared.refused };
    const { lines, outlooks, supplier } = prepared;
    const [line] = lines;
    const shown = outlooks.slice(0, LINES_SHOWN).map(({ variantId: id, name }) => `${String(pieces(lines.find((each) => each.variantId === id)?.qty ?? 0))} ${name}`);
    const what = lines.length === 1 ? (outlooks[0]?.name ?? '') : [...shown, ...(lines.length > LINES_SHOWN ? ['…'] : [])].join(', ');
    const buy = { what, shown: pieces(line?.qty ?? 0), unit: outlooks[0]?.unit ?? '', price: line?.unitXof ?? 0, total: totalOf(lines), count: lines.length, of: lines.length === 1 ? 'one' : 'many', supplier: supplier.name };
    return { lines, buy, supplierId: supplier.id };
  }),
  'purchase.supplier': (scope, { text, supplierId }) => staffWork(scope, 'goods.receive', async (business) => {
    const [, name = '', digits = ''] = /^(.*?)((?:\+|00)?[\d\s().-]{6,})$/.exec(text.trim()) ?? [];
    const phone = canonicalPhone(digits.replace(/^\s*00/, '+'), business.country);
    if (phone === undefined) return { refused: 'phone' };
    if (supplierId === '') {
      const added = await addSupplier(business, { name, phone });
      return 'refused' in added ? added : { supplierId: added.id };
    }
    await keepSupplierPhone(business, supplierId, phone);
    return { supplierId };
  }),
  'purchase.send': (scope, { supplierId, lines }) => staffWork(scope, 'purchase.send', async (business) => {
    const ordered = await orderGoods(business, { supplierId, lines, key: keyOf(scope) });
    return 'refused' in ordered ? ordered : { number: purchaseNumber(ordered.seq), seq: ordered.seq };
  }),
  'purchase.cancel': (scope, { seq }) => staffWork(scope, 'purchase.send', async (business) => {
    const cancelled = await cancelPurchase(business, seq);
    return 'refused' in cancelled ? cancelled : { number: purchaseNumber(seq) };
  }),
  'purchases.list': (scope, { from }) => staffWork(scope, 'goods.receive', async (business) => {
    const open = await seePurchases(business);
    const rows = open.slice(from, from + PAGE).map(({ seq, supplier }) => ({ id: String(seq), label: `${purchaseNumber(seq)} ${supplier}`.slice(0, ROW_CHARS).trim() }));
    return { open: open.length > from + PAGE ? [...rows, { id: 'more' }] : rows };
  }),
  'purchases.see': (scope, { seq }) => staffWork(scope, 'goods.receive', async (business) => {
    const [seen] = await seePurchases(business, seq);
    return seen === undefined ? { refused: 'unknown' } : { card: cardOf(seen) };
  }),
};

const keyOf = (scope: Scope): string => `letter:${scope.letterId}`;
const rowsOf = (suppliers: SupplierRow[]) => [...suppliers.slice(0, SUPPLIERS_MAX).map(({ id, name }) => ({ id, label: name.slice(0, ROW_CHARS).trim() })), { id: 'newSupplier' }];

function cardOf({ seq, supplier, status, etaOn, totalXof, lines }: SeenPurchase) {
  const inWords = (of: (line: SeenPurchase['lines'][number]) => number): string => lines.filter((line) => of(line) > 0).map((line) => `${String(pieces(of(line)))} ${line.name}`).join(', ');
  const state = status === 'confirmed' && etaOn !== undefined ? 'dated' : status;
  return { seq, number: purchaseNumber(seq), supplier, what: inWords(({ qty }) => qty), total: totalXof, state, day: etaOn ?? '', left: inWords(({ qty, received }) => qty - received) };
}

