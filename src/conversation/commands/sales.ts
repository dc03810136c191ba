import type { GoodsInCommands } from '../../../flows/shop/goods-in.ts';
import type { CountCommands } from '../../../flows/shop/count.ts';
import type { MissingCommands } from '../../../flows/shop/missing.ts';
import type { SaleCommands } from '../../../flows/shop/sale.ts';
import type { FindGoods } from '../../../flows/which-goods.ts';
import { answerCount, CAUSES, compareCount, settleCount } from '../../domain/shop/count-stock.ts';
import { owedXof } from '../../domain/shop/find-debtor.ts';
import { findSuppliers, listSuppliers } from '../../domain/shop/find-supplier.ts';
import { inUnits } from '../../domain/shop/in-units.ts';
import { noteLost } from '../../domain/shop/lost-demand.ts';
import { costOf, lineOf, milliOf, pieces } from '../../domain/shop/quantity.ts';
import { receiveGoods, type Received } from '../../domain/shop/receive-goods.ts';
import { sell, type PaidHow } from '../../domain/shop/sell.ts';
import { undoReceipt } from '../../domain/shop/undo-receipt.ts';
import { voidSale } from '../../domain/shop/void-sale.ts';
import { stateOf } from '../../domain/shop/watch-shelf.ts';
import type { Scope } from '../../scope.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';

const keyOf = (scope: Scope): string => `letter:${scope.letterId}`;
/** The goods of nobody in particular. */
const NOBODY = 'nobody';
const SUPPLIERS_MAX = 8;
const ROW_CHARS = 22;
const PAID: readonly PaidHow[] = ['cash', 'momo', 'credit'];

export const saleCommands: Handlers<Omit<SaleCommands & GoodsInCommands & MissingCommands & CountCommands, keyof FindGoods | 'debtor.find' | 'debtor.add' | 'walkIn.phone'>> = {
  'sale.bill': (scope, { variantId, qty, unit, price }) => staffWork(scope, 'goods.sell', async (business) => {
    const counted = await inUnits(business, variantId, qty, unit);
    if ('refused' in counted) return counted;
    const { priceXof, product } = await business.db.variant.findUniqueOrThrow({ where: { id: variantId }, select: { priceXof: true, product: { select: { unit: true } } } });
    const total = price === 0 ? lineOf(counted.qty, Number(priceXof)) : lineOf(qty, price);
    return { bill: { qty: counted.qty, shown: pieces(counted.qty), unit: product.unit, price: price === 0 ? Number(priceXof) : Math.round(price / counted.per), total } };
  }),
  'sale.make': (scope, { variantId, qty, price, total, how, clientId, sure }) => staffWork(scope, 'goods.sell', async (business) => {
    const sold = await sell(business, { variantId, qty, unitXof: price, totalXof: total, paidHow: PAID.find((each) => each === how) ?? 'cash', ...(clientId === '' ? {} : { clientId }), sure, key: keyOf(scope) });
    if (!('refused' in sold)) return { seq: sold.seq, lasts: scope.who.channel !== 'ussd', undoAt: scope.voice.serviceCode, owed: clientId === '' ? 0 : await owedXof(business, clientId), sold: { number: saleNumber(sold.seq), left: pieces(sold.left.onHand), state: stateOf(sold.left), min: pieces(sold.left.min ?? 0) } };
    if (sold.refused === 'short') return { refused: 'short', available: pieces(sold.available) };
    return sold.refused === 'unusual' ? { refused: 'unusual', usual: pieces(sold.usual) } : { refused: sold.refused };
  }),
  'sale.void': (scope, { seq }) => staffWork(scope, 'goods.sell', async (business) => {
    const voided = await voidSale(business, seq === 0 ? undefined : seq);
    return 'refused' in voided ? voided : { seq: voided.seq };
  }),
  'in.receive': (scope, { variantId, qty, unit, price, supplier, expiry }) => staffWork(scope, 'goods.receive', async (business) => {
    const counted = await inUnits(business, variantId, qty, unit);
    if ('refused' in counted) return { refused: counted.refused };
    const from = supplier === '' || supplier === NOBODY ? [] : await findSuppliers(business, supplier);
    if (supplier !== '' && supplier !== NOBODY && from.length !== 1) return { refused: 'supplier', suppliers: [...(from.length > 1 ? from : await listSuppliers(business)).slice(0, SUPPLIERS_MAX).map(({ code, name }) => ({ id: code, label: name.slice(0, ROW_CHARS).trim() })), { id: NOBODY }] };
    const came = await receiveGoods(business, { variantId, qty: counted.qty, ...(price === 0 ? {} : { unitXof: Math.round(price / counted.per), costMilliXof: costOf(qty, price) }), supplierId: supplier === NOBODY ? null : from[0]?.id, expiresOn: expiry === '' ? undefined : expiry, key: keyOf(scope) });
    if ('refused' in came) return { refused: came.refused };
    return { into: { shown: pieces(came.qty), unit: came.unit, price: came.unitXof, left: pieces(came.left.onHand), average: came.averageXof, receiptId: came.receiptId, ...orderedOf(came.counted) } };
  }),
  'in.undo': (scope, { receiptId }) => staffWork(scope, 'goods.receive', async (business) => {
    const undone = await undoReceipt(business, receiptId);
    return 'refused' in undone ? undone : { left: pieces(undone.left.onHand) };
  }),
  'missing.note': (scope, { variantId, qty, unit }) => staffWork(scope, 'goods.sell', async (business) => {
    const counted = await inUnits(business, variantId, qty, unit);
    if ('refused' in counted) return { refused: counted.refused };
    const noted = await noteLost(business, { variantId, qty: counted.qty, key: keyOf(scope) });
    return 'refused' in noted ? noted : { lost: pieces(counted.qty) };
  }),
  'count.compare': (scope, { variantId, qty, unit }) => staffWork(scope, 'goods.count', async (business) => {
    const counted = await inUnits(business, variantId, qty, unit);
    if ('refused' in counted) return { refused: counted.refused };
    const found = await compareCount(business, variantId, counted.qty);
    if ('refused' in found) return found;
    const { expected, difference, worthXof } = found;
    return { qty: counted.qty, found: { expected: pieces(expected), counted: pieces(counted.qty), difference: Math.abs(pieces(difference)), worth: Math.abs(worthXof), side: difference < 0 ? 'less' : 'more' } };
  }),
  'count.settle': (scope, { variantId, qty, expected, cause }) => staffWork(scope, 'goods.count', async (business) => {
    const settled = await settleCount(business, { variantId, counted: qty, expected: milliOf(expected), cause: CAUSES.find((each) => each === cause) ?? 'error', key: keyOf(scope) });
    return 'refused' in settled ? settled : { number: `I-${String(settled.seq)}`, waits: settled.waits, left: pieces(settled.left) };
  }),
  'count.answer': (scope, { count, agreed }) => staffWork(scope, 'count.answer', async (business) => {
    const answered = await answerCount(business, count, agreed);
    return 'refused' in answered ? answered : { name: answered.name, left: pieces(answered.left) };
  }),
};

/** V-318, as it is said and written everywhere. */
const saleNumber = (seq: number): string => `V-${seq}`;

/** What it did to the order that it was counted against. */
const orderedOf = (counted: Received['counted']) =>
  ({ of: counted === undefined ? 'none' : counted.beyond > 0 ? 'beyond' : counted.left > 0 ? 'part' : 'all', number: counted?.number ?? '', coming: pieces(counted?.left ?? 0), beyond: pieces(counted?.beyond ?? 0) });
