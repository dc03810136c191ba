import type { Refused, Scope } from '../../scope.ts';
import { forTenant } from '../../db/for-tenant.ts';
import { pinMatches } from './pin-hash.ts';
import { prove } from './proof.ts';

const TRIES = 3;
const LOCK_MINUTES = 15;

/** Three wrong codes lock the member for a quarter of an hour, on every channel. */
export async function checkPin({ db, who, now }: Scope, { pin }: { pin: string }): Promise<{ right: boolean; left: number } | Refused<'locked' | 'unknown'>> {
  const { tenantId, personId } = who;
  if (tenantId === null || personId === null) return { refused: 'unknown' };
  return forTenant(db, tenantId, async (own) => {
    const member = await own.member.findUnique({ where: { tenantId_personId: { tenantId, personId } } });
    if (member === null || member.pinHash === null) return { refused: 'unknown' };
    if (member.pinLockedUntil !== null && member.pinLockedUntil > now) return { refused: 'locked' };

    if (await pinMatches(pin, member.pinHash)) {
      await own.member.update({ where: { id: member.id }, data: { pinFailedCount: 0, pinLockedUntil: null } });
      prove(who, now);
      return { right: true, left: TRIES };
    }
    const failed = member.pinFailedCount + 1;
    const locked = failed >= TRIES;
    const pinLockedUntil = locked ? new Date(now.getTime() + LOCK_MINUTES * 60_000) : null;
    await own.member.update({ where: { id: member.id }, data: { pinFailedCount: locked ? 0 : failed, pinLockedUntil } });
    return locked ? { refused: 'locked' } : { right: false, left: TRIES - failed };
  });
}
