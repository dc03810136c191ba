import type { DictationCommands, Doubt as ShownDoubt } from '../../../flows/tailoring/dictation.ts';
import { listGarments } from '../../domain/catalogue/list-garments.ts';
import { findProfiles } from '../../domain/measures/find-profiles.ts';
import { labelOf, sameLabel } from '../../domain/measures/label-of.ts';
import { doubtsIn, entriesOf, KEYS, MEASURES, USUAL, type Doubt, type MeasureKey, type Values } from '../../domain/measures/measures.ts';
import { readMeasures } from '../../domain/measures/read-measures.ts';
import { saveMeasures } from '../../domain/measures/save-measures.ts';
import type { Business } from '../../domain/tenants/business.ts';
import type { Say } from '../../i18n.ts';
import type { Scope } from '../../scope.ts';
import type { Handlers } from './handlers.ts';
import { centimetres, listed } from './measure-words.ts';
import { measuredWork } from './measured-work.ts';
import { wordsFor } from './wording.ts';

export const dictationCommands: Handlers<DictationCommands> = {
  'measures.ask': (scope, { garmentId, ...of }) => measuredWork(scope, of, 'client.measure', async (business) => pageAt(0, await keysOf(business, garmentId), scope)),

  'measures.read': (scope, { garmentId, whose, typed, page, draft, sure, ...of }) => measuredWork(scope, of, 'client.measure', async (business, clientId) => {
    const keys = await keysOf(business, garmentId);
    const pages = pagesOf(keys, scope);
    const read = readMeasures(typed, pages[page] ?? []);
    const skips = /(^|[\s,;])[x?-]([\s,;]|$)/i.test(typed);
    if (read.unread.length > 0 || (entriesOf(read.values).length === 0 && !read.same && !skips)) return { refused: 'unread' };
    const before = await lastOf(business, clientId, whose);
    const said: Values = { ...draft, ...read.values };
    const next = page + 1;
    const complete = read.same || next >= pages.length || keys.every((key) => key in said);
    // Who names some has not lost the others.
    const values: Values = { ...before, ...said };
    const doubts = doubtsIn(said, before).sort((one, other) => KEYS.indexOf(one.key) - KEYS.indexOf(other.key)).map((doubt) => doubtShown(doubt, wordsFor(scope))).filter(({ key, cm }) => !sure.includes(`${key} ${cm}`));
    return { ...pageAt(complete ? pages.length : next, keys, scope), draft: said, same: true, complete, doubts, taken: listed(values, scope) };
  }),

  'measures.save': (scope, { whose, draft, same, ...of }) => measuredWork(scope, of, 'client.measure', async (business, clientId) => {
    const label = await labelOf(business, clientId, whose);
    // What is odd was asked again before.
    const saved = await saveMeasures(business, { clientId, label, values: draft, same, sure: true, source: of.clientId === '' ? 'dictated' : 'tape' });
    if ('versionId' in saved) return { measureId: saved.versionId, taken: listed(saved.values, scope) };
    return { refused: 'refused' in saved ? saved.refused : 'doubtful' };
  }),
};

/** So many measures are asked at once where a screen is small. */
const PAGE_KEYS = 4;

async function keysOf(business: Business, garmentId: string): Promise<readonly MeasureKey[]> {
  const garment = garmentId === '' ? undefined : (await listGarments(business)).find((each) => each.garmentId === garmentId);
  return garment === undefined || garment.measureKeys.length === 0 ? USUAL : garment.measureKeys;
}

const pagesOf = (keys: readonly MeasureKey[], { who }: Scope): MeasureKey[][] =>
  who.channel === 'ussd' ? Array.from({ length: Math.ceil(keys.length / PAGE_KEYS) }, (_, at) => keys.slice(at * PAGE_KEYS, (at + 1) * PAGE_KEYS)) : [[...keys]];

/** What is asked on a page: the names in their order, and an answer to copy. Where screens are small only numbers are typed. */
function pageAt(page: number, keys: readonly MeasureKey[], scope: Scope) {
  const say = wordsFor(scope);
  const small = scope.who.channel === 'ussd';
  const pages = pagesOf(keys, scope);
  const asked = pages[page] ?? [];
  const example = asked.map((key) => `${small ? '' : say(`measures.short.${key}`)}${centimetres(MEASURES[key].like)}`).join(' ');
  return { page, pages: pages.length, asks: asked.map((key) => say(`measures.name.${key}`)).join(small ? ' ' : ', '), example };
}

async function lastOf(business: Business, clientId: string, whose: string): Promise<Values> {
  const label = await labelOf(business, clientId, whose);
  return (await findProfiles(business, clientId)).find((each) => sameLabel(each.label, label))?.last?.values ?? {};
}

const doubtShown = ({ key, value, before }: Doubt, say: Say): ShownDoubt =>
  ({ key, name: say(`measures.name.${key}`), cm: centimetres(value), before: before === undefined ? '' : centimetres(before), was: before === undefined ? 'odd' : 'known' });
