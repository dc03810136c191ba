import type { Tx } from './open-database.ts';
import { currentTenant } from './tenant-filter.ts';

/**
 * Runs business code for one tenant inside a transaction, behind two walls: the filter adds the tenant to every
 * query, and the database, under another role, shows and takes no row of anybody else even if a query slips through.
 */
export async function forTenant<T>(tx: Tx, tenantId: string, work: (db: Tx) => Promise<T>): Promise<T> {
  await tx.$executeRaw`SELECT set_config('role', 'griot_business', true), set_config('app.tenant_id', ${tenantId}, true)`;
  const result = await currentTenant.run(tenantId, () => work(tx));
  // After a failure the transaction is lost anyway, and the role with it.
  await tx.$executeRaw`SELECT set_config('role', 'none', true), set_config('app.tenant_id', '', true)`;
  return result;
}
