import { mean, standardDeviation } from './spread.ts';

export type LeadTime = { days: number; sdDays: number };

const RECEIPTS_TO_TRUST = 5;
/** Of the mean: how much a supplier varies of whom little is known. */
const UNKNOWN_SPREAD = 0.3;

/** How long a supplier takes and how far that varies, from the days that his last deliveries took, or from what he says where none has come. */
export function leadTime(took: readonly number[], statedDays: number): LeadTime {
  const days = took.length === 0 ? statedDays : mean(took);
  const seen = standardDeviation(took);
  return { days, sdDays: took.length < RECEIPTS_TO_TRUST ? Math.max(seen, UNKNOWN_SPREAD * days) : seen };
}
