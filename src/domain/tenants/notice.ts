import type { Purpose } from '../../purposes.ts';

/** Something that a client or the people of a business are to be told, whatever they are doing. Its words are `notices.<what>` in locales. */
export type Notice = {
  /** Told once. */
  key: string;
  to: { clientId: string } | { memberId: string } | { owners: true };
  what: string;
  purpose: Purpose;
  values: Record<string, string | number>;
  /** Lines that a tap says, as if they were typed: `payer 0042 AFI`. Their titles are `notices.do.<verb>`. */
  offers?: { verb: string; line: string }[];
  /** Not before: until then it can be taken back. */
  notBefore?: Date;
  /** Worth nothing after that. */
  validUntil?: Date;
};
