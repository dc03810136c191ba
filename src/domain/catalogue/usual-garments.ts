import { USUAL, type MeasureKey } from '../measures/measures.ts';
import type { Business } from '../tenants/business.ts';

type Usual = { baseDays: number; points: number; measureKeys: readonly MeasureKey[] };

const USUAL_GARMENTS = {
  boubou: { baseDays: 7, points: 1, measureKeys: ['shoulder', 'chest', 'length', 'sleeve', 'neck'] },
  dress: { baseDays: 7, points: 1, measureKeys: USUAL },
  shirt: { baseDays: 5, points: 1, measureKeys: ['shoulder', 'chest', 'length', 'sleeve', 'neck', 'wrist'] },
  trousers: { baseDays: 5, points: 1, measureKeys: ['waist', 'hips', 'thigh', 'trousers'] },
  set: { baseDays: 10, points: 2, measureKeys: [...USUAL, 'thigh', 'trousers'] },
  child: { baseDays: 5, points: 1, measureKeys: ['shoulder', 'chest', 'waist', 'length', 'sleeve'] },
  alteration: { baseDays: 2, points: 1, measureKeys: [] },
} as const satisfies Record<string, Usual>;

export type UsualGarment = keyof typeof USUAL_GARMENTS;

/** What a new workshop begins with, called as its language calls it and without prices. Told twice, nothing is doubled or set back. */
export async function addUsualGarments({ db, id: tenantId, now }: Business, names: Record<UsualGarment, string>): Promise<{ added: number }> {
  const data = Object.entries(USUAL_GARMENTS).map(([key, { baseDays, points, measureKeys }], at) => ({
    tenantId, name: names[key as UsualGarment], baseDays, points, measureKeys: [...measureKeys], position: at + 1, changedAt: now,
  }));
  const { count } = await db.garmentType.createMany({ data, skipDuplicates: true });
  return { added: count };
}
