import type { i18n } from 'i18next';
import { tapId } from '../channels/whatsapp/tap-id.ts';
import type { Notice } from '../domain/tenants/notice.ts';
import { filled, type Language } from '../i18n.ts';

/** `values`: what stands in its {{1}}, {{2}}, … as the words write it. `buttons`: verbs of the offers that it always has; others are shown inside the window only. */
export type NoticeTemplate = { name: string; category: 'UTILITY' | 'MARKETING'; values: readonly string[]; buttons?: readonly string[] };

const utility = (name: string, values: readonly string[], buttons?: readonly string[]): NoticeTemplate => ({ name, category: 'UTILITY', values, ...(buttons === undefined ? {} : { buttons }) });

const OF_CLIENT = ['business', 'number', 'what'] as const;
const OF_FORECAST = ['outs', 'names', 'amount, money', 'suppliers'] as const;
const OF_OWNER = ['number', 'client', 'what'] as const;
const ALERT_BUTTONS = ['buy', 'later', 'mute'] as const;

/**
 * What Meta lets pass outside the 24 hours, by the `what` of a notice. A new notice is its words in
 * locales/{fr,en}/notices.json, a line here with its values in the order of these words, an example of each value that is
 * new in src/dev/notice-values.ts, and `npm run templates`, which writes templates/whatsapp/.
 */
export const NOTICE_TEMPLATES: Record<string, NoticeTemplate> = {
  ready: utility('order_is_ready', [...OF_CLIENT, 'due, money', 'code'], ['pay', 'where']),
  readyPaid: utility('order_is_ready_paid', OF_CLIENT, ['where']),
  cartFreed: utility('cart_freed', OF_CLIENT, ['retake']),
  shopUnpaid: utility('shop_unpaid', OF_OWNER),
  shopCancelled: utility('shop_cancelled', OF_OWNER),
  shopOrder: utility('shop_order', [...OF_OWNER, 'total, money'], ['ready', 'where']),
  ownerShopPaid: utility('owner_shop_paid', ['number', 'what', 'amount, money', 'pct'], ['ready', 'where']),
  ownerShopCredit: utility('owner_shop_credit', ['number', 'what', 'amount, money'], ['ready', 'where']),
  ownerCreditUsed: utility('owner_credit_used', ['number', 'amount, money', 'pct', 'remaining, money'], ['where']),
  paidGone: utility('paid_gone', ['amount, money', 'business', 'number', 'receipt'], ['askRefund', 'keepCredit']),
  ownerPaidGone: utility('owner_paid_gone', ['amount, money', 'number', 'what'], ['refund']),
  declinedFundsAll: utility('declined_funds_all', ['amount, money', 'number', 'business'], ['retry']),
  backInStock: utility('back_in_stock', ['business', 'product', 'left, qty'], ['order']),
  unready: utility('order_not_ready', OF_CLIENT),
  quoted: utility('order_quoted', [...OF_CLIENT, 'total, money', 'day, day'], ['accept', 'negotiate', 'decline']),
  quoteEnding: utility('quote_ending', [...OF_CLIENT, 'total, money', 'until, day'], ['accept', 'decline']),
  quoteExpired: utility('quote_expired', [...OF_CLIENT, 'code'], ['order']),
  priceWanted: utility('price_wanted', [...OF_OWNER, 'until, day']),
  depositDue: utility('deposit_due', [...OF_CLIENT, 'due, money', 'day, day', 'time', 'code'], ['payDeposit', 'where']),
  unpaidCancelled: utility('unpaid_cancelled', [...OF_CLIENT, 'code'], ['order']),
  unpaidFreed: utility('unpaid_freed', OF_OWNER),
  collect: utility('order_waits', [...OF_CLIENT, 'days', 'due, money', 'code'], ['pay', 'where']),
  collectPaid: utility('order_waits_paid', [...OF_CLIENT, 'days'], ['where']),
  unclaimed: utility('order_unclaimed', [...OF_OWNER, 'days', 'due, money']),
  rating: utility('order_rating', OF_CLIENT, ['rateGood', 'rateFair', 'rateBad']),
  brief: utility('morning_brief', ['today'], ['board']),
  briefLate: utility('morning_brief_late', ['today', 'late', 'numbers'], ['board']),
  postponed: utility('order_postponed', [...OF_CLIENT, 'day, day'], ['agree', 'call']),
  onHold: utility('order_on_hold', OF_CLIENT, ['where']),
  resumed: utility('order_resumed', OF_CLIENT, ['where']),
  begun: utility('order_begun', OF_CLIENT, ['where']),
  cancelled: utility('order_cancelled', OF_CLIENT, ['call']),
  newOrder: utility('new_order', [...OF_OWNER, 'day, day', 'total, money', 'files'], ['where']),
  quoteAsked: utility('quote_asked', [...OF_OWNER, 'day, day', 'files'], ['quote', 'where']),
  cancelledByClient: utility('order_cancelled_by_client', OF_OWNER),
  refundDue: utility('refund_due', [...OF_CLIENT, 'paid, money']),
  invited: utility('member_invited', ['business', 'shop'], ['join']),
  joined: utility('member_joined', ['name', 'business']),
  takeUndone: utility('take_undone', ['business', 'amount, money', 'number', 'what', 'receipt', 'due, money']),
  delivered: utility('order_delivered', OF_CLIENT),
  deliveredDue: utility('order_delivered_due', [...OF_CLIENT, 'due, money', 'code'], ['pay']),
  assigned: utility('order_assigned', OF_OWNER),
  problem: utility('order_problem', [...OF_OWNER, 'name', 'words']),
  clientPhoto: utility('client_photo', OF_OWNER, ['photos']),
  clientVoice: utility('client_voice', OF_OWNER, ['photos']),
  proposed: utility('ready_proposed', [...OF_OWNER, 'name'], ['ready']),
  refundToGive: utility('refund_to_give', [...OF_OWNER, 'paid, money'], ['refund']),
  payLink: utility('pay_link', ['business', 'amount, money', 'number', 'link']),
  paid: utility('paid', ['amount, money', 'business', 'number', 'remaining, money', 'receipt'], ['pay', 'receipt', 'where']),
  paidAll: utility('paid_all', ['amount, money', 'business', 'number', 'receipt'], ['receipt', 'where']),
  paidBy: utility('paid_by', ['amount, money', 'business', 'number', 'by', 'remaining, money', 'receipt'], ['pay', 'receipt', 'where']),
  paidAllBy: utility('paid_all_by', ['amount, money', 'business', 'by', 'number', 'receipt'], ['receipt', 'where']),
  paidMore: utility('paid_more', ['amount, money', 'business', 'number', 'kept, money', 'receipt'], ['receipt', 'where']),
  paidToCredit: utility('paid_to_credit', ['amount, money', 'business', 'number', 'receipt'], ['receipt', 'where']),
  paidDeclared: utility('paid_declared', ['business', 'amount, money', 'number', 'remaining, money', 'receipt'], ['receipt', 'where']),
  paidWithCredit: utility('paid_with_credit', ['amount, money', 'business', 'number', 'remaining, money', 'receipt'], ['receipt', 'where']),
  thanksPayer: utility('thanks_payer', ['amount, money', 'number', 'receipt', 'url', 'business']),
  declinedFunds: utility('declined_funds', ['amount, money', 'number', 'business', 'part, money'], ['payPart', 'retry']),
  declinedPin: utility('declined_pin', ['amount, money', 'number', 'business'], ['retry']),
  declinedLimit: utility('declined_limit', ['amount, money', 'number', 'business'], ['retry']),
  declinedTimeout: utility('declined_timeout', ['amount, money', 'number', 'business'], ['retry']),
  declinedByPerson: utility('declined_by_person', ['amount, money', 'number', 'business'], ['retry']),
  declined: utility('payment_declined', ['amount, money', 'number', 'business'], ['retry']),
  expired: utility('payment_expired', ['amount, money', 'number', 'business'], ['retry']),
  failedAccount: utility('failed_account', ['amount, money', 'business']),
  failedPhone: utility('failed_phone', ['amount, money', 'number', 'business'], ['retry']),
  failedLater: utility('failed_later', ['amount, money', 'number', 'business'], ['retry']),
  refundSeen: utility('refund_seen', ['amount, money', 'business', 'number']),
  refundAsked: utility('refund_asked', ['name', 'amount, money', 'number', 'what', 'reason'], ['refund']),
  refundAgreed: utility('refund_agreed', ['business', 'amount, money', 'number']),
  refundAgreedPart: utility('refund_agreed_part', ['business', 'amount, money', 'wanted, money', 'number']),
  refundRefused: utility('refund_refused', ['business', 'amount, money', 'number', 'reason']),
  refundPaid: utility('refund_paid', ['amount, money', 'business', 'number']),
  refundPaidMomo: utility('refund_paid_momo', ['amount, money', 'business', 'number', 'reference']),
  refundPaidCredit: utility('refund_paid_credit', ['amount, money', 'number', 'business']),
  refundUndone: utility('refund_undone', ['business', 'amount, money', 'number']),
  ownerNewPaid: utility('owner_new_paid', ['number', 'pct', 'amount, money', 'what', 'remaining, money'], ['where']),
  ownerPaid: utility('owner_paid', ['number', 'amount, money', 'pct', 'remaining, money'], ['where']),
  ownerPaidToCredit: utility('owner_paid_to_credit', ['amount, money', 'number'], ['refund']),
  ownerAmountDiffers: utility('owner_amount_differs', ['number', 'amount, money', 'wanted, money', 'remaining, money', 'kept, money']),
  ownerAccountFails: utility('owner_account_fails', ['amount, money', 'number']),
  quoteAccepted: utility('quote_accepted', [...OF_OWNER, 'total, money', 'day, day']),
  dayAgreed: utility('order_day_agreed', [...OF_OWNER, 'day, day']),
  quoteRefused: utility('quote_refused', OF_OWNER),
  quoteNegotiated: utility('quote_negotiated', [...OF_OWNER, 'words']),
  complaint: utility('order_complaint', [...OF_OWNER, 'words']),
  complaintShown: utility('order_complaint_shown', OF_OWNER, ['photos']),
  dayWanted: utility('order_day_wanted', [...OF_OWNER, 'words']),
  stockOut: utility('stock_out', ['product'], ALERT_BUTTONS),
  stockOutOrder: utility('stock_out_order', ['product', 'units', 'supplier'], ALERT_BUTTONS),
  stockOutComing: utility('stock_out_coming', ['product', 'coming, qty', 'day, day'], ALERT_BUTTONS),
  stockLow: utility('stock_low', ['product', 'left, qty', 'min, qty'], ALERT_BUTTONS),
  stockLowSoon: utility('stock_low_soon', ['product', 'left, qty', 'min, qty', 'coverage, qty', 'day, day'], ALERT_BUTTONS),
  stockLowOrder: utility('stock_low_order', ['product', 'left, qty', 'min, qty', 'coverage, qty', 'day, day', 'units', 'supplier'], ALERT_BUTTONS),
  stockLowComing: utility('stock_low_coming', ['product', 'left, qty', 'min, qty', 'coming, qty', 'day, day'], ALERT_BUTTONS),
  serviceFalls: utility('service_falls', ['rate', 'usual', 'gone'], ['alerts']),
  overstock: utility('overstock', ['count', 'names', 'amount, money'], ['alerts']),
  dormant: utility('dormant', ['count', 'names', 'amount, money'], ['alerts']),
  expiring: utility('expiring', ['count', 'names', 'amount, money'], ['alerts']),
  alertsOffered: utility('alerts_offered', ['business'], ['alertsYes', 'alertsNo']),
  alertsAgreed: utility('alerts_agreed', ['name']),
  alertsDeclined: utility('alerts_declined', ['name']),
  purchaseAsked: utility('purchase_asked', ['business', 'qty, qty', 'product', 'price, money', 'total, money', 'number'], ['supplyYes', 'supplyNo']),
  purchaseAskedMany: utility('purchase_asked_many', ['business', 'count', 'total, money', 'number'], ['supplyYes', 'supplyNo']),
  purchaseLine: utility('purchase_line', ['number', 'qty, qty', 'product']),
  purchaseLines: utility('purchase_lines', ['number', 'qty, qty', 'product', 'more, qty', 'names']),
  purchaseConfirmed: utility('purchase_confirmed', ['supplier', 'number'], ['purchase']),
  purchaseDated: utility('purchase_dated', ['supplier', 'number', 'day, day'], ['purchase']),
  purchaseRefused: utility('purchase_refused', ['supplier', 'number'], ['purchase']),
  purchaseLate: utility('purchase_late', ['supplier', 'number', 'day, day'], ['purchase']),
  purchaseCancelled: utility('purchase_cancelled', ['business', 'number']),
  forecastHigh: utility('forecast_reliable', [...OF_FORECAST, 'error'], ['forecast', 'toOrder']),
  forecastMedium: utility('forecast_fair', [...OF_FORECAST, 'error'], ['forecast', 'toOrder']),
  forecastLow: utility('forecast_rough', OF_FORECAST, ['forecast', 'toOrder']),
  forecastCalm: utility('forecast_calm', ['amount, money', 'suppliers'], ['forecast', 'toOrder']),
  countWaits: utility('count_waits', ['number', 'product', 'difference, qty', 'amount, money'], ['agreeCount', 'refuseCount']),
  debtPaid: utility('debt_paid', ['amount, money', 'business', 'remaining, money', 'receipt']),
  debtPaidAll: utility('debt_paid_all', ['amount, money', 'business', 'receipt']),
  debtUndone: utility('debt_payment_undone', ['business', 'amount, money', 'receipt', 'due, money']),
  debtReminder: utility('debt_reminder', ['business', 'due, money']),
  eveningClose: utility('evening_close', ['day, day', 'sales', 'total, money', 'credit, money', 'cash, money', 'out'], ['till']),
  tillShort: utility('till_short', ['name', 'amount, money', 'wanted, money', 'gap, money'], ['till']),
  tillOver: utility('till_over', ['name', 'amount, money', 'wanted, money', 'gap, money'], ['till']),
  reportMonthly: utility('report_monthly', ['month', 'url']),
  ratedLow: utility('order_rated_low', [...OF_OWNER, 'stars']),
};

/** A tap on a notice says a line, whatever is on the screen meanwhile: its step is nobody's. */
export const NO_STEP = 0;

/** What a notice travels as when the window is closed; undefined where only SMS says it then. */
export function templateOf({ what, values, offers = [], document }: Notice, language: Language, { texts, serviceCode, publicUrl }: { texts: i18n; serviceCode: string; publicUrl: string }) {
  const template = NOTICE_TEMPLATES[what];
  if (template === undefined) return undefined;
  const { name, values: wanted, buttons = [] } = template;
  const taps = buttons.map((verb, index) => ({ index, line: offers.find((offer) => offer.verb === verb)?.line }));
  if (taps.some(({ line }) => line === undefined)) throw new Error(`notices.${what} offers other lines than its template has buttons`);
  return {
    name, language,
    // Meta refuses a blank that is left empty.
    parameters: wanted.map((value) => filled(texts, language, `{{${value}}}`, { ...values, code: serviceCode, url: `${publicUrl}${document?.url ?? ''}` }).trim() || '-'),
    buttons: taps.map(({ index, line = '' }) => ({ index, payload: tapId(NO_STEP, `/${line}`) })),
  };
}
