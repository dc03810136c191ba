import type { i18n } from 'i18next';
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
  /** When the PIN was given in this session, and by whom: domain/identity/proof.ts. */
  proof: { at: string; holder: string } | null;
};

/** What every business function receives first: when it is, for whom, and where to write. Nothing leaves before the commit. */
export type Scope = {
  now: Date;
  /** What is being answered: an effect that takes its key from it happens once, however often the turn is played. */
  letterId: number;
  db: Tx;
  who: Who;
  desk: Desk;
  /** `ringAt`: when something planned by this turn is due that a person waits for. */
  later: { outbox: OutboxRow[]; due: DueRow[]; ringAt?: Date };
  publicUrl: string;
  /** Whether letters can be sent by e-mail. */
  mails: boolean;
  /** In whose words others are told. */
  voice: { texts: i18n; serviceCode: string; publicUrl: string };
};

/** A foreseen no. */
export type Refused<Reason extends string = string> = { refused: Reason };
