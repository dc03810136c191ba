import { keepGoods } from './shop/keep-goods.ts';
import { followOrder, goodsHold, leaveShelf, takeBack } from './shop/serve-order.ts';
import type { Ordered } from './shop/ordered.ts';
import type { Business } from './tenants/business.ts';

/** What an order does to the shelves, told by whatever changes it. */
type Goods = {
  /** Keeps all of it aside, or nothing where something is missing. */
  keep: (business: Business, order: Ordered) => Promise<boolean>;
  /** Whether what is kept is really there. */
  hold: (business: Business, order: Ordered) => Promise<boolean>;
  /** It is paid: it leaves the shelf, once. */
  paid: (business: Business, order: Ordered) => Promise<void>;
  /** It was not paid after all. */
  unpaid: (business: Business, order: Ordered) => Promise<void>;
  /** It stands elsewhere now. */
  follow: (business: Business, order: Ordered) => Promise<void>;
};

/** By the kind of an order, as payment-purposes.ts by the purpose of a payment: what is sewn takes nothing from a shelf. */
const GOODS: Record<string, Goods> = {
  shop: { keep: async (business, order) => (await keepGoods(business, order.id)) === undefined, hold: goodsHold, paid: leaveShelf, unpaid: takeBack, follow: followOrder },
};

export const goodsOf = (kind: string): Goods | undefined => GOODS[kind];
