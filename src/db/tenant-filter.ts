import { AsyncLocalStorage } from 'node:async_hooks';
import { Prisma } from '../generated/prisma/client.ts';

/** Models whose rows belong to a business. A law test compares this list with the schema. */
export const TENANT_MODELS: ReadonlySet<string> = new Set(['Member', 'Client', 'Conversation', 'ConsentEvent', 'Handoff', 'Message', 'Outbox', 'Due', 'AuditLog',
  'GarmentType', 'ClosedDay', 'WorkWeek', 'Counter', 'MeasureProfile', 'MeasureVersion', 'Order', 'OrderItem', 'OrderHistory', 'OrderTask', 'OrderMedia',
  'PaymentAccount', 'Payment', 'PaymentEvent', 'LedgerEntry', 'Refund', 'ReceiptPaper', 'OneTimePage', 'ShortLink',
  'Category', 'Supplier', 'Product', 'Variant', 'UnitConversion', 'StockMove', 'GoodsReceipt', 'Sale', 'SaleLine', 'LostDemand', 'DemandDay', 'ForecastRun', 'Forecast', 'StockCount', 'Reservation', 'CartLine', 'StockWait', 'DebtEntry', 'TillCount', 'AlertRule', 'AlertRecipient', 'AlertEpisode', 'AlertEvent',
  'PurchaseOrder', 'PurchaseLine', 'PurchaseReceipt', 'PurchaseHistory', 'ReportFile',
]);

export const currentTenant = new AsyncLocalStorage<string>();

type Args = { where?: object; data?: object | object[]; create?: object; update?: object };

/** The first wall: while `forTenant` runs, each query on a tenant's model carries the tenant. */
export const scopedToTenant = Prisma.defineExtension({
  name: 'scopedToTenant',
  query: {
    $allModels: {
      $allOperations({ model, operation, args, query }) {
        const tenantId = currentTenant.getStore();
        if (tenantId === undefined || !TENANT_MODELS.has(model)) return query(args);
        return query(owned(operation, args, tenantId));
      },
    },
  },
});

function owned(operation: string, args: Args, tenantId: string): Args {
  const own = <T extends object>(row: T) => ({ ...row, tenantId });
  const data = args.data === undefined ? {} : { data: Array.isArray(args.data) ? args.data.map(own) : own(args.data) };
  if (operation.startsWith('create')) return { ...args, ...data };
  const create = args.create === undefined ? {} : { create: own(args.create) };
  const update = args.update === undefined ? {} : { update: own(args.update) };
  return { ...args, ...data, ...create, ...update, where: own(args.where ?? {}) };
}
