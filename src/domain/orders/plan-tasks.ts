import type { Business } from '../tenants/business.ts';
import { STAGES } from './stage-names.ts';

/** The stages of the work on an order, as this workshop works. Those that are there already stay as they are. */
export async function planTasks({ db, id: tenantId, settings }: Business, orderId: string): Promise<void> {
  if ((await db.orderTask.count({ where: { orderId } })) > 0) return;
  await db.orderTask.createMany({ data: settings.stages.map((stage) => ({ tenantId, orderId, stage, position: STAGES.indexOf(stage) })), skipDuplicates: true });
}
