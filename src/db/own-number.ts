import { z } from 'zod';
import type { Prisma } from './open-database.ts';

/** Where src/web/webhooks/our-account.ts remembers whose messages we receive. */
export const OURSELVES = 'whatsapp.ourselves';

const remembered = z.object({ numbers: z.array(z.string()).default([]) }).catch({ numbers: [] });

/** The number people write to us on WhatsApp, in digits as a wa.me link has it; empty until the first message told us. */
export async function ownNumber(db: Pick<Prisma, 'setting'>): Promise<string> {
  const row = await db.setting.findUnique({ where: { key: OURSELVES }, select: { value: true } });
  return remembered.parse(row?.value).numbers.at(-1) ?? '';
}
