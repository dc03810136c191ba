import type { Tx } from './open-database.ts';
import { currentTenant } from './tenant-filter.ts';

/**
 * Runs business code for one tenant inside a transaction, behind two walls: the filter adds the tenant to every
 * query, and the database, under another role, shows and takes no row of anybody else even if a query slips through.
 */
export async function forTenant<T>(tx: Tx, tenantId: string, work: (db: Tx) => Promise<T>): Promise<T> {
  const outer = currentTenant.getStore();
  await actAs(tx, 'griot_business', tenantId);
  // A query of Prisma's is asked only once it is awaited: inside, or it would pass the filter by.
  const result = await currentTenant.run(tenantId, async () => await work(tx));
  // After a failure the transaction is lost anyway, and the role with it.
  await (outer === undefined ? actAs(tx, 'none', '') : actAs(tx, 'griot_business', outer));
  return result;
}

const actAs = (tx: Tx, role: 'griot_business' | 'none', tenantId: string) => tx.$executeRaw`SELECT set_config('role', ${role}, true), set_config('app.tenant_id', ${tenantId}, true)`;
