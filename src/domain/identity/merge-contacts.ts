import type { ChannelName } from '../../channels/channel.ts';
import type { Tx } from '../../db/open-database.ts';
import { canonicalPhone } from '../../phone.ts';

type Address = { channel: ChannelName; externalId: string };

/** Gives a contact a further address. Whoever had it is the same person: the two become one. */
export async function adoptIdentity(tx: Tx, contactId: string, { channel, externalId }: Address, now: Date): Promise<void> {
  const phone = canonicalPhone(externalId);
  const identity = await tx.channelIdentity.findUnique({ where: { channel_externalId: { channel, externalId } } });
  const owner = identity?.contactId ?? (phone === undefined ? undefined : (await tx.contact.findUnique({ where: { phone } }))?.id);
  if (owner !== undefined && owner !== contactId) await mergeContacts(tx, owner, contactId);
  if (identity === null) await tx.channelIdentity.create({ data: { contactId, channel, externalId, lastSeenAt: now } });
  if (phone !== undefined) await tx.contact.update({ where: { id: contactId }, data: { phone, key: phone } });
}

/** Moves all that `from` has to `to`: addresses, persons, waiting mail. What was received stays as it was received. */
async function mergeContacts(tx: Tx, from: string, to: string): Promise<void> {
  await tx.contact.update({ where: { id: from }, data: { phone: null, key: `merged:${from}`, mergedIntoId: to } });
  await tx.channelIdentity.updateMany({ where: { contactId: from }, data: { contactId: to } });
  const persons = await tx.contactPerson.findMany({ where: { contactId: from } });
  await tx.contactPerson.createMany({ data: persons.map(({ personId }) => ({ contactId: to, personId })), skipDuplicates: true });
  await tx.contactPerson.deleteMany({ where: { contactId: from } });
  await tx.inboundState.updateMany({ where: { contactId: from, status: 'waiting' }, data: { contactId: to } });
}

/** A user id and a number that arrive together are one person, even if each wrote alone before. */
export async function joinUserId(tx: Tx, contactId: string, userId: string, now: Date): Promise<void> {
  const known = await tx.channelIdentity.findUnique({ where: { channel_externalId: { channel: 'whatsapp', externalId: userId } } });
  if (known?.contactId !== contactId) await adoptIdentity(tx, contactId, { channel: 'whatsapp', externalId: userId }, now);
}
