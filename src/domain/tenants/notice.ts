import type { Purpose } from '../../purposes.ts';

/** Notices whose keys begin so and that have not left are not sent; where one has, `orElse` is told, if there is anything to put right. */
export type TakenBack = { keys: string; orElse?: Notice };

/** Something that a client or the people of a business are to be told, whatever they are doing. Its words are `notices.<what>` in locales. */
export type Notice = {
  /** Told once. */
  key: string;
  to: { clientId: string } | { memberId: string } | { owners: true } | { phone: string };
  what: string;
  purpose: Purpose;
  values: Record<string, string | number>;
  /** A paper that comes with the words; `url` is ours, without its origin. The words may name it as `url`: by SMS there is nothing else. */
  document?: { url: string; fileName: string };
  /** Lines that a tap says, as if they were typed: `payer 0042 AFI`. Their titles are `notices.do.<verb>`. */
  offers?: { verb: string; line: string }[];
  /** Where they asked for it, even if they have WhatsApp, too. */
  by?: 'sms';
  /** Not before: until then it can be taken back. */
  notBefore?: Date;
  /** Worth nothing after that. */
  validUntil?: Date;
};
