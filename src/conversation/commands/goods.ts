import type { Choice } from '../../../flows/flow.ts';
import type { FindGoods, For, Goods } from '../../../flows/which-goods.ts';
import { findProducts, FOUND_MAX, productOf, type FoundProduct } from '../../domain/shop/find-product.ts';
import { pieces } from '../../domain/shop/quantity.ts';
import { readAmount } from '../../domain/spoken/amount.ts';
import { isNone, readQuantity } from '../../domain/spoken/quantity.ts';
import { may } from '../acts.ts';
import { readParts } from '../grammar/read-command.ts';
import type { Verb } from '../grammar/vocabulary.ts';
import { todayOf } from '../read-line.ts';
import type { Scope } from '../../scope.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';

/** A row of a list, and what stands behind its name. */
const NAME_CHARS = 22;
/** What a phone shows of it at least. */
const BEGIN_CHARS = 18;

export const goodsCommands: Handlers<FindGoods> = {
  'goods.find': (scope, { said, for: what }) => staffWork(scope, `goods.${what}`, async (business, member) => {
    const picked = IS_ID.test(said) ? await productOf(business, said) : undefined;
    if (picked !== undefined) return { goods: shown(picked) };
    const found = await findProducts(business, said);
    const [one, ...others] = found;
    if (one !== undefined && others.length === 0) return { goods: shown(one) };
    return { refused: one === undefined ? 'unknown' : found.length > FOUND_MAX ? 'many' : 'several', typed: said, near: [...rowsOf(found.slice(0, FOUND_MAX)), { id: 'again' }, ...(one === undefined && may(member, 'goods.change') ? [{ id: 'add' }] : [])] };
  }),
  'goods.read': async (scope, { text, about, for: what }) => readAs(scope, text, about, what),
};

const IS_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const shown = ({ variantId, name, unit, priceXof, onHand, available }: FoundProduct): Goods => ({ variantId, name, unit, price: priceXof, onHand: pieces(onHand), available: pieces(available) });
/** Two names that begin alike are told apart by their codes. */
function rowsOf(found: FoundProduct[]): Choice[] {
  const begins = ({ name }: FoundProduct): string => name.slice(0, BEGIN_CHARS);
  return found.map((product) => {
    const isAlone = found.filter((other) => begins(other) === begins(product)).length === 1;
    const name = isAlone ? product.name : `${product.code} ${product.name}`;
    return { id: product.variantId, label: `${name.slice(0, NAME_CHARS).trim()} (${String(pieces(product.onHand))})` };
  });
}

/** What is typed is read as behind this verb: « riz 2 sacs » as « vente riz 2 sacs ». */
const VERB_OF: Record<For, Verb> = { look: 'stock', sell: 'sell', receive: 'goodsIn', count: 'count' };

function readAs(scope: Scope, text: string, about: 'goods' | 'qty' | 'price', what: For) {
  if (about === 'price') {
    const price = readAmount(text);
    return price === undefined ? ({ refused: 'unread' } as const) : { price };
  }
  if (about === 'qty') {
    const [number = text, unit = ''] = splitUnit(text);
    const qty = what === 'count' && isNone(number) ? { milli: 0 } : readQuantity(number);
    return qty === undefined ? ({ refused: 'unread' } as const) : { qty, ...(unit === '' ? {} : { unit }) };
  }
  // Only a name is fine: how many is asked next.
  return readParts(VERB_OF[what], text, todayOf(scope)) ?? { goods: text };
}

/** « 2 sacs » */
export const splitUnit = (text: string): string[] => /^(.*\d)\s*(\p{L}+)$/u.exec(text.trim())?.slice(1) ?? [text];
