import { verdictFor as smsVerdict } from '../channels/sms/errors.ts';
import { verdictFor as whatsappVerdict } from '../channels/whatsapp/errors.ts';
import { overdueDone, overdueParcels, type Overdue } from '../db/outbox.ts';
import type { Prisma } from '../db/open-database.ts';
import { fallBack } from './fall-back.ts';
import type { Heed } from './heed.ts';

const BATCH = 50;

/** What was accepted and failed afterwards, or reached nobody in its time, goes another way. True when something did. */
export async function mendFailures({ db, heed, now }: { db: Prisma; heed: Heed; now: () => Date }): Promise<boolean> {
  const mended = await db.$transaction(async (tx) => {
    const overdue = await overdueParcels(tx, now(), BATCH);
    for (const parcel of overdue) {
      const why = parcel.code === null ? 'not delivered in time' : `failed: ${parcel.code}`;
      if (!(await fallBack(tx, parcel, { from: 'sent', why, now: now() }))) await overdueDone(tx, parcel.id);
    }
    return overdue;
  });
  for (const parcel of mended) {
    const verdict = verdictOf(parcel);
    if (verdict !== undefined) await heed({ parcel, verdict, code: parcel.code ?? '', why: parcel.codeText ?? '' });
  }
  return mended.length > 0;
}

const verdictOf = ({ channel, code }: Overdue) => (code === null ? undefined : channel === 'whatsapp' ? whatsappVerdict({ code }) : smsVerdict(code));
