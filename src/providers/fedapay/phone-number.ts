import { parsePhoneNumberFromString as parse } from 'libphonenumber-js';
import { canonicalPhone } from '../../phone.ts';
import type { PaymentMode } from './modes.ts';

/** Their documents show both. */
export type PhoneStyle = 'local' | 'international';
export type PhoneNumber = { number: string; country?: string };

/** The number as they take it: digits, and the country in small letters. */
export function phoneNumberOf(phone: string, style: PhoneStyle, mode?: PaymentMode): PhoneNumber {
  const parsed = parse(canonicalPhone(phone, mode?.country) ?? '');
  const country = (parsed?.country ?? mode?.country)?.toLowerCase();
  return { number: numberOf(parsed, phone, style, mode), ...(country !== undefined && { country }) };
}

function numberOf(parsed: ReturnType<typeof parse>, phone: string, style: PhoneStyle, mode: PaymentMode | undefined): string {
  if (parsed === undefined) return phone.replace(/\D/g, '');
  if (mode?.withoutNew01 === true) return parsed.nationalNumber.replace(/^01(?=\d{8}$)/, '');
  return style === 'local' ? parsed.nationalNumber : parsed.number;
}
