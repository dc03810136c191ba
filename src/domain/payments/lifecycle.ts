export type PaymentStatus = 'created' | 'unknown' | 'pending' | 'approved' | 'declined' | 'canceled' | 'expired' | 'failed' | 'refunded';

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
  approved: ['refunded'],
  refunded: [],
};

export const mayBecome = (status: PaymentStatus, to: PaymentStatus): boolean => NEXT[status].includes(to);
