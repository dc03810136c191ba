import type { Outlook } from './supply-outlook.ts';

/** What a shop may be warned of: the first two at the movement itself, the others by the look of the day. */
export const ALERT_KINDS = ['rupture', 'low', 'service', 'overstock', 'dormant', 'expiring'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
/** The worst first: only the worst that has just begun is told. */
export const SHELF_KINDS = ['rupture', 'low'] as const;
export type ShelfKind = (typeof SHELF_KINDS)[number];

export type Severity = 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';

/** An empty shelf of what earns most is critical; what will be empty before half of a delivery's time is nearly as bad. */
export function severityOf(kind: AlertKind, outlook: Pick<Outlook, 'rank' | 'coverage' | 'lead'> | undefined): Severity {
  if (kind === 'rupture') return outlook?.rank === 'A' ? 'CRITICAL' : 'HIGH';
  if (kind === 'low') return outlook?.coverage !== undefined && outlook.coverage < outlook.lead.days / 2 ? 'HIGH' : 'MEDIUM';
  return kind === 'service' ? 'MEDIUM' : 'LOW';
}
