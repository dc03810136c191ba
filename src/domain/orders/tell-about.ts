import type { Purpose } from '../../purposes.ts';
import { shortNumber } from '../spoken/order-number.ts';
import type { Business } from '../tenants/business.ts';
import type { Notice } from '../tenants/notice.ts';
import type { Held } from './change-status.ts';

/** `episode` makes its key unique: what is told once of an order, or once each time that it happens. */
type About = Pick<Notice, 'what' | 'offers' | 'validUntil' | 'document'> & { episode: string | Date; purpose?: Purpose; values?: Notice['values'] };

/** Tells the client of an order: whose it is, its number and what it is are always said. */
export function tellClient(business: Business, order: Held, { what, values = {}, ...rest }: About): void {
  push(business, order, { clientId: order.clientId }, { what, values: { business: business.name, number: shortNumber(order.seq), what: order.description, ...values }, ...rest });
}

/** Tells the owners of an order: its number, what it is and for whom. */
export async function tellOwners(business: Business, order: Held, { what, values = {}, ...rest }: About): Promise<void> {
  push(business, order, { owners: true }, { what, values: { number: shortNumber(order.seq), what: order.description, client: await clientName(business, order), ...values }, ...rest });
}

/** Tells one of the people who work here of an order. */
export async function tellMember(business: Business, order: Held, memberId: string, { what, values = {}, ...rest }: About): Promise<void> {
  push(business, order, { memberId }, { what, values: { number: shortNumber(order.seq), what: order.description, client: await clientName(business, order), ...values }, ...rest });
}

function push({ notices }: Business, { id }: Held, to: Notice['to'], { what, episode, purpose = 'order', values = {}, offers, validUntil, document }: About): void {
  const key = `order:${id}:${what}:${typeof episode === 'string' ? episode : episode.toISOString()}`;
  notices.push({ key, to, what, purpose, values, ...(offers === undefined ? {} : { offers }), ...(validUntil === undefined ? {} : { validUntil }), ...(document === undefined ? {} : { document }) });
}

async function clientName({ db }: Business, { clientId }: Held): Promise<string> {
  const { person } = await db.client.findUniqueOrThrow({ where: { id: clientId }, select: { person: { select: { fullName: true } } } });
  return person.fullName;
}

/** A line about an order, as its client would type it: the business is named, for one may be a client of several. */
export const lineOf = ({ code }: Business, { seq }: Held, words: string, rest = ''): string => [words, shortNumber(seq), rest, code].filter((word) => word !== '').join(' ');
