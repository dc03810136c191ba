import type { Choice } from '../../../flows/flow.ts';
import type { CartCommands } from '../../../flows/shop/cart.ts';
import { grouped } from '../../domain/money/xof.ts';
import { waitFor } from '../../domain/shop/call-waiting.ts';
import { emptyCart, fitCart, putInCart, seeCart, type Cart } from '../../domain/shop/cart.ts';
import { productOf } from '../../domain/shop/find-product.ts';
import { inUnits } from '../../domain/shop/in-units.ts';
import { listGoods, listShelves, listVariants, sellersAmong } from '../../domain/shop/list-goods.ts';
import { noteMissing, placeCart, refillCart, type Missing } from '../../domain/shop/place-cart.ts';
import { pieces } from '../../domain/shop/quantity.ts';
import { shortNumber } from '../../domain/spoken/order-number.ts';
import { readQuantity } from '../../domain/spoken/quantity.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { findWorkshop, type Workshop } from '../../domain/tenants/find-workshop.ts';
import type { Scope } from '../../scope.ts';
import { clientWork, whoBuys } from './client-work.ts';
import { LINE_CHARS, linesOf } from './found-order.ts';
import { splitUnit } from './goods.ts';
import type { Handlers } from './handlers.ts';
import { wordsFor } from './wording.ts';

/** With the rows that lead on they fit two SMS. */
const ROWS = 5;
const CODE_SHOWN_CHARS = 12;
/** What one SMS has room for. */
const LINES_CHARS = 90;

export const cartCommands: Handlers<CartCommands> = {
  'cart.shops': async (scope) => {
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const known = scope.desk.clients.filter(({ personId }) => personId === buyer.personId).map(({ tenantId }) => tenantId);
    return { shops: [...(await sellersAmong(scope.db, known)).map(choiceOf), { id: 'code' }] };
  },
  'cart.enter': async (scope, { code, tenantId }) => {
    const found = await findWorkshop(scope.db, code === '' ? { tenantId } : { code });
    if (!('workshop' in found)) return { refused: found.refused, near: [...('near' in found ? found.near.map(choiceOf) : []), { id: 'code' }], name: 'name' in found ? found.name : code.trim().slice(0, CODE_SHOWN_CHARS) };
    const { tenantId: id, name } = found.workshop;
    if ((await sellersAmong(scope.db, [id])).length === 0) return { refused: 'notSelling', near: [{ id: 'code' }], name };
    return clientWork(scope, id, async (business, clientId) => ({ tenantId: id, business: name, cart: shown(scope, await seeCart(business, clientId)) }));
  },
  'cart.shelves': (scope, { tenantId }) => clientWork(scope, tenantId, async (business, clientId) => {
    const shelves = (await listShelves(business)).map(({ id, name }): Choice => ({ id, label: name }));
    return { shelves: shelves.length > 1 ? [...shelves, ...cartRow(scope, await seeCart(business, clientId))] : shelves };
  }),
  'cart.goods': (scope, { tenantId, shelf, after }) => clientWork(scope, tenantId, async (business, clientId) => {
    const { rows, next = '' } = await listGoods(business, shelf, { after, limit: ROWS });
    const cart = await seeCart(business, clientId);
    const goods = rows.map(({ id, name, priceXof, available }) => rowOf(scope, { id, name, priceXof, left: pieces(available) }));
    return { goods: goods.length === 0 ? [] : [...goods, ...cartRow(scope, cart), ...(next === '' ? [] : [{ id: 'following' }])], next, cart: shown(scope, cart) };
  }),
  'cart.pick': (scope, { tenantId, id }) => clientWork(scope, tenantId, async (business, clientId) => {
    const variants = await listVariants(business, id);
    const found = await productOf(business, variants.length === 1 ? (variants[0]?.id ?? id) : id);
    const { lines } = await seeCart(business, clientId);
    if (found !== undefined) {
      const { variantId, name, priceXof, available } = found;
      return { variants: [], item: { variantId, name, price: priceXof, left: pieces(Math.max(0, available)), inCart: pieces(lines.find((line) => line.variantId === variantId)?.qty ?? 0) } };
    }
    if (variants.length === 0) return { refused: 'unknown' };
    const { name } = await business.db.product.findUniqueOrThrow({ where: { id }, select: { name: true } });
    return { variants: variants.map((each) => rowOf(scope, { ...each, left: pieces(each.available) })), item: { variantId: '', name, price: 0, left: 0, inCart: 0 } };
  }),

  'cart.put': (scope, { tenantId, variantId, text, adding }) => clientWork(scope, tenantId, async (business, clientId) => {
    const [number = text, unit = ''] = splitUnit(text);
    const read = readQuantity(number);
    if (read === undefined || read.milli <= 0) return { refused: 'unread' };
    const counted = await inUnits(business, variantId, read.milli, unit);
    if ('refused' in counted) return { refused: 'unread' };
    const before = await seeCart(business, clientId);
    const has = before.lines.find((line) => line.variantId === variantId)?.qty ?? 0;
    const wanted = counted.qty + (adding ? has : 0);
    const product = await productOf(business, variantId);
    if (product === undefined) return { refused: 'gone' };
    const available = Math.max(0, product.available);
    if (wanted > available && !business.settings.sellsBelowZero) {
      const missing = await noteMissing(business, clientId, [{ variantId, wanted, available, name: product.name, unit: product.unit }]);
      return { refused: 'short', ...lackOf(scope, missing, available > has) };
    }
    const put = await putInCart(business, clientId, { variantId, qty: wanted });
    return 'refused' in put ? { refused: put.refused === 'unknown' ? 'gone' : put.refused } : { cart: shown(scope, await seeCart(business, clientId)) };
  }),
  'cart.remove': (scope, { tenantId, variantId }) => changed(scope, tenantId, (business, clientId) => putInCart(business, clientId, { variantId, qty: 0 })),
  'cart.empty': (scope, { tenantId }) => changed(scope, tenantId, emptyCart),
  'cart.see': (scope, { tenantId }) => changed(scope, tenantId, () => Promise.resolve()),
  'cart.fit': (scope, { tenantId, lacking, adding }) => changed(scope, tenantId, async (business, clientId) => {
    if (!adding) return fitCart(business, clientId);
    for (const { variantId } of lacking) {
      const product = await productOf(business, variantId);
      if (product !== undefined) await putInCart(business, clientId, { variantId, qty: Math.max(0, product.available) });
    }
    return undefined;
  }),
  'cart.wait': (scope, { tenantId, lacking }) => clientWork(scope, tenantId, async (business, clientId) => {
    for (const { variantId, qty } of lacking) await waitFor(business, { variantId, clientId, qty });
    return {};
  }),
  'cart.refill': (scope, { tenantId, orderId }) => clientWork(scope, tenantId, async (business, clientId) => {
    const own = await business.db.order.findFirst({ where: { id: orderId, clientId, kind: 'shop' }, select: { id: true } });
    if (own === null) return { refused: 'unknown' };
    const missing = await refillCart(business, clientId, orderId);
    const cart = await seeCart(business, clientId);
    return { cart: shown(scope, cart), ...lackOf(scope, missing, cart.lines.some(({ available }) => available > 0)) };
  }),
  'cart.place': (scope, { tenantId, total }) => clientWork(scope, tenantId, async (business, clientId) => {
    const placed = await placeCart(business, { clientId, totalXof: total, key: `letter:${scope.letterId}` });
    if (!('refused' in placed)) return { number: shortNumber(placed.seq), order: { seq: placed.seq, year: placed.year } };
    if (placed.refused === 'price') return { refused: 'price', cart: shown(scope, placed.cart) };
    if (placed.refused !== 'short') return { refused: placed.refused };
    const { lines } = await seeCart(business, clientId);
    return { refused: 'short', ...lackOf(scope, placed.missing, lines.some(({ available }) => available > 0)) };
  }),
};

const changed = (scope: Scope, tenantId: string, change: (business: Business, clientId: string) => Promise<unknown>) => clientWork(scope, tenantId, async (business, clientId) => {
  await change(business, clientId);
  return { cart: shown(scope, await seeCart(business, clientId)) };
});

const choiceOf = ({ code, name }: Workshop): Choice => ({ id: code, label: name });

/** « Crème karité 3 000F (2) »; on WhatsApp its price and what is left stand below its name. */
function rowOf(scope: Scope, { id, name, priceXof, left }: { id: string; name: string; priceXof: number; left: number }): Choice {
  const say = wordsFor(scope);
  if (scope.who.channel === 'whatsapp') return { id, label: name, hint: say(left > 0 ? 'cart.costs' : 'cart.costsNone', { price: priceXof, left }) };
  return { id, label: linesOf([name], LINE_CHARS - `${grouped(priceXof)}F (${left}) `.length, `${grouped(priceXof)}F (${String(left).replace('.', ',')})`) };
}

/** « Panier (1) 2 500F », where there is something in it. */
function cartRow(scope: Scope, { lines, totalXof }: Cart): Choice[] {
  return lines.length === 0 ? [] : [{ id: 'cart', label: wordsFor(scope)('cart.row', { count: lines.length, total: totalXof }) }];
}

function shown(scope: Scope, { lines, totalXof }: Cart) {
  const say = wordsFor(scope);
  const whole = lines.map(({ name, qty, lineXof }) => say('cart.each', { qty: pieces(qty), name, line: lineXof }));
  const brief = scope.who.channel === 'whatsapp' ? whole.join('\n') : briefly(whole);
  return { lines: brief, count: lines.length, total: totalXof, rows: lines.map(({ variantId, name, qty }): Choice => ({ id: variantId, label: linesOf([name], LINE_CHARS - 8, `x ${String(pieces(qty)).replace('.', ',')}`) })) };
}

/** As many as one screen holds, and how many more. */
function briefly(lines: string[]): string {
  const fits = lines.filter((_, at) => lines.slice(0, at + 1).join(', ').length <= LINES_CHARS);
  return fits.length === lines.length ? lines.join(', ') : `${(fits.length === 0 ? [(lines[0] ?? '').slice(0, LINES_CHARS)] : fits).join(', ')} +${lines.length - Math.max(1, fits.length)}`;
}

/** « Il reste 1 × Crème karité. », and what may be done: take what there is, be told when it is there again, leave it. */
function lackOf(scope: Scope, missing: Missing[], something: boolean) {
  const say = wordsFor(scope);
  const only = missing.length === 1 ? missing[0] : undefined;
  const takes = only !== undefined && only.available > 0 ? say('cart.take', { left: pieces(only.available) }) : say('cart.takeRest');
  return {
    lacks: missing.map(({ name, available }) => say(available > 0 ? 'cart.left' : 'cart.none', { name, left: pieces(available) })).join(' '),
    outs: [...(something ? [{ id: 'take', label: takes }] : []), { id: 'wait' }, { id: 'drop' }],
    lacking: missing.map(({ variantId, wanted }) => ({ variantId, qty: wanted })),
  };
}
