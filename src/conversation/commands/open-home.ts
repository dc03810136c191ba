import type { Desk } from '../../db/desk.ts';
import { countBoard } from '../../domain/orders/count-board.ts';
import { countOpenOrders } from '../../domain/orders/count-waiting.ts';
import { countTasks } from '../../domain/orders/tasks.ts';
import { soldToday } from '../../domain/shop/knowing/figures.ts';
import { healthOf } from '../../domain/shop/knowing/health.ts';
import { lastNight } from '../../domain/shop/knowing/know-shop.ts';
import { readShelves } from '../../domain/shop/knowing/read-shelves.ts';
import { toOrder, totalToOrder } from '../../domain/shop/knowing/to-order.ts';
import { inBusiness } from '../../domain/tenants/business.ts';
import type { Refused, Scope } from '../../scope.ts';
import { may } from '../acts.ts';
import { currentProfile, profilesOf } from '../profiles.ts';

/** Who opens which menu, and what waits for them there. Who has no business anywhere is shown it without a question to the database. */
export async function openHome(scope: Scope) {
  const { desk, who } = scope;
  const profile = currentProfile(profilesOf(desk), who);
  if (profile === undefined) return { refused: 'unknown' } satisfies Refused;
  const { persona, name, business, code, tenantId } = profile;
  const can = (capability: string): boolean => desk.members.some((each) => each.tenantId === tenantId && each.capabilities.includes(capability));
  const sews = can('tailoring');
  const stocks = can('stock') && desk.members.some((each) => each.tenantId === tenantId && each.personId === profile.personId && may(each, 'goods.sell'));
  const clientIds = desk.clients.filter(({ personId }) => personId === profile.personId).map(({ id }) => id);
  const member = desk.members.find((each) => each.tenantId === tenantId && each.personId === profile.personId);
  const waiting = persona !== 'client' && (sews || persona === 'manager') && member !== undefined ? await workWaiting(scope, member) : persona === 'client' && clientIds.length > 0 ? await countOpenOrders(scope.db, clientIds) : 0;
  const shop = stocks && tenantId !== null ? await shopStands(scope, tenantId) : NO_SHOP;
  return { persona, sews, stocks, name, business, code, waiting, ...shop };
}

/** Promises of today and late ones of a workshop; what somebody who works there has to sew. */
async function workWaiting({ db, now }: Scope, { id: memberId, tenantId: id, role, timezone }: Desk['members'][number]): Promise<number> {
  if (role === 'employee') return countTasks({ db, id }, memberId);
  const { today, late } = await countBoard({ db, id, now, timezone });
  return today + late;
}

const NO_SHOP = { out: 0, low: 0, advised: '', today: 0 };

/** What the menu of a shop says on top: its shelves as they are, and today's sales. A menu waits for no thinking: what to order may not be known yet. */
const shopStands = ({ db, now, who }: Scope, tenantId: string): Promise<typeof NO_SHOP> => inBusiness(db, tenantId, { now, actor: 'system', role: 'system', channel: who.channel }, async (business) => {
  const isKnown = await lastNight(business) !== undefined;
  const shelves = await readShelves(business);
  const { out, low } = healthOf(shelves);
  return { out, low, advised: isKnown ? ` (${String(totalToOrder(toOrder(shelves, business)).products)})` : '', today: await soldToday(business) };
});
