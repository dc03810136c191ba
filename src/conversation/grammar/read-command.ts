import { readAmount } from '../../domain/spoken/amount.ts';
import { readDay } from '../../domain/spoken/day.ts';
import { readOrderRef } from '../../domain/spoken/order-number.ts';
import { plain } from '../../domain/spoken/plain.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { isNone, readQuantity } from '../../domain/spoken/quantity.ts';
import type { Args } from './args.ts';
import { CATEGORY, EMAILS, EXPIRES, FILES, FORCE, GOALS, METHODS, ON_CREDIT, REPORTS, STAGES, UNITS, VERBS, type Verb } from './vocabulary.ts';

export type Command = { verb: Verb; args: Args };
/** `missing`: the verb is clear, and the rest has no reading, or two: what concerns money or a client is asked, never guessed. */
export type ReadCommand = Command | { verb: Verb; missing: true };

type Part = keyof Args | 'knownUnit' | 'bareQty' | 'qtyOrNone' | 'title';
type Slot = { part: Part; optional?: true };
const must = (part: Part): Slot => ({ part });
const may = (part: Part): Slot => ({ part, optional: true });

/** What follows each verb, in this order. A new command is a line here and its spellings in locales/commands.json. */
const LINES: Record<Verb, readonly Slot[]> = {
  order: [must('code')],
  pay: [must('order'), may('amount')],
  where: [must('order')],
  accept: [must('order'), may('amount')],
  decline: [must('order')],
  negotiate: [must('order')],
  complain: [must('order'), may('words')],
  rate: [must('order'), may('count')],
  receipt: [must('order')],
  refund: [must('order')],
  askRefund: [must('order')],
  measures: [],
  ready: [must('order')],
  deliver: [must('order'), may('force'), may('words')],
  take: [must('order'), may('amount'), may('method')],
  quote: [must('order'), may('amount'), may('day')],
  late: [must('order'), must('day')],
  done: [must('order'), may('stage')],
  photos: [must('order')],
  walkIn: [],
  client: [must('words')],
  board: [],
  close: [may('day')],
  open: [may('day')],
  capacity: [must('count')],
  business: [],
  join: [must('code')],
  sell: [must('goods'), must('qty'), may('unit'), may('price'), may('method'), may('debtor')],
  unsell: [must('sale')],
  goodsIn: [must('goods'), must('qty'), may('unit'), may('price'), may('supplier'), may('expiry')],
  stock: [may('goods')],
  report: [may('report'), may('file')],
  figures: [may('report')],
  forecast: [],
  toOrder: [],
  analyse: [must('goods')],
  dormants: [],
  counsel: [],
  goal: [may('goal'), may('aim')],
  chart: [may('goods')],
  count: [must('goods'), must('qtyOrNone'), may('unit')],
  missing: [must('goods'), must('qty'), may('unit')],
  agreeCount: [must('counted')],
  refuseCount: [must('counted')],
  owes: [may('who')],
  settle: [must('who'), may('amount'), may('method')],
  unsettle: [must('settled')],
  till: [must('cash')],
  addGoods: [must('title'), must('amount'), must('qtyOrNone'), may('unit')],
  product: [must('goods')],
  alias: [must('goods'), must('also')],
  importGoods: [],
  exportGoods: [],
  alerts: [],
  alert: [must('goods'), may('bareQty'), may('unit')],
  later: [must('goods')],
  mute: [must('goods')],
  seen: [must('goods')],
  purchase: [must('order')],
};

/** Other ways in which it is written: « vente 2 sacs riz ». There a unit is one that everybody knows, or it were the name of the goods. */
const ALSO: Partial<Record<Verb, readonly (readonly Slot[])[]>> = {
  stock: [[must('category')]],
  report: [[must('email')]],
  sell: [[must('qty'), may('knownUnit'), must('goods'), may('price'), may('method'), may('debtor')]],
  goodsIn: [[must('qty'), may('knownUnit'), must('goods'), may('price'), may('supplier'), may('expiry')]],
  missing: [[must('qty'), may('knownUnit'), must('goods')]],
  // « commander riz 32 » of a shop, « oui jeudi » of its supplier, « oui alertes » of somebody who is to be warned.
  order: [[must('goods'), may('bareQty'), may('unit')]],
  accept: [[must('day')], [must('purchase'), may('day')], [must('alerts')]],
  decline: [[must('purchase')], [must('alerts')]],
};

/** The most words that one part of a command takes, but for the last words of a sentence. */
const PART_WORDS_MAX = 4;
/** « à crédit », and a name; all of what is on a packet. */
const MORE_WORDS: Partial<Record<Part, number>> = { debtor: 6, title: 8, also: 7 };
const VERB_WORDS_MAX = 3;
const WORDS_MAX = 60;

/** How a line reads as each verb that it begins with; nothing for one that begins with no verb of ours. Who speaks decides between them. */
export function readCommand(text: string, today: Day): ReadCommand[] {
  const { verbs, rest } = verbsIn(text.trim().split(/\s+/).slice(0, WORDS_MAX));
  return verbs.map((verb) => {
    const args = readBehind(verb, rest, today);
    return args === undefined ? { verb, missing: true } : { verb, args };
  });
}

/** What is typed where a verb is understood: « riz 2 sacs » as behind « vente ». */
export const readParts = (verb: Verb, text: string, today: Day): Args | undefined => readBehind(verb, text.trim().split(/\s+/).slice(0, WORDS_MAX), today);

function readBehind(verb: Verb, words: string[], today: Day): Args | undefined {
  const ways = [LINES[verb], ...(ALSO[verb] ?? [])];
  const readings = plainest(ways.flatMap((slots) => readSlots(words, slots, today)).filter((args) => (verb !== 'quote' || isPrice(args)) && isDelivery(args)));
  const [only, another] = [...new Map(readings.map((args) => [JSON.stringify(args), args])).values()];
  return another === undefined ? only : undefined;
}

/** « 42 » or « 42 coupe » under a photo. */
export function readCaption(caption: string): Pick<Args, 'order' | 'stage'> | undefined {
  const [number = '', ...rest] = caption.trim().split(/\s+/);
  const order = readOrderRef(number);
  const stage = STAGES.get(plain(rest.join(' ')));
  if (order === undefined || (rest.length > 0 && stage === undefined)) return undefined;
  return stage === undefined ? { order } : { order, stage };
}

/** A day follows a price: « devis 42 1.5 » is no first of May. */
const isPrice = ({ amount, day }: Args): boolean => amount !== undefined || day === undefined;

/** Who delivers is said behind the price: before it stands the unit. */
const isDelivery = ({ supplier, price }: Args): boolean => supplier === undefined || price !== undefined;

/** « 6 à » before a number begins its price: it is no end of a name. */
const SWALLOWS_PRICE = /\d.*\s(?:à|a|@)$/i;

/** What can be read as something is not taken for mere words. */
function plainest(all: Args[]): Args[] {
  const readings = all.some(({ price }) => price !== undefined) ? all.filter(({ goods = '' }) => !SWALLOWS_PRICE.test(goods)) : all;
  const wordsIn = ({ words = '', goods = '', supplier = '', who = '', debtor = '' }: Args): number => words.length + goods.length + supplier.length + who.length + debtor.length;
  const least = Math.min(...readings.map(wordsIn));
  return readings.filter((args) => wordsIn(args) === least);
}

/** The longest spelling that the line begins with; a verb may be glued to its number: « pret42 ». */
function verbsIn(words: string[]): { verbs: readonly Verb[]; rest: string[] } {
  for (let count = Math.min(VERB_WORDS_MAX, words.length); count > 0; count--) {
    const verbs = VERBS.get(plain(words.slice(0, count).join(' ')));
    if (verbs !== undefined) return { verbs, rest: words.slice(count) };
  }
  if (words.some((_, at) => at > 0 && ALSO_CALLED.test(words.slice(at).join(' ')))) return { verbs: ['alias'], rest: words };
  const [, letters = '', digits = ''] = /^(\p{L}+)[#:]?(\d+)$/u.exec(words[0] ?? '') ?? [];
  return { verbs: VERBS.get(plain(letters)) ?? [], rest: [digits, ...words.slice(1)] };
}

/** Every way to take all words of the line, in the order of its slots. */
function readSlots(words: string[], slots: readonly Slot[], today: Day): Args[] {
  const [slot, ...others] = slots;
  if (slot === undefined) return words.length === 0 ? [{}] : [];
  const without = slot.optional === true ? readSlots(words, others, today) : [];
  const most = slot.part === 'words' ? words.length : Math.min(MORE_WORDS[slot.part] ?? PART_WORDS_MAX, words.length);
  const taking = Array.from({ length: most }, (_, at) => at + 1).flatMap((count) => {
    const read = readPart(slot.part, words.slice(0, count), today);
    return read === undefined ? [] : readSlots(words.slice(count), others, today).map((rest) => ({ ...read, ...rest }));
  });
  return [...taking, ...without];
}

function readPart(part: Part, words: string[], today: Day): Args | undefined {
  const text = words.join(' ');
  switch (part) {
    case 'order': return named('order', readOrderRef(text));
    case 'amount': return named('amount', readAmount(text));
    case 'day': return named('day', readDay(text, today));
    case 'method': return named('method', METHODS.get(plain(text)));
    case 'stage': return named('stage', STAGES.get(plain(text)));
    case 'force': return FORCE.has(plain(text)) ? { force: true } : undefined;
    case 'count': return named('count', /^\d{1,3}$/.test(text) ? Number(text) : undefined);
    case 'code': return named('code', /^[A-Za-z]{2,10}\d{0,3}$/.test(text) ? text.toUpperCase() : undefined);
    case 'words': return { words: text };
    case 'goods': return /\p{L}|\d{3,}/u.test(text) ? { goods: text } : undefined;
    case 'qty': return readQty(text);
    case 'qtyOrNone': return isNone(text) ? { qty: { milli: 0 } } : readQty(text); // a shelf may be found empty, or be new
    // Where no quantity need follow, « 1kg » belongs to the name: « commander sucre 1kg ».
    case 'bareQty': return named('qty', readQuantity(text));
    case 'unit': return named('unit', /^\p{L}+$/u.test(text) && !METHODS.has(plain(text)) && !OF_CREDIT.has(plain(text)) ? text : undefined);
    case 'knownUnit': return named('unit', UNITS.has(plain(text)) ? text : undefined);
    case 'price': return named('price', readAmount(/^(?:à|a|@)\s*(?=\d)(.+)$/i.exec(text)?.[1] ?? ''));
    case 'report': return named('report', REPORTS.get(plain(text)));
    case 'email': return named('email', readEmail(words));
    case 'file': return FILES.has(plain(text)) ? { file: true } : undefined;
    case 'category': return CATEGORY.has(plain(words[0] ?? '')) && words.length > 1 ? { category: words.slice(1).join(' ') } : undefined;
    case 'counted': return named('counted', Number(/^i[- ]?(\d{1,7})$/i.exec(text)?.[1]) || undefined);
    case 'title': return /^(?=.*\p{L}).{2,60}$/u.test(text) ? { goods: text } : undefined;
    case 'also': return named('also', ALSO_CALLED.exec(text)?.[1]);
    case 'who': return named('who', readWho(text));
    case 'debtor': return readDebtor(words);
    case 'cash': return named('cash', /^0+$/.test(text) ? 0 : readAmount(text));
    case 'settled': return named('settled', Number(/^p[- ]?(\d{1,7})$/i.exec(text)?.[1]) || undefined);
    case 'purchase': return named('purchase', readPurchase(text));
    case 'supplier': return /^\p{L}/u.test(text) ? { supplier: text } : undefined;
    case 'expiry': return named('expiry', readExpiry(words, today));
    case 'goal': return named('goal', GOALS.get(plain(text)));
    case 'aim': return /^\d|^(stop|aucun|none)$/i.test(text) ? { aim: text } : undefined;
    case 'alerts': return VERBS.get(plain(text))?.includes('alerts') === true ? { alerts: true } : undefined;
    case 'sale': return named('sale', Number(/^v?[- ]?(\d{1,7})$/i.exec(text)?.[1]) || undefined);
  }
}

/** « riz s'appelle aussi riz25 »: the verb is in the middle. */
const ALSO_CALLED = /^(?:s['’ ]?appelle aussi|is also called|=)\s+(.+)$/iu;

/** « à », « crédit »: they are no units. */
const OF_CREDIT = new Set([...ON_CREDIT.keys()].flatMap((way) => way.split(' ')));
/** « BC-12 », or as a supplier of several shops names it: « BC-12-DIOP ». */
function readPurchase(text: string): Args['purchase'] {
  const [, seq = '', code] = /^(?:bc|po)[- ]?(\d{1,7})(?:-([a-z]{2,10}\d{0,3}))?$/i.exec(text) ?? [];
  return seq === '' ? undefined : { seq: Number(seq), ...(code === undefined ? {} : { code: code.toUpperCase() }) };
}

/** « email a@b.c », « email stop »; alone it asks where they go. */
function readEmail(words: string[]): string | undefined {
  const said = [2, 1].find((count) => EMAILS.has(plain(words.slice(0, count).join(' '))));
  const [address = '', ...more] = said === undefined ? ['', ''] : words.slice(said);
  return more.length === 0 && (address === '' || address.includes('@') || plain(address) === 'stop') ? address.toLowerCase() : undefined;
}

/** « exp 12/12 »: the next one. */
const readExpiry = ([word = '', ...day]: string[], today: Day): Day | undefined => (EXPIRES.has(plain(word)) ? readDay(day.join(' '), today)?.day : undefined);

/** « 2 », « 2,5 », or glued to what it is counted in: « 25kg ». */
function readQty(text: string): Args | undefined {
  const [, number = text, unit = ''] = /^([\d.,/]+)(\p{L}+)$/u.exec(text) ?? [];
  const qty = unit === '' || UNITS.has(plain(unit)) ? readQuantity(number) : undefined;
  return qty && { qty, ...(unit === '' ? {} : { unit }) };
}

/** A name, or all of a phone: a short number is that of an order. */
const readWho = (text: string): string | undefined => (/^\p{L}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+)*$/u.test(text) || /^\+?\d{8,15}$/.test(text) ? text : undefined);

/** « credit awa », « à crédit awa dossou »; who it is may be left to be asked. */
function readDebtor(words: string[]): Args | undefined {
  const said = [2, 1].find((count) => ON_CREDIT.has(plain(words.slice(0, count).join(' '))));
  const who = words.slice(said).join(' ');
  return said === undefined ? undefined : named('debtor', who === '' ? '' : readWho(who));
}

const named = <P extends keyof Args>(part: P, value: Args[P] | undefined): Args | undefined => (value === undefined ? undefined : { [part]: value });
