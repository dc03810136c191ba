import { burst, flood } from './burst.ts';
import { crash, withheld } from './crash.ts';
import { graceful } from './graceful.ts';
import { money } from './money.ts';
import { outage } from './outage.ts';
import { rate } from './rate.ts';
import { redisGone } from './redis-gone.ts';
import { shop } from './shop.ts';
import type { Scenario } from './theatre.ts';
import { noRedis, twoByTwo } from './two-by-two.ts';

export const scenarios: readonly Scenario[] = [crash, withheld, twoByTwo, noRedis, redisGone, outage, burst, flood, rate, money, shop, graceful];
