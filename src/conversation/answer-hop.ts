import type { Arrival } from '../channels/channel.ts';
import type { Prisma } from '../db/open-database.ts';
import type { MailRoom } from './mail-room.ts';
import { eventKey, type Receive } from './receive.ts';

type Line = { db: Prisma; receive: Receive; mail: MailRoom; key: string; sorry: string };

/** Another copy of the same hop, or another channel, may hold the contact: how often and how long we look again. */
const LOOKS_MAX = 60;
const LOOK_MS = 50;

/**
 * Plays a hop inside its HTTP request. The hop is mail like any other, so a second copy of it finds the first one's
 * screen and acts no more.
 */
export async function answerHop({ db, receive, mail, key, sorry }: Line, arrival: Arrival): Promise<string> {
  const eventId = eventKey(arrival.eventId, arrival.content, key);
  const [contactId] = await receive([arrival]);
  for (let look = 0; look < LOOKS_MAX; look++) {
    if (contactId !== undefined) await mail.readNow(contactId);
    const [hop] = await db.$queryRaw<{ screen: string | null; status: string | null }[]>`
      SELECT h.screen, s.status FROM "InboundEvent" e LEFT JOIN "UssdHop" h ON h."eventId" = e."eventId" LEFT JOIN "InboundState" s ON s."eventId" = e.id
      WHERE e.provider = ${arrival.provider} AND e."eventId" = ${eventId}`;
    if (hop?.screen != null) return hop.screen;
    if (hop?.status === 'parked') break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return `END ${sorry}`;
}
