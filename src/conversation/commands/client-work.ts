import { findClient } from '../../domain/clients/find-client.ts';
import type { Business } from '../../domain/tenants/business.ts';
import type { Scope } from '../../scope.ts';
import { workIn } from '../work-in.ts';
import type { Needs } from './handlers.ts';

/** Who is there as a client: the person, once they are known and have accepted the terms. They stay it for what follows. */
export function whoBuys({ desk, who }: Scope): { personId: string } | Needs {
  const personId = who.personId ?? (desk.persons.length === 1 ? desk.persons[0]?.id : undefined);
  const accepted = desk.consents.some(({ purpose, value }) => purpose === 'terms' && value);
  if (personId === undefined || !accepted) return { needs: 'person' };
  Object.assign(who, { personId, persona: 'client' });
  return { personId };
}

/** Does what a client asks of a business, and makes them its client if they were not. */
export async function clientWork<T extends object>(scope: Scope, tenantId: string, work: (business: Business, clientId: string) => Promise<T>): Promise<T | Needs> {
  const buyer = whoBuys(scope);
  if ('needs' in buyer) return buyer;
  const { now, who, desk, voice } = scope;
  const { personId } = buyer;
  who.tenantId = tenantId;
  const known = desk.clients.find((client) => client.personId === personId && client.tenantId === tenantId)?.id;
  const acting = { now, actor: `client:${known ?? ''}`, role: 'client', channel: who.channel } as const;
  const { result } = await workIn(scope.db, tenantId, acting, { ...voice, now }, async (business) => {
    const clientId = known ?? (await findClient(business, { personId, phone: who.phone ?? undefined, source: who.channel })).clientId;
    return work({ ...business, actor: `client:${clientId}` }, clientId);
  });
  return result;
}
