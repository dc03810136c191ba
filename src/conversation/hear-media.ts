import type { Sent } from '../../flows/flow.ts';
import { countOpenOrders } from '../domain/orders/count-waiting.ts';
import { enter } from './go.ts';
import { readCaption, readParts } from './grammar/read-command.ts';
import { interrupt } from './pause.ts';
import { STAFF } from './profiles.ts';
import { todayOf } from './read-line.ts';
import type { Turn } from './turn.ts';

/** Photos, films and voice notes: what an order may be shown or told by. */
const OF_ORDERS: ReadonlySet<string> = new Set(['image', 'video', 'voice', 'audio']);

/** What staff captions with the number of an order goes there, and with « nom prix quantité » it is a new product, wherever they stand; false for anything else. */
export async function hearCaptioned(turn: Turn, media: Sent): Promise<boolean> {
  const goods = media.kind === 'image' && worksIn(turn, 'stock') ? readParts('addGoods', media.caption ?? '', todayOf(turn.scope)) : undefined;
  if (goods !== undefined) {
    interrupt(turn);
    await enter(turn, 'addGoods', { asked: goods, media: { eventId: media.eventId } });
    return true;
  }
  const asked = sews(turn) && OF_ORDERS.has(media.kind) ? readCaption(media.caption ?? '') : undefined;
  if (asked === undefined) return false;
  interrupt(turn);
  await enter(turn, 'attach', { asked, media });
  return true;
}

/** What nothing that is open takes may be a list of goods, or belong to an order, where there is one: it is asked; false where there is none. */
export async function hearUnasked(turn: Turn, media: Sent): Promise<boolean> {
  if (media.kind === 'document' && worksIn(turn, 'stock')) {
    interrupt(turn);
    await enter(turn, 'importGoods', { media: { eventId: media.eventId } });
    return true;
  }
  if (!OF_ORDERS.has(media.kind) || !(sews(turn) || (await buys(turn)))) return false;
  interrupt(turn);
  await enter(turn, 'attach', { media });
  return true;
}

const sews = (turn: Turn): boolean => worksIn(turn, 'tailoring');

const worksIn = ({ scope: { who, desk } }: Turn, capability: string): boolean =>
  STAFF.has(who.persona) && desk.members.some(({ tenantId, personId, capabilities }) => tenantId === who.tenantId && personId === who.personId && capabilities.includes(capability));

async function buys({ scope: { db, who, desk } }: Turn): Promise<boolean> {
  const clientIds = desk.clients.filter(({ personId }) => personId === who.personId).map(({ id }) => id);
  return who.persona === 'client' && clientIds.length > 0 && (await countOpenOrders(db, clientIds)) > 0;
}
