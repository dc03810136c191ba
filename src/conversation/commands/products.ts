import type { AddGoodsCommands } from '../../../flows/shop/add-goods.ts';
import type { ExportGoodsCommands } from '../../../flows/shop/export-goods.ts';
import type { ImportGoodsCommands } from '../../../flows/shop/import-goods.ts';
import type { ProductCommands } from '../../../flows/shop/product.ts';
import type { FindGoods } from '../../../flows/which-goods.ts';
import { addProduct } from '../../domain/shop/add-product.ts';
import { changeProduct, PRODUCT_FACTS } from '../../domain/shop/change-product.ts';
import { unitOf } from '../../domain/shop/in-units.ts';
import { seeProduct } from '../../domain/shop/see-product.ts';
import { readAmount } from '../../domain/spoken/amount.ts';
import { isNone, readQuantity } from '../../domain/spoken/quantity.ts';
import { shortLink } from '../../domain/tenants/short-link.ts';
import type { Scope } from '../../scope.ts';
import { may } from '../acts.ts';
import { readParts } from '../grammar/read-command.ts';
import { todayOf } from '../read-line.ts';
import { splitUnit } from './goods.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';
import { wordsFor } from './wording.ts';

type New = AddGoodsCommands['product.add']['ask']['goods'];
/** What may be changed, the likeliest first. */
const FACTS = [{ id: 'price' }, { id: 'cost' }, { id: 'packs' }, { id: 'variant' }, { id: 'alias' }, { id: 'min' }, { id: 'max' }, { id: 'more' }];
const NOTHING = '-';
const text = (value: number | string | null): string => (value === null || value === '' ? NOTHING : String(value).replace('.', ','));

export const productCommands: Handlers<AddGoodsCommands & ImportGoodsCommands & ExportGoodsCommands & Omit<ProductCommands, keyof FindGoods>> = {
  'product.begin': (scope, { unit }) => staffWork(scope, 'goods.change', async () => ({ unit: unitOf(unit) })),
  'product.read': async (scope, { text: typed, about, goods }) => {
    const read = READ[about](scope, typed.trim(), goods);
    return read === undefined ? { refused: 'unread' } : { goods: { ...goods, ...read, unit: unitOf(read.unit ?? goods.unit) } };
  },
  'product.add': (scope, { goods: { name, price, qty, unit }, photo }) => staffWork(scope, 'goods.change', async (business) => {
    const added = await addProduct(business, { name, unit, priceXof: price, qty, photoId: photo === 0 ? undefined : BigInt(photo) });
    return 'refused' in added ? added : { code: added.code };
  }),
  'goods.import': (scope, { eventId }) => staffWork(scope, 'goods.change', async ({ role }, { id: memberId, tenantId }) => {
    const { now, who: { contactId, language } } = scope;
    scope.later.due.push({ key: `import:${String(eventId)}`, kind: 'goods.import', runAt: now.toISOString(), step: null, payload: { eventId, contactId, tenantId, memberId, role: role === 'owner' ? 'owner' : 'staff', language } });
    scope.later.ringAt = now;
    scope.later.ringAt = now;
    return {};
  }),
  'goods.export': (scope) => staffWork(scope, 'goods.export', async (business, { id: memberId }) => ({ paper: { url: `${scope.publicUrl}${await shortLink(business, 'goods', `${memberId}:${scope.letterId}`)}`, fileName: 'produits.csv' } })),
  'product.see': (scope, { variantId }) => staffWork(scope, 'goods.look', async (business, member) => {
    const seen = await seeProduct(business, variantId);
    if (seen === undefined) return { refused: 'unknown' };
    const { code, priceXof, costXof, left, aliases, packs, min, max, barcode, category, supplier } = seen;
    const acts = may(member, 'goods.change') ? FACTS : [];
    return { card: { code, price: priceXof, cost: costXof === null ? NOTHING : wordsFor(scope)('report.amount', { amount: costXof }), left, aliases: text(aliases.join(', ')), packs: packs.length === 0 ? NOTHING : packs.join(', '), min: text(min), max: text(max), barcode: text(barcode), category: text(category), supplier: text(supplier) }, acts };
  }),
  'product.change': (scope, { variantId, fact, text: typed }) => staffWork(scope, 'goods.change', async (business) => {
    const known = PRODUCT_FACTS.find((each) => each === fact);
    return known === undefined ? { refused: 'unknown' } : changeProduct(business, variantId, known, typed);
  }),
};

/** What is typed for each part of something new; a whole line may answer the first question. */
const READ: Record<'name' | 'price' | 'qty' | 'unit', (scope: Scope, typed: string, goods: New) => Partial<New> | undefined> = {
  name: (scope, typed) => {
    const line = readParts('addGoods', typed, todayOf(scope));
    if (line?.goods !== undefined) return { name: line.goods, price: line.amount ?? 0, ...counted(line.qty?.milli ?? 0), unit: line.unit ?? '' };
    return /\p{L}/u.test(typed) && typed.length <= 60 ? { name: typed } : undefined;
  },
  price: (_scope, typed) => {
    const price = readAmount(typed);
    return price === undefined ? undefined : { price };
  },
  qty: (_scope, typed, { unit }) => {
    const [number = typed, said = unit] = splitUnit(typed);
    const milli = isNone(number) ? 0 : readQuantity(number)?.milli;
    return milli === undefined ? undefined : { ...counted(milli), unit: said };
  },
  unit: (_scope, typed) => (/^\p{L}{1,12}$/u.test(typed) ? { unit: typed } : undefined),
};

const counted = (milli: number) => ({ qty: milli, shown: milli / 1_000 });
