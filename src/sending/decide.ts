import type { Parcel } from '../db/outbox.ts';
import type { Facts } from '../db/sending-facts.ts';
import { refusalOf, traitsOf } from '../purposes.ts';
import type { LineState } from './line.ts';
import { hasTemplate } from './payload.ts';
import { morning } from './quiet-hours.ts';

/** How a message leaves now, or why it does not. */
export type Plan =
  | { do: 'send'; as: 'message' | 'template' }
  /** `passable`: others of the person may leave meanwhile. */
  | { do: 'wait'; until: Date; why: string; passable?: boolean }
  /** `until`: where there is no other way it waits, instead of failing. */
  | { do: 'instead'; why: string; until?: Date }
  | { do: 'withdraw'; why: string };

export type Case = { parcel: Parcel; facts: Facts; line: LineState; now: Date };

/** Somebody who waits for an answer on a line that carries nothing gets it another way after this long. */
const PATIENCE_MS = 60_000;
/** Of a template in one of these states Meta takes nothing. One that we know nothing of is tried. */
const UNUSABLE = new Set(['MISSING', 'PAUSED', 'DISABLED', 'REJECTED', 'PENDING', 'IN_APPEAL', 'PENDING_DELETION', 'DELETED', 'ARCHIVED', 'LOCKED', 'LIMIT_EXCEEDED']);

type Step = (sent: Case) => Plan | undefined;

const worthIt: Step = ({ parcel: { validUntil }, now }) => (validUntil !== null && validUntil <= now ? { do: 'withdraw', why: 'too late' } : undefined);

const consent: Step = ({ parcel: { purpose, channel }, facts: { refused } }) => {
  const no = refusalOf(purpose, channel, refused);
  return no === undefined ? undefined : { do: 'withdraw', why: `refused: ${no}` };
};

const quietHours: Step = ({ parcel: { purpose, tenantId }, facts: { timezone, nightOrders }, now }) => {
  const { atNight } = traitsOf(purpose);
  if (atNight === 'leaves' || (atNight === 'unlessAllowed' && tenantId !== null && nightOrders)) return undefined;
  const until = morning(now, timezone ?? 'UTC');
  return until === undefined ? undefined : { do: 'wait', until, why: 'night', passable: true };
};

const line: Step = ({ parcel, line: { heldUntil, bulkHeldUntil, stopped }, now }) => {
  const bulk = traitsOf(parcel.purpose).lane === 2;
  if (bulk && bulkHeldUntil > now) return { do: 'wait', until: bulkHeldUntil, why: 'bulk is held' };
  if (heldUntil <= now) return undefined;
  const patient = now.getTime() - parcel.createdAt.getTime() < PATIENCE_MS;
  return stopped && !patient && !bulk ? { do: 'instead', why: 'the line is stopped', until: heldUntil } : { do: 'wait', until: heldUntil, why: 'the line is held' };
};

const window: Step = ({ parcel: { channel, payload, purpose }, facts: { windowExpiresAt, templateStatus }, now }) => {
  // A reply answers somebody who has just written; should it be late all the same, the network says so.
  const open = purpose === 'reply' || (windowExpiresAt !== null && windowExpiresAt > now);
  if (channel !== 'whatsapp' || open) return { do: 'send', as: 'message' };
  if (!hasTemplate(payload)) return { do: 'instead', why: 'outside the window' };
  return UNUSABLE.has(templateStatus ?? '') ? { do: 'instead', why: `template ${templateStatus ?? ''}` } : { do: 'send', as: 'template' };
};

const STEPS: Step[] = [worthIt, consent, quietHours, line, window];

/** The first step that has an opinion decides. The rate is not decided here: it is waited for. */
export function decide(sent: Case): Plan {
  for (const step of STEPS) {
    const plan = step(sent);
    if (plan !== undefined) return plan;
  }
  return { do: 'send', as: 'message' };
}
