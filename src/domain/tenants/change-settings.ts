import { z } from 'zod';
import type { Refused } from '../../scope.ts';
import { writeAudit } from '../operators/audit.ts';
import type { Business } from './business.ts';
import { goalsSchema, settingsOf, type Settings } from './settings.ts';

/** What an owner may set by a word: a value that is none is refused, where one that was kept long ago would be passed over. */
const changeSchema = z.strictObject({
  depositPct: z.int().min(0).max(100),
  capacityPerWeek: z.int().min(1).max(998).nullable(),
  workdays: z.array(z.int().min(1).max(7)).min(1),
  hours: z.object({ opens: z.string(), closes: z.string() }).nullable(),
  takesOrders: z.boolean(),
  refundPolicy: z.string().trim().min(10).max(50),
  town: z.string().trim().min(2).max(30),
  address: z.string().trim().min(2).max(80),
  phone: z.string().trim().min(6).max(30),
  reportEmail: z.email().max(80).nullable(),
  goals: goalsSchema,
  taxIds: z.object({ ifu: z.string().trim().regex(/^[\w ./-]{4,30}$/) }),
}).partial();
export type SettingsChange = z.input<typeof changeSchema>;

/** Numbers and days are kept with the audit; what may name a person only by what it is. */
const TOLD = new Set(['depositPct', 'capacityPerWeek', 'workdays', 'hours', 'takesOrders', 'goals']);

/** Changes what is said and leaves the rest, in one statement: two changes at once both hold. */
export async function changeSettings(business: Business, change: SettingsChange): Promise<{ settings: Settings } | Refused<'invalid'>> {
  const { db, id: tenantId, actor, channel, now, settings: before } = business;
  const parsed = changeSchema.safeParse(change);
  if (!parsed.success) return { refused: 'invalid' };

  const said = { ...parsed.data, ...(parsed.data.taxIds && { taxIds: { ...before.taxIds, ...parsed.data.taxIds } }) };
  const [row] = await db.$queryRaw<{ settings: unknown }[]>`UPDATE "Tenant" SET settings = settings || ${JSON.stringify(said)}::jsonb WHERE id = ${tenantId}::uuid RETURNING settings`;
  business.settings = settingsOf(row?.settings);
  await writeAudit(db, { tenantId, actor, action: 'settings.changed', entity: 'Tenant', entityId: tenantId, before: { ...told(before, said) }, after: { ...told(said, said), fields: Object.keys(said), channel }, at: now });
  return { settings: business.settings };
}

type Facts = Parameters<typeof writeAudit>[1]['after'] & object;
const told = (values: object, said: object): Facts => Object.fromEntries(Object.entries(values).filter(([name]) => name in said && TOLD.has(name)));
