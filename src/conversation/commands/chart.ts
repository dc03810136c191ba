import type { ChartCommands } from '../../../flows/shop/chart.ts';
import type { FindGoods } from '../../../flows/which-goods.ts';
import { knownShop } from '../../domain/shop/knowing/know-shop.ts';
import { firstSaleOn } from '../../domain/shop/reporting/first-sale.ts';
import { shortLink } from '../../domain/tenants/short-link.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';

export const chartCommands: Handlers<Omit<ChartCommands, keyof FindGoods>> = {
  'chart.make': (scope, { variantId }) => staffWork(scope, variantId === '' ? 'shop.figures' : 'goods.look', async (business, { id: memberId }) => {
    await knownShop(business);
    if (variantId === '' && (await firstSaleOn(business)) === undefined) return { refused: 'none' };
    const target = [memberId, scope.who.language, variantId, scope.letterId].join(':');
    return { paper: { url: `${scope.publicUrl}${await shortLink(business, 'picture', target)}`, fileName: 'graphique.png' } };
  }),
};
