import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString as parse } from 'libphonenumber-js';

const SEPARATORS = /[\s().\-‐‑‒–—/\p{Cf}]/gu;
const INTERNATIONAL = /^[1-9]\d{6,14}$/;
/** With a country to fall back on, fewer digits than this are a local number typed wrong, not a foreign one. */
const FOREIGN_DIGITS_MIN = 10;

/** One person, several spellings: old and new numbering plans, and the ids WhatsApp keeps from before them. */
const SAME_PERSON: [RegExp, string][] = [
  [/^229(\d{8})$/, '22901$1'], // Benin: `01` in front of every number since 30 November 2024
  [/^521(\d{10})$/, '52$1'], // Mexico: the mobile 1 has gone, WhatsApp ids keep it
  [/^549(\d{10})$/, '54$1'], // Argentina: the mobile 9 comes and goes; without it an SMS arrives too
  [/^55([1-9]{2})([6-9]\d{7})$/, '55$19$2'], // Brazil: ninth digit of mobiles
];
/** Numbers of eight digits the library takes for a mistake. Those of Ivory Coast cannot be brought up to date: the prefix depends on the operator. */
const EIGHT_DIGIT_PLANS = ['BJ', 'CI'];

/**
 * The E.164 form that stands for a person, whatever spelling arrived; undefined for names, short codes and junk.
 * For matching only: answer to the address as received. The library's isValid never gates (test numbers and old numbers fail it).
 */
export function canonicalPhone(raw: string, defaultCountry?: string): string | undefined {
  const typed = raw.normalize('NFKC').replace(SEPARATORS, '');
  if (!/^\+?\d{7,17}$/.test(typed)) return undefined;
  const digits = internationalDigits(typed, defaultCountry?.toUpperCase());
  if (digits === undefined || !INTERNATIONAL.test(digits)) return undefined;
  const canonical = settled(digits);
  return INTERNATIONAL.test(canonical) ? `+${canonical}` : undefined;
}

/** The country of a number, 'BJ' or 'SN'; undefined when the calling code is shared and the rest does not tell. */
export function countryOf(phone: string): string | undefined {
  return parse(canonicalPhone(phone) ?? '')?.country;
}

/** For people to read: the national form, or the international one when the reader's country is known and is another. */
export function displayPhone(phone: string, readerCountry?: string): string {
  const parsed = parse(phone);
  if (!parsed?.isValid()) return phone;
  const abroad = readerCountry !== undefined && parsed.country !== readerCountry;
  return abroad ? parsed.formatInternational() : parsed.formatNational();
}

/** For logs: the calling code and the last two digits. */
export function maskPhone(phone: string): string {
  const digits = canonicalPhone(phone)?.slice(1);
  if (digits === undefined) return '***';
  const code = parse(`+${digits}`)?.countryCallingCode ?? '';
  return `+${code}${'*'.repeat(digits.length - code.length - 2)}${digits.slice(-2)}`;
}

/** A bare or blank-led number is international too: WhatsApp ids carry no +, and a raw + in a form is decoded to a space. */
function internationalDigits(typed: string, country?: string): string | undefined {
  if (typed.startsWith('+')) return typed.slice(1);
  if (typed.startsWith('00')) return typed.slice(2);
  if (country === undefined) return typed;
  return nationalDigits(typed, country) ?? (typed.length >= FOREIGN_DIGITS_MIN ? typed : undefined);
}

function nationalDigits(typed: string, country: string): string | undefined {
  if (!isSupportedCountry(country)) return undefined;
  if (typed.length === 8 && EIGHT_DIGIT_PLANS.includes(country)) return `${getCountryCallingCode(country)}${typed}`;
  const parsed = parse(typed, country);
  return parsed?.isPossible() ? parsed.number.slice(1) : undefined;
}

/** One spelling may lead to another (a trunk zero behind an old prefix): until nothing changes, which takes two rounds at most. */
function settled(digits: string, rounds = 3): string {
  const next = samePerson(withoutTrunkZero(digits));
  return next === digits || rounds === 0 ? next : settled(next, rounds - 1);
}

/** `+33 (0)6…`. Only where the result is a valid number: the library also drops zeros of test numbers. */
function withoutTrunkZero(digits: string): string {
  const parsed = parse(`+${digits}`);
  const shorter = parsed?.number.slice(1) ?? digits;
  // Asked last: most numbers are written right, and this question is the dear one.
  return shorter !== digits && INTERNATIONAL.test(shorter) && parsed?.isValid() === true ? shorter : digits;
}

function samePerson(digits: string): string {
  const [spelling, replacement] = SAME_PERSON.find(([pattern]) => pattern.test(digits)) ?? [];
  return spelling && replacement ? digits.replace(spelling, replacement) : digits;
}
