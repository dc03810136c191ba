import { z } from 'zod';

/** What a business decides for itself. What it has not decided, or what an older version wrote otherwise, is as it usually is. */
const settingsSchema = z.looseObject({
  depositPct: z.int().min(0).max(100).catch(50),
  workdays: z.array(z.int().min(1).max(7)).catch([1, 2, 3, 4, 5, 6]),
  /** Points a week; null where nobody counts. */
  capacityPerWeek: z.int().min(1).nullable().catch(null),
});
export type Settings = z.output<typeof settingsSchema>;

export const settingsOf = (kept: unknown): Settings => settingsSchema.catch(settingsSchema.parse({})).parse(kept);
