import type { QuoteCommands } from '../../../flows/tailoring/quote.ts';
import { agreeDay } from '../../domain/orders/agree-day.ts';
import { acceptQuote, negotiateQuote, refuseQuote, seeQuote } from '../../domain/orders/answer-quote.ts';
import { listQuotes } from '../../domain/orders/list-quotes.ts';
import { shortNumber } from '../../domain/spoken/order-number.ts';
import { whoBuys } from './client-work.ts';
import { LINE_CHARS, linesOf } from './found-order.ts';
import type { Handlers } from './handlers.ts';
import { ownOrderWork } from './own-order.ts';
import { grouped } from '../../domain/money/xof.ts';

export const quoteCommands: Handlers<Omit<QuoteCommands, 'order.findOwn'>> = {
  'quote.waiting': async (scope) => {
    // Nobody who has never ordered is asked who they are because of a bare « oui ».
    if (scope.desk.clients.length === 0) return { waiting: [] };
    const buyer = whoBuys(scope);
    if ('needs' in buyer) return buyer;
    const quotes = await listQuotes(scope.db, scope.desk.clients.filter(({ personId }) => personId === buyer.personId).map(({ id }) => id));
    return { waiting: quotes.map(({ orderId, seq, description, totalXof }) => ({ id: orderId, label: linesOf([shortNumber(seq), description], LINE_CHARS - AMOUNT_CHARS, `${grouped(totalXof)}F`) })) };
  },
  'quote.look': (scope, where) => ownOrderWork(scope, where, async (business) => {
    const seen = await seeQuote(business, where.orderId);
    if (seen === undefined) return { refused: 'unknown' };
    if (!seen.waits) return { refused: 'answered' };
    if (seen.totalXof === null) return { refused: 'unpriced' };
    return { quote: { price: seen.totalXof, deposit: seen.depositXof, day: seen.promisedOn ?? '' } };
  }),
  'quote.accept': (scope, { orderId, tenantId, seen, day, sure }) => ownOrderWork(scope, { orderId, tenantId }, async (business) => {
    const { desk: { persons }, who } = scope;
    const quote = persons.length > 1 && !sure ? await seeQuote(business, orderId) : undefined;
    if (quote?.waits === true && (quote.totalXof ?? 0) > business.settings.askWhoAboveXof) return { refused: 'who', person: persons.find(({ id }) => id === who.personId)?.name ?? '' };
    const accepted = await acceptQuote(business, orderId, { ...(seen === null ? {} : { seenXof: seen }), ...(day === '' ? {} : { day }) });
    return 'refused' in accepted ? accepted : { deposit: accepted.depositXof, day: accepted.promisedOn };
  }),
  'quote.refuse': (scope, where) => ownOrderWork(scope, where, (business) => refuseQuote(business, where.orderId)),
  'quote.agreeDay': (scope, where) => ownOrderWork(scope, where, (business) => agreeDay(business, where.orderId)),
  'quote.negotiate': (scope, { words, ...where }) => ownOrderWork(scope, where, (business) => negotiateQuote(business, where.orderId, words)),
};

const AMOUNT_CHARS = 12;
