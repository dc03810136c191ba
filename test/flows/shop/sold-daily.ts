import { randomUUID } from 'node:crypto';
import type { World } from '../../helpers/world.ts';

type Past = { code: string; perDay: number[]; days: number };
const DAY_MS = 86_400_000;

/** What a shelf of Boutique Diop sold until yesterday, so many pieces a day, over and over: it came on the shelf before that, and what is there stays. */
export async function soldDaily({ db, clock }: Pick<World, 'db' | 'clock'>, { code, perDay, days }: Past): Promise<string> {
  const { id: tenantId } = await db.tenant.findFirstOrThrow({ where: { code: 'DIOP' } });
  const { id: variantId, priceXof } = await db.variant.findFirstOrThrow({ where: { tenantId, product: { code } } });
  await db.saleLine.deleteMany({ where: { variantId } });
  const now = clock.now().getTime();
  const at = (ago: number): Date => new Date(now - ago * DAY_MS);
  // The first movement says since when it is there.
  await db.$executeRaw`ALTER TABLE "StockMove" DISABLE TRIGGER append_only`;
  await db.stockMove.updateMany({ where: { variantId }, data: { at: at(days + 1) } });
  await db.$executeRaw`ALTER TABLE "StockMove" ENABLE TRIGGER append_only`;
  const sold = Array.from({ length: days }, (_, ago) => ({ qty: perDay[(ago + 1) % perDay.length] ?? 0, soldAt: at(ago + 1) })).filter(({ qty }) => qty > 0);
  const sales = sold.map(({ qty, soldAt }) => ({ id: randomUUID(), tenantId, seq: nextSeq(), totalXof: priceXof * BigInt(qty), costXof: 0n, marginXof: priceXof * BigInt(qty), paidHow: 'cash', by: 'system', channel: 'system', key: randomUUID(), soldAt }));
  await db.sale.createMany({ data: sales });
  await db.saleLine.createMany({ data: sales.map(({ id: saleId, soldAt, totalXof }, index) => ({ tenantId, saleId, variantId, qty: sold[index]?.qty ?? 0, unitXof: priceXof, lineXof: totalXof, costXof: 0n, soldAt })) });
  return variantId;
}

let seq = 1_000_000;
const nextSeq = (): number => (seq += 1);
