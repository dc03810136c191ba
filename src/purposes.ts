import type { ChannelName } from './channels/channel.ts';

/** What a message is sent for decides how it may travel. One row a purpose; whoever writes to the outbox names it. */
export type Purpose = keyof typeof PURPOSES;

type Traits = {
  /** 0 answers, 1 news, 2 bulk: a lower lane is never held up by a higher one. */
  lane: 0 | 1 | 2;
  /** What the person must not have refused; null for what answers them. */
  consent: 'transactional' | 'reminder' | 'promo' | null;
  /** Waits for the morning; `unlessAllowed` where the business has said that it may leave at night. */
  atNight: 'leaves' | 'waits' | 'unlessAllowed';
  /** By SMS when WhatsApp does not carry it; `afterMs` also when nothing was delivered by then. */
  bySms: false | { afterMs?: number };
};

const MINUTE_MS = 60_000;

export const PURPOSES = {
  reply: { lane: 0, consent: null, atNight: 'leaves', bySms: {} },
  late: { lane: 0, consent: null, atNight: 'leaves', bySms: {} },
  human: { lane: 0, consent: null, atNight: 'leaves', bySms: {} },
  code: { lane: 0, consent: null, atNight: 'leaves', bySms: { afterMs: MINUTE_MS } },
  payment: { lane: 1, consent: 'transactional', atNight: 'leaves', bySms: { afterMs: MINUTE_MS } },
  order: { lane: 1, consent: 'transactional', atNight: 'unlessAllowed', bySms: { afterMs: MINUTE_MS } },
  alert: { lane: 1, consent: 'transactional', atNight: 'waits', bySms: { afterMs: MINUTE_MS } },
  reminder: { lane: 1, consent: 'reminder', atNight: 'waits', bySms: { afterMs: MINUTE_MS } },
  report: { lane: 2, consent: 'transactional', atNight: 'waits', bySms: {} },
  promo: { lane: 2, consent: 'promo', atNight: 'waits', bySms: false },
} as const satisfies Record<string, Traits>;

export const traitsOf = (purpose: Purpose): Traits => PURPOSES[purpose];

/** What this person has refused of which such a message is a part; undefined where they have not. */
export function refusalOf(purpose: Purpose, channel: ChannelName, refused: string[]): string | undefined {
  const asked = traitsOf(purpose).consent;
  if (asked === null) return undefined;
  return refused.includes(asked) ? asked : channel === 'sms' && refused.includes('sms') ? 'sms' : undefined;
}

/** What is said by SMS when WhatsApp has delivered nothing after so long. */
export const PATIENCE_MS: Record<string, number> = Object.fromEntries(
  Object.entries<Traits>(PURPOSES).flatMap(([purpose, { bySms }]) => (bySms === false || bySms.afterMs === undefined ? [] : [[purpose, bySms.afterMs]])),
);
