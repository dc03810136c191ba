import { z } from 'zod';
import { xof } from '../money/xof.ts';
import { MEASURES, type MeasureKey } from '../measures/measures.ts';

const measureKey = z.enum(Object.keys(MEASURES) as [MeasureKey, ...MeasureKey[]]);

/** What a workshop may say of what it sews. `priceXof` is null where each one is quoted. */
export const garmentSchema = z.object({
  name: z.string().trim().min(3).max(40),
  baseDays: z.int().min(1).max(365),
  priceXof: z.int().positive().max(100_000_000).nullable(),
  points: z.int().min(1).max(100),
  measureKeys: z.array(measureKey).transform((keys) => [...new Set(keys)]),
});
export type GarmentInput = z.input<typeof garmentSchema>;

export type Garment = z.output<typeof garmentSchema> & { garmentId: string; changedAt: Date };

type Row = { id: string; name: string; baseDays: number; priceXof: bigint | null; points: number; measureKeys: string[]; changedAt: Date };

/** As it is kept; what is not measured any more is passed over. */
export const garmentOf = ({ id, name, baseDays, priceXof, points, measureKeys, changedAt }: Row): Garment => ({
  garmentId: id, name, baseDays, priceXof: priceXof === null ? null : xof(priceXof), points, measureKeys: measureKeys.flatMap((key) => measureKey.safeParse(key).data ?? []), changedAt,
});
/** How it is written. */
export const rowOf = ({ priceXof, ...rest }: z.output<typeof garmentSchema>) => ({ ...rest, priceXof: priceXof === null ? null : BigInt(priceXof) });
