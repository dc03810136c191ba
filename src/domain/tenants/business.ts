import type { Tx } from '../../db/open-database.ts';
import { forTenant } from '../../db/for-tenant.ts';
import type { Notice, TakenBack } from './notice.ts';
import { settingsOf, type Settings } from './settings.ts';

/** Who may bring about a change: `system` is a timer or the money. */
export type Actor = 'client' | 'staff' | 'owner' | 'system';

/** One business and who acts in it: what every function of its work receives first. `db` is behind its walls; whom its work concerns is told with the commit. */
export type Business = Acting & { db: Tx; notices: Notice[]; takesBack: TakenBack[]; id: string; code: string; name: string; country: string; timezone: string; settings: Settings };
/** `actor` names the person as the history keeps it: `member:<id>`, `client:<id>`, `system`. */
export type Acting = { now: Date; actor: string; role: Actor; channel: string };

/** Nobody: a timer. */
export const bySystem = (now: Date): Acting => ({ now, actor: 'system', role: 'system', channel: 'system' });

/** Runs the work of one business behind its walls. The caller's transaction carries it. */
export async function inBusiness<T>(tx: Tx, tenantId: string, acting: Acting, work: (business: Business) => Promise<T>): Promise<T> {
  return forTenant(tx, tenantId, async (db) => {
    const { id, code, name, country, timezone, settings } = await db.tenant.findUniqueOrThrow({ where: { id: tenantId } });
    return work({ ...acting, db, notices: [], takesBack: [], id, code, name, country, timezone, settings: settingsOf(settings) });
  });
}
