export type PaymentStatus = 'created' | 'unknown' | 'pending' | 'approved' | 'declined' | 'canceled' | 'expired' | 'failed' | 'refunded' | 'undone';

/** What still may come in: one of these at a time for one purpose. */
export const LIVE: readonly PaymentStatus[] = ['created', 'unknown', 'pending'];

/** What each status may become. Money that was seen at the provider always wins: everything but what was settled may become approved. */
const NEXT: Record<PaymentStatus, readonly PaymentStatus[]> = {
  created: ['pending', 'unknown', 'failed', 'declined', 'canceled', 'expired', 'approved'],
  unknown: ['pending', 'failed', 'declined', 'canceled', 'expired', 'approved'],
  pending: ['declined', 'canceled', 'expired', 'failed', 'approved'],
  declined: ['approved'],
  canceled: ['approved'],
  expired: ['approved'],
  failed: ['approved'],
  approved: ['refunded', 'undone'],
  refunded: [],
  undone: [],
};

export const mayBecome = (status: PaymentStatus, to: PaymentStatus): boolean => NEXT[status].includes(to);

const STALL_MS = 20_000;

/** It was to be asked for, and so long after nobody has said that it was: there is nothing to confirm on any phone. */
export const hasStalled = ({ status, createdAt }: { status: string; createdAt: Date }, now: Date): boolean =>
  (status === 'created' || status === 'unknown') && now.getTime() - createdAt.getTime() > STALL_MS;
