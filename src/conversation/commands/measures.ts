import type { Choice } from '../../../flows/flow.ts';
import type { DictationCommands, Measured } from '../../../flows/tailoring/dictation.ts';
import type { MeasuresCommands } from '../../../flows/tailoring/measures.ts';
import type { TailoredOrderCommands } from '../../../flows/tailoring/tailored-order.ts';
import { findProfiles, type Profile } from '../../domain/measures/find-profiles.ts';
import { labelOf, OWN, ownName, sameLabel } from '../../domain/measures/label-of.ts';
import { countVersions, listVersions } from '../../domain/measures/list-versions.ts';
import { workshopsAmong } from '../../domain/tenants/find-workshop.ts';
import type { Refused, Scope } from '../../scope.ts';
import { may } from '../acts.ts';
import { clientWork, whoBuys } from './client-work.ts';
import type { Handlers, Needs } from './handlers.ts';
import { inFull, LABEL_CHARS, listed } from './measure-words.ts';
import { measuredWork } from './measured-work.ts';
import type { Member } from './staff-work.ts';
import { wordsFor } from './wording.ts';

/** With the row that leads on they fit two SMS. */
const ROWS = 6;

type OwnCommands = Omit<MeasuresCommands, keyof DictationCommands> & Pick<TailoredOrderCommands, 'measures.ways'>;

export const measuresCommands: Handlers<OwnCommands> = {
  'measures.people': async (scope, of) => {
    const shop = of.clientId === '' ? await shopOf(scope, of.tenantId) : { tenantId: of.tenantId };
    if (!('tenantId' in shop)) return shop;
    return measuredWork(scope, { ...of, tenantId: shop.tenantId }, 'client.look', async (business, clientId, member) => {
      const others = (await findProfiles(business, clientId)).filter(({ label }) => label !== OWN);
      const own: Choice = member === undefined ? { id: 'own' } : { id: 'own', label: (await ownName(business, clientId)).slice(0, LABEL_CHARS).trim() };
      const people = [own, ...others.map(({ label }) => ({ id: label, label: label.slice(0, LABEL_CHARS) })), ...(takes(member) ? [{ id: 'another' }] : [])];
      return { channel: scope.who.channel, tenantId: business.id, business: business.name, people };
    });
  },

  'measures.see': (scope, { whose, ...of }) => measuredWork(scope, of, 'client.look', async (business, clientId, member) => {
    const label = await labelOf(business, clientId, whose);
    const profile = (await findProfiles(business, clientId)).find((each) => sameLabel(each.label, label));
    const last = profile?.last;
    return {
      name: label === OWN ? await ownName(business, clientId) : whose, measured: last === undefined ? 'no' : 'yes', taken: listed(last?.values ?? {}, scope), takenOn: last === undefined ? '' : inFull(last.takenOn),
      ways: [...(takes(member) ? TAKING : []), ...(member !== undefined && profile !== undefined && (await countVersions(business, profile.profileId)) > 1 ? [HISTORY] : [])], profileId: profile?.profileId ?? '',
    };
  }),

  'measures.history': (scope, { profileId, after, ...of }) => measuredWork(scope, of, 'client.look', async (business) => {
    const { rows, next = '' } = await listVersions(business, profileId, { after, limit: ROWS });
    const client = wordsFor(scope)('measures.byClient');
    const versions = rows.map(({ id, values, takenOn, by, byClient }) => ({ id, taken: listed(values, scope), takenOn: inFull(takenOn), by: byClient ? client : by || business.name }));
    const list: Choice[] = versions.map(({ id, takenOn, by }) => ({ id, label: `${takenOn} ${by}`.slice(0, ROW_CHARS).trim() }));
    return { versions, list: next === '' ? list : [...list, { id: 'next' }], next };
  }),

  'measures.ways': (scope, { tenantId }) => clientWork(scope, tenantId, async (business, clientId) => {
    const profiles = await findProfiles(business, clientId);
    const mine = profiles.find(({ label }) => label === OWN)?.last;
    const others = profiles.filter(({ label, last }) => last !== undefined && label !== OWN);
    return {
      ways: waysOf(mine !== undefined, others), measured: mine === undefined ? 'no' : 'yes', kept: mine?.versionId ?? '',
      taken: listed(mine?.values ?? {}, scope), takenOn: mine === undefined ? '' : inFull(mine.takenOn),
    };
  }),
};

/** The most that a row to tap shows. */
const ROW_CHARS = 24;
const TAKING: Choice[] = [{ id: 'dictate', key: '1' }, { id: 'fix', key: '2' }];
const HISTORY: Choice = { id: 'history', key: '3' };

/** Clients take their own. */
const takes = (member: Member | undefined): boolean => member === undefined || may(member, 'client.measure');

/** Where a client means: each workshop keeps its own. */
async function shopOf(scope: Scope, tenantId: string): Promise<Pick<Measured, 'tenantId'> | Needs | (Refused<'none' | 'several'> & { shops?: Choice[] })> {
  const buyer = whoBuys(scope);
  if ('needs' in buyer) return buyer;
  const known = scope.desk.clients.filter(({ personId }) => personId === buyer.personId).map((each) => each.tenantId);
  const shops = known.length === 0 ? [] : await workshopsAmong(scope.db, known);
  const shop = shops.find((each) => each.tenantId === tenantId) ?? (shops.length === 1 ? shops[0] : undefined);
  if (shop !== undefined) return { tenantId: shop.tenantId };
  return shops.length === 0 ? { refused: 'none' } : { refused: 'several', shops: shops.map((each) => ({ id: each.tenantId, label: each.name })) };
}

/** Keys are the printed ones while nobody else of theirs is measured. On a screen of numbers one more costs nothing; elsewhere who it is for is in the list of measures. */
function waysOf(isMeasured: boolean, others: Profile[]): Choice[] {
  const keyed = (id: string, key: string): Choice => (others.length > 0 ? { id } : { id, key });
  const theirs = others.flatMap(({ label, last }) => (last === undefined ? [] : [{ id: last.versionId, label: `${label.slice(0, LABEL_CHARS)}, ${inFull(last.takenOn)}` }]));
  return [...(isMeasured ? [keyed('keep', '1')] : []), ...theirs, keyed('dictate', '2'), keyed('visit', '3'), keyed('another', '4')];
}
