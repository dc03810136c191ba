import { AsyncLocalStorage } from 'node:async_hooks';
import { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from './open-database.ts';

/** Models whose rows belong to a business. A law test compares this list with the schema. */
export const TENANT_MODELS: ReadonlySet<string> = new Set(['Member', 'Client', 'Conversation', 'ConsentEvent', 'Handoff', 'Message', 'Outbox', 'Due', 'AuditLog']);

const current = new AsyncLocalStorage<string>();

/**
 * Runs business code for one tenant inside a transaction, behind two walls: the filter below adds the tenant to every
 * query, and the database, under another role, shows and takes no row of anybody else even if a query slips through.
 */
export async function forTenant<T>(tx: Tx, tenantId: string, work: (db: Tx) => Promise<T>): Promise<T> {
  await tx.$executeRaw`SELECT set_config('role', 'griot_business', true), set_config('app.tenant_id', ${tenantId}, true)`;
  const result = await current.run(tenantId, () => work(tx));
  // After a failure the transaction is lost anyway, and the role with it.
  await tx.$executeRaw`SELECT set_config('role', 'none', true), set_config('app.tenant_id', '', true)`;
  return result;
}

type Args = { where?: object; data?: object | object[]; create?: object };

/** The first wall: while `forTenant` runs, each query on a tenant's model carries the tenant. */
export const scopedToTenant = Prisma.defineExtension({
  name: 'scopedToTenant',
  query: {
    $allModels: {
      $allOperations({ model, operation, args, query }) {
        const tenantId = current.getStore();
        if (tenantId === undefined || !TENANT_MODELS.has(model)) return query(args);
        return query(owned(operation, args as Args, tenantId) as typeof args);
      },
    },
  },
});

function owned(operation: string, args: Args, tenantId: string): Args {
  const own = <T extends object>(row: T) => ({ ...row, tenantId });
  const data = args.data === undefined ? {} : { data: Array.isArray(args.data) ? args.data.map(own) : own(args.data) };
  if (operation.startsWith('create')) return { ...args, ...data };
  const create = args.create === undefined ? {} : { create: own(args.create) };
  return { ...args, ...data, ...create, where: own(args.where ?? {}) };
}
