import type { Desk, Talk } from '../db/desk.ts';

/** One way of being somebody on this phone: client here, owner there. */
export type Profile = { id: string; personId: string; tenantId: string | null; persona: Persona; name: string; business: string; code: string };
export type Persona = 'client' | 'owner' | 'manager' | 'employee' | 'affiliate' | 'agent';

export const STAFF: ReadonlySet<string> = new Set<Persona>(['owner', 'manager', 'employee', 'agent']);

const WORKSHOP = ['tailoring', 'beauty'];

export function profilesOf(desk: Pick<Desk, 'persons' | 'members' | 'clients' | 'affiliates'>): Profile[] {
  return desk.persons.flatMap((person) => {
    const staff = desk.members.filter(({ personId }) => personId === person.id).map((member) => profile(personaOf(member), member.tenantId, member.business, member.code));
    const selling = desk.affiliates.filter(({ personId }) => personId === person.id).map(({ code }) => profile('affiliate', null, '', code));
    const known = desk.clients.filter(({ personId }) => personId === person.id);
    const buying = known.length > 0 || staff.length + selling.length === 0 ? [profile('client', known.length === 1 ? (known[0]?.tenantId ?? null) : null, '', '')] : [];
    return [...buying, ...staff, ...selling];

    function profile(persona: Persona, tenantId: string | null, business: string, code: string): Profile {
      const place = persona === 'client' ? '' : (tenantId ?? '');
      return { id: `${persona}:${person.id}:${place}`, personId: person.id, tenantId, persona, name: person.name, business, code };
    }
  });
}

function personaOf({ role, capabilities }: Desk['members'][number]): Persona {
  if (role === 'employee' || role === 'viewer') return 'employee';
  if (capabilities.includes('studio')) return 'agent';
  return WORKSHOP.some((capability) => capabilities.includes(capability)) ? 'owner' : 'manager';
}

/** The profile of the conversation as it stands, else the only one there is. */
export function currentProfile(profiles: Profile[], talk: Pick<Talk, 'personId' | 'tenantId' | 'persona'> | null): Profile | undefined {
  const same = profiles.find(({ personId, tenantId, persona }) => personId === talk?.personId && persona === talk.persona && (persona === 'client' || tenantId === talk.tenantId));
  return same ?? (profiles.length === 1 ? profiles[0] : undefined);
}
