import { dayOf, type Day } from '../../calendar/day.ts';
import type { Reliability } from '../../forecast/reliability.ts';
import type { Business } from '../../tenants/business.ts';
import { fillDemand } from './fill-demand.ts';
import { foresee, type ShopForeseen } from './foresee.ts';
import { readHistory } from './read-history.ts';
import { storeForeseen } from './store-foreseen.ts';

/** When a shop was last thought about, of how many products, and how far that can be leaned on. */
export type KnownAs = { day: Day; products: number; wape: number | undefined; reliability: Reliability };

/** What is known of a shop. One that no night has thought about yet is thought about when it is first asked. */
export async function knownShop(business: Business): Promise<KnownAs> {
  const last = await lastNight(business);
  if (last !== undefined) return last;
  await fillDemand(business);
  const said = foresee(await readHistory(business));
  await storeForeseen(business, said);
  return ofNight(said);
}

/** Of the night on which it was thought about last; nothing where there was none yet. */
export async function lastNight({ db, id }: Business): Promise<KnownAs | undefined> {
  const run = await db.forecastRun.findFirst({ where: { tenantId: id }, orderBy: { day: 'desc' } });
  return run === null ? undefined : { day: dayOf(run.day), products: run.products, wape: run.wape ?? undefined, reliability: run.reliability as Reliability };
}

const ofNight = ({ today, products, wape, reliability }: ShopForeseen): KnownAs => ({ day: today, products: products.length, wape, reliability });
