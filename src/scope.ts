import type { ChannelName } from './channels/channel.ts';
import type { Tx } from './db/open-database.ts';
import type { Desk } from './db/desk.ts';
import type { DueRow, OutboxRow } from './db/turn.ts';

/** Who is holding the phone, and as what. A command may change it for the rest of the turn and after. */
export type Who = {
  contactId: string;
  channel: ChannelName;
  externalId: string;
  phone: string | null;
  personId: string | null;
  tenantId: string | null;
  persona: string;
  language: string;
  /** When the PIN of this session was proven. */
  provenAt: string | null;
};

/** What every business function receives first: when it is, for whom, and where to write. Nothing leaves before the commit. */
export type Scope = {
  now: Date;
  db: Tx;
  who: Who;
  desk: Desk;
  later: { outbox: OutboxRow[]; due: DueRow[] };
  publicUrl: string;
};

/** A foreseen no. */
export type Refused<Reason extends string = string> = { refused: Reason };
