/**
 * Says «look now», and nothing else: the rows in the database carry the work, and whoever sweeps them finds what a
 * lost bell left behind. Rung twice for one contact before it is answered, it rings once.
 */
export type Doorbell = {
  /** A contact has mail. */
  mail: (contactId: string) => void;
  /** Something is to be sent. */
  post: () => void;
  /** Whether it can be heard now. Work is done without it too, a little later. */
  isUp: () => boolean;
  close: () => Promise<void>;
};

/** What answers it. A process that only serves the web answers neither. */
export type Answer = { mail: (contactId: string) => Promise<void>; post: () => void };
