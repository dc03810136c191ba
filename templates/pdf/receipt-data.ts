import type { Language } from '../../src/i18n.ts';
import type { Letterhead } from './letterhead.ts';

export type ReceiptMethod = 'cash' | 'declared' | 'credit' | 'momo_mtn' | 'momo_moov' | 'momo' | 'wave' | 'orange_money' | 'card' | 'online';

export interface ReceiptLine {
  description: string;
  qty: number;
  unitXof: number;
  lineXof: number;
}

export interface ReceiptData {
  language: Language;
  business: Letterhead;
  receiptNumber: string;
  orderNumber: string;
  clientName: string;
  lines: readonly ReceiptLine[];
  totalXof: number;
  paidNowXof: number;
  method: ReceiptMethod;
  paidBeforeXof: number;
  /** Below nought where more was paid than was asked. */
  remainingXof: number;
  /** What it says was a mistake. */
  isVoid: boolean;
  at: Date;
  timezone: string;
}
