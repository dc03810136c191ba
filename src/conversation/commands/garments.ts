import type { GarmentsCommands } from '../../../flows/tailoring/garments.ts';
import { addGarment } from '../../domain/catalogue/add-garment.ts';
import { archiveGarment } from '../../domain/catalogue/archive-garment.ts';
import { changeGarment } from '../../domain/catalogue/change-garment.ts';
import { garmentSchema, type Garment, type GarmentInput } from '../../domain/catalogue/garment.ts';
import { listGarments } from '../../domain/catalogue/list-garments.ts';
import { MEASURES, USUAL, type MeasureKey } from '../../domain/measures/measures.ts';
import { readAmount } from '../../domain/spoken/amount.ts';
import { plain } from '../../domain/spoken/plain.ts';
import { writeAudit } from '../../domain/operators/audit.ts';
import type { Business } from '../../domain/tenants/business.ts';
import type { Scope } from '../../scope.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';
import { titleOf } from './title-of.ts';
import { wordsFor } from './wording.ts';

/** « devis »: each one is quoted. */
const QUOTED = new Set(['devis', 'quote', 'sur devis']);
const SPELLINGS = new Map(Object.entries(MEASURES).flatMap(([key, { names }]) => names.map((name): [string, MeasureKey] => [name, key as MeasureKey])));
const BESIDE = new Set(['et', 'and', 'de', 'du', 'tour', 'la', 'le']);

export const garmentCommands: Handlers<GarmentsCommands> = {
  'garments.list': (scope) => staffWork(scope, 'settings.change', async (business) => {
    const garments = await listGarments(business);
    return { garments: [...garments.map(({ garmentId, name, ...garment }) => ({ id: garmentId, label: titleOf(name), hint: priceOf(scope, garment) })), { id: 'add' }] };
  }),
  'garment.see': (scope, { garmentId }) => staffWork(scope, 'settings.change', async (business) => {
    const garment = (await listGarments(business)).find((each) => each.garmentId === garmentId);
    if (garment === undefined) return { refused: 'unknown' };
    return { garmentId, name: garment.name, price: priceOf(scope, garment), days: garment.baseDays, measures: garment.measureKeys.map((key) => wordsFor(scope)(`measures.name.${key}`)).join(', ') || '-' };
  }),
  'garment.change': (scope, { garmentId, what, text }) => staffWork(scope, 'settings.change', async (business) => {
    const change = changeIn(what, text);
    if (change === undefined || !garmentSchema.partial().safeParse(change).success) return { refused: 'unread' };
    const changed = await changeGarment(business, garmentId, change);
    if (!('refused' in changed)) await note(business, 'garment.changed', garmentId, { what });
    return changed;
  }),
  'garment.archive': (scope, { garmentId }) => staffWork(scope, 'settings.change', async (business) => {
    const archived = await archiveGarment(business, garmentId);
    if (!('refused' in archived)) await note(business, 'garment.archived', garmentId, {});
    return archived;
  }),
  'garment.add': (scope, { name, price, days }) => staffWork(scope, 'settings.change', async (business) => {
    const priced = changeIn('price', price);
    const garment = { name, ...priced, baseDays: Number(days), points: 1, measureKeys: [...USUAL] };
    if (priced === undefined || !garmentSchema.safeParse(garment).success) return { refused: 'unread' };
    const added = await addGarment(business, garment as GarmentInput);
    if (!('refused' in added)) await note(business, 'garment.added', added.garmentId, { days: garment.baseDays });
    return added;
  }),
};

function changeIn(what: string, text: string): Partial<GarmentInput> | undefined {
  if (what === 'days') return { baseDays: Number(text) };
  if (what === 'measures') return measuresIn(text);
  const priceXof = QUOTED.has(plain(text)) ? null : readAmount(text);
  return priceXof === undefined ? undefined : { priceXof };
}

/** Every word is a measure, or none is taken. */
function measuresIn(text: string): Partial<GarmentInput> | undefined {
  const keys = plain(text).split(' ').filter((word) => !BESIDE.has(word)).map((word) => SPELLINGS.get(word));
  const known = keys.filter((key) => key !== undefined);
  return known.length === 0 || known.length < keys.length ? undefined : { measureKeys: known };
}

function priceOf(scope: Scope, { priceXof }: Pick<Garment, 'priceXof'>): string {
  const say = wordsFor(scope);
  return priceXof === null ? say('garments.quoted') : say('garments.costs', { price: priceXof });
}

const note = ({ db, id: tenantId, actor, now, channel }: Business, action: string, entityId: string, after: Record<string, string | number>) =>
  writeAudit(db, { tenantId, actor, action, entity: 'GarmentType', entityId, after: { ...after, channel }, at: now });
