import { createHash, randomBytes } from 'node:crypto';
import { countryOf } from '../phone.ts';

/** Ids shaped like the providers' own. */
export const newWamid = () => `wamid.${randomBytes(36).toString('base64')}`;
export const newMediaId = () => String(randomBytes(6).readUIntBE(0, 6) + 1_000_000_000_000);
export const newSmsId = () => `ATXid_${randomBytes(16).toString('hex')}`;
export const newSessionId = () => `ATUid_${randomBytes(16).toString('hex')}`;
export const newTraceId = () => `A${randomBytes(16).toString('base64url')}`;

const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
export const isUserId = (who: string) => USER_ID.test(who);

/** A person's business-scoped user id: Meta sends one with every message since 2026. The same number has the same id. */
export function userIdOf(waId: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(waId).digest('hex').slice(0, 16)}`);
  return `${countryOf(`+${waId}`) ?? 'US'}.${digits}`;
}
