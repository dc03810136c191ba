import { withdrawNotices } from '../db/addressees.ts';
import type { Tx } from '../db/open-database.ts';
import { inBusiness, type Acting, type Business } from '../domain/tenants/business.ts';
import type { TakenBack } from '../domain/tenants/notice.ts';
import { tell, type Told } from './tell.ts';

/** `reached`: everybody concerned could be told, which a client without a phone cannot. `tookBack`: what was to be taken back had not left. */
export type Worked<T> = { result: T; reached: boolean; tookBack: boolean };

/** Does work of a business behind its walls and writes to whom it concerns, all in the transaction of whoever asks: a turn, a timer, money that came. */
export async function workIn<T>(tx: Tx, tenantId: string, acting: Acting, told: Told, work: (business: Business) => Promise<T>): Promise<Worked<T>> {
  const { result, notices, takesBack, settings } = await inBusiness(tx, tenantId, acting, async (business) => ({ result: await work(business), ...business }));
  const late = await takeBack(tx, takesBack);
  const unreached = await tell(tx, { id: tenantId, keepsLetters: settings.smsUnicode }, [...notices, ...late.flatMap(({ orElse }) => orElse ?? [])], told);
  return { result, reached: unreached.length === 0, tookBack: late.length === 0 };
}

/** Those of which something has left already. */
async function takeBack(tx: Tx, wanted: TakenBack[]): Promise<TakenBack[]> {
  const late: TakenBack[] = [];
  for (const each of wanted) if ((await withdrawNotices(tx, each.keys)).late) late.push(each);
  return late;
}
