import type { Choice } from '../../../flows/flow.ts';
import type { ClientCard, ClientCommands } from '../../../flows/tailoring/client.ts';
import type { ClientsCommands } from '../../../flows/tailoring/clients.ts';
import { addWalkIn } from '../../domain/clients/add-walk-in.ts';
import { searchClients } from '../../domain/clients/search-clients.ts';
import { seeClient, type SeenClient } from '../../domain/clients/see-client.ts';
import { findOrder, type FoundOrder } from '../../domain/orders/find-order.ts';
import { listOrders, type ListedOrder } from '../../domain/orders/list-orders.ts';
import { fullNumber, readOrderRef, shortNumber } from '../../domain/spoken/order-number.ts';
import type { Business } from '../../domain/tenants/business.ts';
import { displayPhone } from '../../phone.ts';
import { may, type Act } from '../acts.ts';
import { linesOf, LINE_CHARS } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { staffWork, whoMay, type Member } from './staff-work.ts';
import { whoOf } from './walk-in.ts';
import { wordsFor } from './wording.ts';

/** With the row that leads on they fit two SMS. */
const ROWS = 6;

export const clientCommands: Handlers<Omit<ClientsCommands, 'walkIn.phone'> & ClientCommands> = {
  'clients.open': (scope) => staffWork(scope, 'client.look', async ({ db }) => ({ total: await db.client.count({ where: { person: { erasedAt: null } } }) })),
  'clients.search': (scope, { typed, after }) => staffWork(scope, 'client.look', async (business) => {
    const { rows, next = '' } = await searchClients(business, typed === '' ? undefined : typed, { after, limit: ROWS });
    const found = new Map([...(after === '' ? await byOrder(business, typed) : []), ...rows.map(({ id, name, phone }): [string, string] => [id, rowOf(name, phone ?? '')])]);
    const list = [...found].map(([id, label]): Choice => ({ id, label }));
    return { list: next === '' ? list : [...list, { id: 'next' }], next };
  }),
  'clients.add': async (scope, { draft }) => {
    const allowed = whoMay(scope, 'client.add');
    if (!('member' in allowed)) return allowed;
    const added = await addWalkIn(scope.db, allowed.member.tenantId, allowed.acting, whoOf(draft));
    return 'refused' in added ? { refused: 'unknown' } : { clientId: added.clientId };
  },

  'client.see': (scope, { clientId }) => staffWork(scope, 'client.look', async (business, member) => {
    const seen = await seeClient(business, clientId);
    if (seen === undefined) return { refused: 'unknown' } as const;
    return { card: cardOf(seen, member, business.country), acts: actsFor(seen, member).map(({ id }) => ({ id })) };
  }),
  'client.orders': (scope, { clientId, after }) => staffWork(scope, 'client.look', async ({ db }) => {
    const { rows, next = '' } = await listOrders(db, [clientId], { after, limit: ROWS });
    const say = wordsFor(scope);
    const list = rows.map((order): Choice => ({ id: fullNumber(order), label: lineOf(order, say(`card.statusShort.${order.status}`)) }));
    return { list: next === '' ? list : [...list, { id: 'next' }], next };
  }),
};

/** What is done for a client, the likeliest first. */
/** `sews`: only a workshop does it, and only for who is still there. */
const ACTS: { id: string; act: Act; sews?: true }[] = [{ id: 'measures', act: 'client.look', sews: true }, { id: 'orders', act: 'client.look' }, { id: 'order', act: 'order.enter', sews: true }];

const actsFor = ({ orders, erased }: SeenClient, member: Member) =>
  ACTS.filter(({ id, act, sews }) => may(member, act) && (sews !== true || (!erased && member.capabilities.includes('tailoring'))) && (id !== 'orders' || orders > 0));

/** The most that a row to tap shows. Two clients may have one name: the end of their phone tells them apart. */
const ROW_CHARS = 24;
const PHONE_CHARS = 4;
const rowOf = (name: string, phone: string): string => linesOf([name], ROW_CHARS - PHONE_CHARS - 1, phone.slice(-PHONE_CHARS));

/** Whose order it is, where what was typed is also the number of one. */
async function byOrder(business: Business, typed: string): Promise<[id: string, label: string][]> {
  if (readOrderRef(typed) === undefined) return [];
  const found = await findOrder(business, typed);
  const orders: FoundOrder[] = 'order' in found ? [found.order] : 'which' in found ? found.which : [];
  return orders.map(({ clientId, name, seq }) => [clientId, linesOf([shortNumber(seq), name], ROW_CHARS)]);
}

/** « 0042 Boubou bazin PRET » */
const lineOf = ({ seq, description }: ListedOrder, status: string): string => linesOf([shortNumber(seq), description], LINE_CHARS - status.length - 1, status);

const NOTHING = '-';

function cardOf({ name, phone, orders, open, dueXof, orderedOn, measuredOn }: SeenClient, member: Member, country: string): ClientCard {
  return {
    name, reach: phone === null ? 'none' : 'some', phone: phone === null ? '' : displayPhone(phone, country), call: phone ?? '', view: may(member, 'order.enter') ? 'whole' : 'work', orders, open, due: dueXof,
    ordered: orderedOn === null ? 'none' : 'some', orderedOn: orderedOn ?? NOTHING, measures: measuredOn === null ? 'none' : 'known', measuredOn: measuredOn ?? NOTHING,
  };
}
