import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 300;
const SECONDS = /^\d{1,12}$/;
const HEX = /^[0-9a-f]{64}$/;

/** `t=<seconds>,s=<hex>` in any order, with as many `s` as they like; both the old and what is still to come are refused. */
export function verifySignature(rawBody: Buffer, header: string | undefined, secret: string, now: Date): boolean {
  const parts = (header ?? '').split(',').map((part) => part.split('='));
  const valuesOf = (name: string) => parts.flatMap(([key, value, ...rest]) => (key === name && value !== undefined && rest.length === 0 ? [value] : []));
  const [seconds, another] = valuesOf('t');
  if (secret === '' || seconds === undefined || another !== undefined || !SECONDS.test(seconds)) return false;
  if (Math.abs(Math.floor(now.getTime() / 1000) - Number(seconds)) > TOLERANCE_SECONDS) return false;
  const expected = createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest();
  return valuesOf('s').some((hex) => HEX.test(hex) && timingSafeEqual(Buffer.from(hex, 'hex'), expected));
}
