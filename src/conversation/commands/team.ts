import type { ChangePinCommands } from '../../../flows/opening/change-pin.ts';
import type { JoiningCommands } from '../../../flows/opening/joining.ts';
import type { TeamCommands } from '../../../flows/opening/team.ts';
import { lookUpPhone } from '../../domain/clients/look-up-phone.ts';
import { acceptTerms } from '../../domain/identity/accept-terms.ts';
import { choosePin } from '../../domain/identity/choose-pin.ts';
import { enrolPerson } from '../../domain/identity/enrol-person.ts';
import { prove } from '../../domain/identity/proof.ts';
import { plain } from '../../domain/spoken/plain.ts';
import { changePin, changeRights, declineInvitation, inviteMember, joinTeam, listTeam, removeMember } from '../../domain/tenants/team.ts';
import { languageOf, sayer } from '../../i18n.ts';
import { displayPhone } from '../../phone.ts';
import type { Scope } from '../../scope.ts';
import type { RIGHTS } from '../acts.ts';
import { workIn } from '../work-in.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';
import { titleOf } from './title-of.ts';

type Right = (typeof RIGHTS)[number];
/** As the screen numbers them. */
const NUMBERED: Record<string, Right> = { 1: 'ready', 2: 'money', 3: 'measures', 4: 'orders', 5: 'sales', 6: 'stock' };
const rightsIn = (typed: string): Right[] => Object.entries(NUMBERED).flatMap(([number, right]) => (typed.includes(number) ? [right] : []));

export const teamCommands: Handlers<TeamCommands & JoiningCommands & ChangePinCommands> = {
  'team.list': (scope) => staffWork(scope, 'team.look', async (business) => {
    const others = (await listTeam(business)).filter(({ role }) => role !== 'owner');
    return { members: [...others.map(({ memberId, name, status, permissions }) => ({ id: memberId, label: titleOf(name), hint: status === 'invited' ? wordsOf(scope)('team.waiting') : rightsInWords(scope, permissions) })), { id: 'invite' }] };
  }),
  'team.see': async (scope, { memberId }) => {
    const seen = await staffWork(scope, 'team.look', async (business) => (await listTeam(business)).find((each) => each.memberId === memberId) ?? { refused: 'unknown' });
    if ('needs' in seen || 'refused' in seen) return seen;
    const { name, personId, permissions, status } = seen;
    const own = await scope.db.contactPerson.findFirst({ where: { personId }, orderBy: { isDefault: 'desc' }, select: { contact: { select: { phone: true } } } });
    return { memberId, name, phone: own?.contact.phone == null ? '-' : displayPhone(own.contact.phone), rights: rightsInWords(scope, permissions), status: status === 'invited' ? wordsOf(scope)('team.waiting') : wordsOf(scope)('team.works') };
  },
  'team.invite': async (scope, { name, phone, rights }) => {
    const may = await staffWork(scope, 'team.change', async ({ id }) => ({ tenantId: id }));
    if ('needs' in may || 'refused' in may) return may;
    const known = await lookUpPhone(scope.db, may.tenantId, phone);
    if ('refused' in known) return known;
    // Who holds a phone is for them to say: it is one of them by name, or somebody more.
    const same = known.persons.find((person) => plain(person.name) === plain(name));
    const personId = same?.personId ?? (await enrolPerson(scope.db, { name, phone: known.phone, now: scope.now }));
    return staffWork(scope, 'team.change', async (business) => {
      const invited = await inviteMember(business, { personId, permissions: rightsIn(rights) });
      return 'refused' in invited ? invited : { name, rights: rightsInWords(scope, rightsIn(rights)) };
    });
  },
  'team.rights': (scope, { memberId, rights }) => staffWork(scope, 'team.change', (business) => changeRights(business, memberId, rightsIn(rights))),
  'team.remove': (scope, { memberId }) => staffWork(scope, 'team.change', (business) => removeMember(business, memberId)),

  'invitation.see': async (scope, { code }) => {
    const invitation = await invitationOf(scope, { code });
    if (invitation === null) return { refused: 'none' };
    return { memberId: invitation.id, business: invitation.tenant.name, rights: rightsInWords(scope, invitation.permissions) };
  },
  'invitation.decline': (scope, { memberId }) => asInvited(scope, memberId, (business) => declineInvitation(business, memberId)),
  'invitation.accept': async (scope, { memberId, pin, pinHash }) => {
    const invitation = await invitationOf(scope, { memberId });
    const joined = await asInvited(scope, memberId, (business) => joinTeam(business, memberId, { pin, pinHash }));
    if ('refused' in joined || invitation === null) return joined;
    const { who, desk, now } = scope;
    const { personId, tenantId, tenant: { name, code, capabilities, timezone } } = invitation;
    desk.members.push({ id: memberId, personId, tenantId, business: name, code, role: 'employee', capabilities, permissions: joined.permissions, timezone, smsUnicode: false, hasPin: true });
    Object.assign(who, { personId, tenantId, persona: 'employee' });
    prove(who, now);
    await acceptTerms(scope);
    return {};
  },

  'pin.begin': (scope) => staffWork(scope, 'pin.change', async () => ({})),
  'pin.choose': choosePin,
  'pin.change': (scope, pins) => staffWork(scope, 'pin.change', (business, { id }) => changePin(business, id, pins)),
};

/** The invitation of somebody on this phone: of the business named, else the only one. */
async function invitationOf({ db, desk }: Scope, { code = '', memberId }: { code?: string; memberId?: string }) {
  const rows = await db.member.findMany({
    where: { personId: { in: desk.persons.map(({ id }) => id) }, status: 'invited', tenant: { isActive: true, ...(code === '' ? {} : { code: code.toUpperCase() }) }, ...(memberId === undefined ? {} : { id: memberId }) },
    include: { tenant: true }, take: 2,
  });
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

type Work = Parameters<typeof workIn>[4];

/** What somebody does about their own invitation, while they are not of the business yet. */
async function asInvited<T extends object>(scope: Scope, memberId: string, work: (...args: Parameters<Work>) => Promise<T>) {
  const invitation = await invitationOf(scope, { memberId });
  if (invitation === null) return { refused: 'none' } as const;
  const acting = { now: scope.now, actor: `member:${memberId}`, role: 'staff', channel: scope.who.channel } as const;
  return (await workIn(scope.db, invitation.tenantId, acting, { ...scope.voice, now: scope.now }, work)).result;
}

const wordsOf = ({ voice, who }: Scope) => sayer(voice.texts, languageOf(who.language), who.channel);

function rightsInWords(scope: Scope, permissions: string[]): string {
  const say = wordsOf(scope);
  const words: Record<Right, string> = { ready: say('team.right.ready'), money: say('team.right.money'), measures: say('team.right.measures'), orders: say('team.right.orders'), sales: say('team.right.sales'), stock: say('team.right.stock') };
  return Object.values(NUMBERED).filter((right) => permissions.includes(right)).map((right) => words[right]).join(', ') || say('team.right.none');
}
