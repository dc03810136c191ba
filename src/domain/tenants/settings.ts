import { z } from 'zod';
import { STAGES } from '../orders/stage-names.ts';

const words = z.string().trim().min(1).max(80).optional().catch(undefined);
const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

const percent = z.int().min(1).max(100);
export const goalsSchema = z.object({ turnover: z.int().min(1), margin: percent, service: percent, stockOuts: z.int().min(0).max(999) }).partial();
export type Goals = z.output<typeof goalsSchema>;

/** What a business decides for itself. What it has not decided, or what an older version wrote otherwise, is as it usually is. */
const settingsSchema = z.looseObject({
  depositPct: z.int().min(0).max(100).catch(50),
  workdays: z.array(z.int().min(1).max(7)).catch([1, 2, 3, 4, 5, 6]),
  hours: z.object({ opens: time, closes: time }).nullable().catch(null),
  /** Points a week; null where nobody counts. */
  capacityPerWeek: z.int().min(1).nullable().catch(null),
  /** Stages of the work on each order, in their order. */
  stages: z.array(z.enum(STAGES)).min(1).catch(['cut', 'sew', 'finish', 'check']),
  /** Handed over with more than this unpaid, it is asked who says so. */
  forceAboveXof: z.int().min(0).catch(10_000),
  /** Above this, on a phone that several share, who says yes to a price says who they are. */
  askWhoAboveXof: z.int().min(0).catch(20_000),
  /** Writes in letters that SMS has no cheap alphabet for. */
  smsUnicode: z.boolean().catch(false),
  /** Whether clients may place new orders; those under way go on. */
  takesOrders: z.boolean().catch(true),
  /** Whether what the shelf has not may be sold all the same: the count is behind. */
  sellsBelowZero: z.boolean().catch(false),
  /** What its clients are shown before they ask for money back. */
  refundPolicy: words,
  /** So much taken in the hand at once is noted by nobody but a proven member. */
  pinAboveXof: z.int().min(0).catch(50_000),
  town: words,
  address: words,
  /** As its papers give it, however it is written. */
  phone: words,
  /** Where the synthesis of each month is sent, too. */
  reportEmail: z.email().max(80).nullable().catch(null),
  /** What a shop wants to reach each month: francs, per cent, or a number at most. */
  goals: goalsSchema.catch({}),
  taxIds: z.object({ ifu: words, rccm: words, ninea: words }).catch({}),
});
export type Settings = z.output<typeof settingsSchema>;

export const settingsOf = (kept: unknown): Settings => settingsSchema.catch(settingsSchema.parse({})).parse(kept);
