/** What can be measured, how people call it, and what a human body allows, in millimetres. `like` is what many have. */
type Measure = { names: readonly string[]; min: number; max: number; like: number };

export const MEASURES = {
  shoulder: { names: ['ep', 'epaule', 'epaules', 'sh', 'shoulder', 'shoulders'], min: 200, max: 700, like: 450 },
  chest: { names: ['po', 'poitrine', 'tp', 'ch', 'chest', 'bust'], min: 400, max: 1_800, like: 980 },
  waist: { names: ['ta', 'taille', 'tt', 'wa', 'waist'], min: 350, max: 1_800, like: 800 },
  hips: { names: ['ha', 'hanche', 'hanches', 'bassin', 'ba', 'hi', 'hip', 'hips'], min: 400, max: 1_900, like: 1_020 },
  length: { names: ['lo', 'long', 'longueur', 'length'], min: 200, max: 1_800, like: 1_400 },
  sleeve: { names: ['ma', 'manche', 'manches', 'sl', 'sleeve', 'sleeves'], min: 100, max: 900, like: 600 },
  neck: { names: ['co', 'cou', 'col', 'ne', 'neck', 'collar'], min: 200, max: 650, like: 400 },
  thigh: { names: ['cu', 'cuisse', 'cuisses', 'th', 'thigh'], min: 250, max: 1_000, like: 600 },
  wrist: { names: ['poignet', 'poignets', 'wr', 'wrist'], min: 100, max: 350, like: 180 },
  trousers: { names: ['pa', 'pantalon', 'entrejambe', 'tr', 'trousers'], min: 200, max: 1_300, like: 1_000 },
} as const satisfies Record<string, Measure>;

export type MeasureKey = keyof typeof MEASURES;
/** Millimetres. */
export type Values = Partial<Record<MeasureKey, number>>;

export const isMeasure = (key: string): key is MeasureKey => Object.hasOwn(MEASURES, key);
/** In this order they are asked and told, however the database keeps them. */
export const KEYS: readonly MeasureKey[] = Object.keys(MEASURES).filter(isMeasure);

/** What a garment needs when nothing else was said, in the order in which it is asked. */
export const USUAL: readonly MeasureKey[] = ['shoulder', 'chest', 'waist', 'hips', 'length', 'sleeve', 'neck'];

/** Further from the last time than this, it is asked again. */
const CHANGE_MAX = 0.15;

export type Doubt = { key: MeasureKey; value: number; before?: number };

/** Measures that no body has, or that changed too much since the last time: asked again, kept if they say so. */
export function doubtsIn(values: Values, before: Values): Doubt[] {
  return entriesOf(values).flatMap(([key, value]) => {
    const { min, max } = MEASURES[key];
    const last = before[key];
    if (value < min || value > max) return [{ key, value }];
    return last !== undefined && Math.abs(value - last) > last * CHANGE_MAX ? [{ key, value, before: last }] : [];
  });
}

export const entriesOf = (values: Values): [MeasureKey, number][] => Object.entries(values).filter((entry): entry is [MeasureKey, number] => isMeasure(entry[0]));
