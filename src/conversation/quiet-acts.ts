import type { Content } from '../channels/channel.ts';
import type { Tx } from '../db/open-database.ts';
import type { Desk, Letter } from '../db/desk.ts';
import { TERMS_VERSION } from '../domain/identity/consent-texts.ts';
import { adoptIdentity } from '../domain/identity/merge-contacts.ts';

const QUIET: ReadonlySet<Content['type']> = new Set(['preference', 'optOut', 'numberChanged', 'userIdChanged']);
export const isQuiet = ({ type }: Content): boolean => QUIET.has(type);

/** What the network tells about a contact, without a person having said anything: known, and never answered. */
export async function actQuietly(tx: Tx, desk: Desk, { channel, content }: Letter, now: Date): Promise<boolean> {
  const contactId = desk.contact.id;
  const act = acts(content, contactId);
  if (act === undefined) return false;
  await act();
  return true;

  function acts(said: Content, contact: string): (() => Promise<unknown>) | undefined {
    switch (said.type) {
      case 'preference':
        return () => consent(contact, said.purpose, said.allowed);
      case 'optOut':
        return () => consent(contact, 'sms', false);
      case 'numberChanged':
        return () => adoptIdentity(tx, contact, { channel: 'whatsapp', externalId: said.to }, now);
      case 'userIdChanged':
        return () => adoptIdentity(tx, contact, { channel: 'whatsapp', externalId: said.current }, now);
      default:
        return undefined;
    }
  }

  function consent(contact: string, purpose: string, value: boolean) {
    return tx.consentEvent.create({ data: { contactId: contact, purpose, value, channel, textVersion: TERMS_VERSION, at: now } });
  }
}
