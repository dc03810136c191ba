import type { Measured } from '../../../flows/tailoring/dictation.ts';
import type { Business } from '../../domain/tenants/business.ts';
import type { Refused, Scope } from '../../scope.ts';
import type { Act } from '../acts.ts';
import { clientWork } from './client-work.ts';
import type { Needs } from './handlers.ts';
import { staffWork, type Member } from './staff-work.ts';

/** Does what concerns the measures of a client: for the client who asks, or for staff, who say of whom. `member` is missing for the client. */
export const measuredWork = <T extends object>(scope: Scope, { tenantId, clientId }: Measured, act: Act, work: (business: Business, clientId: string, member?: Member) => Promise<T>): Promise<T | Needs | Refused<'right' | 'unknown'>> =>
  (clientId === '' ? clientWork(scope, tenantId, work) : staffWork(scope, act, async (business, member): Promise<T | Refused<'unknown'>> => {
    const known = await business.db.client.findFirst({ where: { id: clientId, person: { erasedAt: null } }, select: { id: true } });
    return known === null ? { refused: 'unknown' } : work(business, clientId, member);
  }));
