import { dayAt, type Day } from '../calendar/day.ts';
import type { Business } from '../tenants/business.ts';
import { ALERT_KINDS, type AlertKind } from './alert-kinds.ts';

export type RuleState = { kind: AlertKind; state: 'on' | 'paused' | 'muted'; until: Day | undefined };

/** Every kind there is: on, unless the shop has said otherwise. */
export async function listRules({ db, now, timezone }: Business): Promise<RuleState[]> {
  const rows = await db.alertRule.findMany({ where: { variantId: null }, select: { kind: true, pausedAt: true, mutedUntil: true } });
  return ALERT_KINDS.map((kind) => {
    const row = rows.find((each) => each.kind === kind);
    const muted = row?.mutedUntil != null && row.mutedUntil > now ? row.mutedUntil : undefined;
    return { kind, state: row?.pausedAt != null ? 'paused' : muted === undefined ? 'on' : 'muted', until: muted && dayAt(muted, timezone) };
  });
}
