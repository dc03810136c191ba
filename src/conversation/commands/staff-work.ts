import type { Desk } from '../../db/desk.ts';
import { provenAt } from '../../domain/identity/proof.ts';
import type { Acting, Business } from '../../domain/tenants/business.ts';
import type { Refused, Scope } from '../../scope.ts';
import { may, ruleOf, type Act } from '../acts.ts';
import { profilesOf, STAFF, type Profile } from '../profiles.ts';
import { workIn, type Worked } from '../work-in.ts';
import type { Needs } from './handlers.ts';

export type Member = Desk['members'][number];
type Done<T> = T & Omit<Worked<T>, 'result'>;

/** A proof of the PIN lasts so long, on the channel where it was given. */
const PROOF_MS = 15 * 60_000;

/** Does an act of staff in their business: once it is known who they are, that they may, and where it is asked, that it is them. */
export async function staffWork<T extends object>(scope: Scope, act: Act, work: (business: Business, member: Member) => Promise<T>): Promise<Done<T> | Needs | Refused<'right'>> {
  const allowed = whoMay(scope, act);
  if (!('member' in allowed)) return allowed;
  const { member, acting } = allowed;
  const { result, ...told } = await workIn(scope.db, member.tenantId, acting, { ...scope.voice, now: scope.now }, (business) => work(business, member));
  return { ...result, ...told };
}

/** The member who may do an act, as the work of their business knows them: for what lies partly outside its walls, as who holds a phone. */
export function whoMay(scope: Scope, act: Act): { member: Member; acting: Acting } | Needs | Refused<'right'> {
  const member = whoActs(scope);
  if (member === undefined) return { needs: 'business' };
  if (!may(member, act)) return { refused: 'right' };
  // Whoever shares a phone may write on it, and whoever is lent one may dial: on USSD a line opens no screen that would have asked.
  const lent = scope.desk.persons.length > 1 || scope.who.channel === 'ussd';
  if (member.hasPin && (lent || ruleOf(act).pin.includes(scope.who.channel)) && !isProven(scope)) return { needs: 'pin' };

  return { member, acting: { now: scope.now, actor: `member:${member.id}`, role: member.role === 'owner' ? 'owner' : 'staff', channel: scope.who.channel } };
}

export function isProven({ who, now }: Scope): boolean {
  const at = provenAt(who);
  return at !== null && now.getTime() - Date.parse(at) < PROOF_MS;
}

/** The member that this person is: as they are now, else for the business that is spoken of, else the only one. They stay it for what follows. */
function whoActs({ desk, who }: Scope): Member | undefined {
  const staff = profilesOf(desk).filter(({ persona }) => STAFF.has(persona));
  const profile = staff.find((each) => each.tenantId === who.tenantId && each.personId === who.personId) ?? only(staff.filter(({ tenantId }) => tenantId === who.tenantId)) ?? only(staff);
  if (profile === undefined) return undefined;
  const { personId, tenantId, persona } = profile;
  Object.assign(who, { personId, tenantId, persona });
  return desk.members.find((member) => member.personId === personId && member.tenantId === tenantId);
}

const only = (profiles: Profile[]): Profile | undefined => (profiles.length === 1 ? profiles[0] : undefined);
