import type { AnyStateMachine } from 'xstate';
import type { Screen } from '../../flows/flow.ts';
import { flows } from '../../flows/index.ts';
import type { ChannelName, Reply } from '../../src/channels/channel.ts';
import { guess } from '../../src/conversation/guess.ts';
import { speak } from '../../src/conversation/speak.ts';
import { ABOUT_GOODS, labels, LONGEST_SHOP, GOODS } from './longest-shop.ts';
import { SHOP } from './longest-buying.ts';
import { has, LANGUAGES, loadTexts, sayer, type Language } from '../../src/i18n.ts';
import { ABOUT_CLIENT, LONGEST_BOOKS, MONEY, NAME, URL } from './longest-books.ts';

export const machines: readonly AnyStateMachine[] = flows;
export const texts = loadTexts();

const BUSINESS = 'Couture Chez Tantie Yèyé';
const GARMENT = 'Grand boubou bazin riche brodé trois pièc';
const RIGHTS = 'marquer pret, argent, mesures, commandes, vendre, stock';

/** What every flow about one order keeps. */
const ABOUT_ORDER = {
  asked: [{}], said: [''], near: [[...labels(3, (at) => `004${at} Mouhamadou K. Boubou bro`.padEnd(34, 'd')), { id: 'again' }]],
  why: ['unknown', 'unread', 'several', 'right'], typed: ['wwwwwwwwwwwwwwwwwwww'],
  order: [{ orderId: '', number: '0042', name: NAME, what: 'Ensemble traditionnel brode main', status: 'ready', due: MONEY }],
};

/** What every flow of a client about one order keeps. */
const ABOUT_OWN_ORDER = {
  asked: [{}], said: [''], near: [[...labels(3, (at) => `004${at} Ensemble traditionnel brode m`.padEnd(34, 'd')), { id: 'mine' }, { id: 'again' }]],
  why: ['unknown', 'unread', 'several'], typed: ['wwwwwwwwwwwwwwwwwwww'],
  order: [{ orderId: '', tenantId: '', seq: 42, year: 2026, number: '0042', full: 'ORD-2026-0042', business: BUSINESS, what: 'Ensemble traditionnel brode main', status: 'ready', total: MONEY, due: MONEY, deposit: MONEY }],
};
const WHAT_MAY_BE_DONE = ['pay', 'complain', 'call', 'receipt', 'day', 'cancel'].map((id) => ({ id }));
const STATUSES = ['quote', 'confirmed', 'in_progress', 'fitting', 'awaiting_payment', 'preparing', 'ready', 'on_hold', 'unclaimed', 'delivered', 'rejected', 'expired', 'cancelled'];
const DAY = '2026-12-30';
const OPERATOR = 'Moov Money';
const PHONE = '01 97 00 00 00';
const MEASURED = 'epaule 45,5, poitrine 98,5, taille 80,5, hanche 102,5, longueur 140,5, manche 60,5, cou 40,5'.replaceAll(', ', ' ');
/** What every flow keeps in which measures are dictated. */
const DICTATED = {
  page: [0], pages: [3], asks: ['epaule poitrine taille longueur'], example: ['45 98 80 140'], draft: [{}], same: [true], doubts: [[]], taken: [MEASURED], complete: [true],
  tenantId: [''], clientId: [''], channel: ['ussd'], garmentId: [''], garment: ['Ensemble traditionnel brode main'], whose: [NAME], typed: ['wwwwwwwwwwwwwwwwwwww'],
  doubt: [{ key: '', name: 'longueur', cm: '140,5', before: '120,5', was: 'known' }, { key: '', name: 'longueur', cm: '140,5', before: '', was: 'odd' }], sure: [[]], measureId: [''],
};
const DAYS = { normal: '2026-12-28', high: '2026-12-26', urgent: '2026-12-25' };
const GARMENTS = ['Boubou', 'Robe', 'Chemise', 'Pantalon', 'Ensemble', 'Tenue enfant', 'Retouche'].map((label, at) => ({ id: `id${at}`, label }));
const WAYS = [['keep', '1'], ['dictate', '2'], ['visit', '3'], ['another', '4']].map(([id = '', key = '']) => ({ id, key }));

/** The longest a person or a business can make each blank of a screen; several rows where different words are chosen. */
export const LONGEST: Record<string, Record<string, unknown[]>> = {
  welcome: { wants: ['business'], trade: ['couture, broderie et vente de tissus wax a Abomey-Calavi 229'], person: [NAME] },
  home: { out: [99], low: [99], advised: [' (99)'], today: [99_999_999], persona: ['owner'], sews: [true], stocks: [true], name: [NAME], business: [BUSINESS], code: ['KPEHOU99'], waiting: [99] },
  language: {},
  consent: {},
  human: { businesses: [labels(9, (at) => `${BUSINESS.slice(0, -1)}${at}`)], business: [BUSINESS] },
  offerHuman: {},
  handoff: {},
  data: {
    name: [NAME], phone: ['+229 01 96 00 00 01'], since: ['20/11/2026'], businesses: [[1, 2, 3].map((at) => `${BUSINESS.slice(0, -1)}${at}`).join(', ')],
    messages: [99_999], consents: ['all', 'some', 'none'], url: [URL],
  },
  profile: { profiles: [[...labels(9, (at) => `${BUSINESS.slice(0, -1)}${at}`), { id: 'new' }]], profile: [''], name: [NAME] },
  pin: { business: [BUSINESS], pin: [''], left: [2] },
  opening: {
    standing: ['new'], owned: [BUSINESS], name: [BUSINESS], trade: ['couture, broderie et vente de tissus wax a Abomey-Calavi 229'], capabilities: [['tailoring']], town: ['Abomey-Calavi, Godomey gare 2'], hours: [{}],
    code: ['KPEHUNDEXA'], asked: ['KPEHUNDEXE'], pin: [''], pinHash: [''], dial: ['*384*22#'], number: ['2290190000000'], url: [URL],
  },
  settings: { deposit: [100], capacity: ['sans limite'], takes: ['Ferme aux nouvelles commandes'], when: ['lun, mer, jeu, ven, dim 10h30-18h30'], closed: ['24/12, 25/12, 26/12, 27/12, 28/12, 29/12'], paid: ['pas encore'], asked: [{}], what: [''], text: [''], url: [URL], refusal: ['right'] },
  garments: {
    garmentId: [''], name: [GARMENT], price: ['100 000 000 F'], days: [365], measures: ['epaule, poitrine, taille, hanche, longueur, manche, cou, cuisse, poignet, pantalon'],
    garments: [[...labels(9, (at) => `${BUSINESS.slice(0, -1)}${at}`), { id: 'add' }]], what: [''], text: [''], wanted: [GARMENT], cost: [''],
  },
  shopCode: { code: ['KPEHUNDEXA'], dial: ['*384*22#'], number: ['2290190000000'], url: [URL] },
  changePin: { pin: [''], pinHash: [''] },
  team: { memberId: [''], name: [NAME], phone: ['+229 01 96 00 00 01'], rights: [RIGHTS], status: ['travaille chez vous'], members: [[...labels(9, (at) => `${BUSINESS.slice(0, -1)}${at}`), { id: 'invite' }]], wanted: [NAME], number: [''], refusal: ['right'] },
  joining: { asked: [{}], memberId: [''], business: [BUSINESS], rights: [RIGHTS], pin: [''], pinHash: [''] },
  resume: { what: machines.map(({ id }) => id) },
  orders: {
    ...ABOUT_OWN_ORDER, mine: [[...labels(6, (at) => `004${at} Ensemble CONFIRMEE 99 999 999F`), { id: 'following' }]], after: [''], next: [''],
    seen: STATUSES.map((status) => ({ status, day: DAY, phone: PHONE, note: 'x'.repeat(140) })), acts: [WHAT_MAY_BE_DONE, [{ id: 'rate' }, { id: 'quote' }], ['rate', 'complain', 'call', 'receipt', 'refund'].map((id) => ({ id })), [{ id: 'retake' }, { id: 'callShop' }]], ahead: [{}], told: ['cancelled', 'owed', 'day'], refusal: ['impossible', 'unknown'],
  },
  quote: {
    ...ABOUT_OWN_ORDER, waiting: [labels(6, (at) => `004${at} Ensemble traditionn 99 999 999F`)], quote: [{ price: MONEY, deposit: MONEY, day: DAY }], seen: [MONEY], changed: ['same', 'new'], late: ['full', 'past'], freeOn: [DAY], day: [DAY],
    sure: [false], person: [NAME], ahead: [{}], told: ['accepted', 'refused', 'negotiated'], refusal: ['answered', 'unpriced', 'unknown', 'full', 'past', 'impossible'],
  },
  complain: { ...ABOUT_OWN_ORDER, words: [''], shown: ['none', 'some'], ahead: [{}] },
  askRefund: {
    ...ABOUT_OWN_ORDER, most: [MONEY], source: ['order', 'credit'], policy: [`${'xxxx '.repeat(9)}xxxxx`], amount: [MONEY], part: ['ask', 'unread', 'tooMuch'], reason: [''], stands: ['asked', 'agreed'], day: [DAY], refusal: ['nothing', 'unknown'],
  },
  refunds: {
    ...ABOUT_ORDER, refunds: [[...labels(6, (at) => `004${at} Mouhamadou K. 99 999 999F a payer`), { id: 'following' }]], after: [''], next: [''], picked: [''],
    refund: [{ refundId: '', state: 'asked', number: '0042', client: NAME, what: 'Ensemble traditionnel brode main', amount: MONEY, paid: MONEY, why: 'x'.repeat(140), day: DAY, phone: '+229 01 96 00 00 01' }],
    most: [MONEY], amount: [MONEY], part: ['ask', 'unread', 'tooMuch'], reason: [''], how: ['cash', 'declared', 'credit'], news: ['none', 'agreed', 'undone'], refusal: ['unknown', 'gone', 'tooMuch', 'late', 'right', 'notYours', 'noReason'],
  },
  receipts: { ...ABOUT_OWN_ORDER, papers: [labels(6, (at) => `R-2026-000${at} 99 999 999F`)], chosen: [''], paper: ['valid', 'void'].map((state) => ({ url: URL, fileName: 'recu-2026-0001.pdf', state })) },
  rate: { ...ABOUT_OWN_ORDER, unrated: [labels(5, (at) => `004${at} Ensemble traditionnel`)], stars: [5], refusal: ['notDelivered', 'rated', 'unknown'] },
  pay: {
    ...ABOUT_OWN_ORDER, ahead: [{}], wanted: [{}], debts: [[...labels(6, (at) => `004${at} Ensemble traditionn 99 999 999F`), { id: 'again' }]],
    ways: [[{ id: 'credit' }, { id: 'mtn_open', label: 'MTN MoMo' }, { id: 'moov', label: 'Moov Money' }, { id: 'sbin', label: 'Celtiis Cash' }, { id: 'other' }, { id: 'part' }, { id: 'link' }]],
    offer: [{ due: MONEY, deposit: MONEY, amount: MONEY, open: true, phone: '+2290197000000', phoneShown: PHONE, brief: false, code: '*384*22#', credit: MONEY }], way: [{ id: 'moov', label: OPERATOR }],
    waiting: [{ paymentId: '', amount: MONEY, operator: OPERATOR }], fate: ['asked', 'link', 'live', 'liveLink', 'stalled'], part: ['ask', 'tooMuch', 'unread'], wrongPhone: ['ask', 'unread'],
    refusal: ['closed', 'nothingDue', 'unknown', 'settled'], kept: [{ day: DAY, time: '18:30' }],
  },
  clients: {
    asked: [{}], typed: [NAME], after: [''], isList: [false], total: [99_999], list: [[...labels(6, (at) => `Mouhamadou-Abdoulay 000${at}`), { id: 'next' }]], next: [''],
    draft: [{ phone: '', personId: '', another: false, name: NAME }], shown: ['+229 01 96 00 00 01'], persons: [[...labels(3, (at) => `${NAME.slice(0, 23)}${at}`), { id: 'another' }]], why: ['right', 'unknown'], given: [{}],
  },
  client: {
    clientId: [''], from: [{}], after: [''], next: [''], list: [[...labels(6, (at) => `004${at} Ensemble traditionnel commence`.padEnd(34, 'd')), { id: 'next' }]], why: ['right', 'unknown'], about: [{}], ahead: [{}], given: [{}],
    card: ['whole', 'work'].flatMap((view) => ['some', 'none'].map((has) => ({
      name: NAME, reach: has, phone: '+229 01 96 00 00 01', call: '', view, orders: 999, open: 99, due: MONEY, ordered: has, orderedOn: '2026-12-28', measures: has === 'some' ? 'known' : 'none', measuredOn: '2026-12-28',
    }))),
    acts: [['measures', 'orders', 'order'].map((id) => ({ id }))],
  },
  walkIn: {
    draft: [{ phone: '', personId: '', another: false, name: NAME, clientId: '', garmentTypeId: '', values: {}, measureId: '', same: false, urgency: 'normal', scale: MONEY, price: MONEY, shownAt: '', day: '2026-12-28', force: '' }],
    typed: ['wwwwwwwwwwwwwwwwwwww'], shown: ['+229 01 96 00 00 01'], persons: [[...labels(3, (at) => `${NAME.slice(0, 23)}${at}`), { id: 'another' }]], garments: [labels(9, (at) => `Ensemble traditionnel b${at}`)],
    garment: ['Ensemble traditionnel brode main avec wax'], taken: ['2026-03-12'], kept: [''], wanted: ['épaule, poitrine, taille, hanches, longueur, manche, cou, cuisse, poignet, pantalon'], spoken: ['épaule 450, poitrine 980, taille 800, hanches 102'],
    load: [99], most: ['99'], freeOn: ['2026-12-28'], orderId: [''], number: ['10042'], why: ['unknown', 'noGarment', 'full', 'past', 'person', 'impossible', 'unpriced', 'right'], unfit: ['unread', 'past', 'shut'],
  },
  take: {
    ...ABOUT_ORDER, amount: [MONEY], after: [MONEY], how: ['cash', 'declared', 'credit'], sure: [false], ways: [[{ id: 'cash' }, { id: 'ask' }, { id: 'declared' }, { id: 'credit' }]], waiting: [99], credit: [MONEY], paymentId: [''], receipt: ['R-2026-10042'], minutes: [15], cause: [''], stands: ['same', 'back', 'stays'],
    refusal: ['unknown', 'closed', 'paid', 'late', 'undone', 'right', 'credit'], unasked: ['unknown', 'closed', 'noAccount', 'nothingDue', 'live', 'tooMuch', 'right'],
  },
  board: {
    asked: [{}], part: ['all'], after: [''], counts: [{ all: 999, today: 99, late: 99, week: 99, waiting: 99, later: 999 }], few: [false],
    list: [[...labels(6, (at) => `004${at} Mouhamadou K. Ensemble`.padEnd(28, 'd').concat(' 22/11'))], [...labels(6, (at) => `004${at} Mouhamadou K. Ensemble`.padEnd(28, 'd').concat(' 22/11')), { id: 'next' }]], next: [''], given: [{}],
  },
  card: {
    url: [URL],
    ...ABOUT_ORDER, place: [{}],
    card: ['whole', 'work', 'shop'].flatMap((view) => (view === 'shop' ? ['awaiting_payment', 'preparing'] : ['in_progress', 'confirmed', 'unclaimed']).map((status) => ({
      orderId: '', number: '0042', full: 'ORD-2026-0042', view, client: NAME, phone: '+229 01 96 00 00 01', what: 'Ensemble traditionnel brode main', status, state: status === 'in_progress' ? 'readyFailed' : status, promised: '2026-12-28',
      money: 'priced', total: MONEY, paid: MONEY, due: MONEY, measures: 'known', measured: '2026-12-28', photos: 99, work: 'openBy', open: 'coupe, couture, broderie, finition, contrôle', sewer: NAME,
    }))),
    acts: [['stage', 'ready', 'late', 'photo', 'problem', 'assign', 'fitting', 'hold', 'cancel'].map((id) => ({ id }))], act: ['start', 'hold', 'cancel'], reason: [''], sewers: [labels(8, (at) => `${NAME.slice(0, 23)}${at}`)], name: [NAME],
    did: ['start', 'hold', 'resume', 'fitting', 'retouch', 'cancel', 'cancelOwing', 'assign', 'photo', 'problem'], refusal: ['impossible', 'sewn', 'unknown', 'noReason', 'others', 'right'], media: [{}], given: [{}],
  },
  ready: { ...ABOUT_ORDER, quiet: [false], told: ['told', 'quiet', 'unreached'], undone: ['unsent', 'corrected'], refusal: ['already', 'ended', 'impossible', 'unknown', 'right'] },
  deliver: { ...ABOUT_ORDER, reason: [''], refusal: ['already', 'unknown', 'right', 'notReady'], told: ['told', 'unreached'], given: [{}] },
  late: {
    ...ABOUT_ORDER, day: ['2026-12-30'], from: ['2026-12-28'], freeOn: ['2027-01-04'], taken: ['full', 'shut'], reason: [''], told: ['told', 'unreached'], refusal: ['impossible', 'same', 'unknown', 'full', 'shut', 'right'],
  },
  devis: {
    ...ABOUT_ORDER, has: ['none', 'price'], usual: [MONEY], price: [MONEY], amount: [MONEY], deposit: [MONEY], day: ['2026-12-30'], sure: [false], freeOn: ['2027-01-04'], taken: ['full', 'shut'], reason: [''], told: ['told', 'again', 'unreached'],
    refusal: ['frozen', 'paying', 'impossible', 'same', 'unknown', 'full', 'shut', 'right'],
  },
  tasks: { asked: [{}], list: [labels(6, (at) => `004${at} Mouhamadou K. Ense broderie`)], given: [{}] },
  attach: {
    ...ABOUT_ORDER, media: [{ kind: 'image' }, { kind: 'voice' }, { kind: 'audio' }, { kind: 'video' }], list: [[...labels(5, (at) => `004${at} Mouhamadou K. Ensemble`.padEnd(34, 'd')), { id: 'other' }, { id: 'none' }]], picked: [''], number: ['0042'],
    refusal: ['unknown', 'others', 'right'], given: [{}],
  },
  stage: { ...ABOUT_ORDER, stage: ['embroider'], rest: ['coupe, couture, broderie, finition'], whose: [NAME], refusal: ['unknown', 'notBegun', 'sewn', 'already', 'others', 'right'], given: [{}] },
  measures: { ...DICTATED, asked: [{}], shops: [labels(3, (at) => `${BUSINESS.slice(0, -1)}${at}`)], business: [BUSINESS], people: [[{ id: 'own' }, ...labels(4, (at) => `Mouhamadou-Abdoula ${at}`), { id: 'another' }]], measured: ['yes'], takenOn: ['12/03/2026'],
    ways: [[{ id: 'dictate', key: '1' }, { id: 'fix', key: '2' }, { id: 'history', key: '3' }]], profileId: [''], after: [''], next: [''], list: [[...labels(6, (at) => `12/03/202${at} ${NAME}`.slice(0, 24)), { id: 'next' }]], versions: [[]],
    version: [{ id: '', taken: MEASURED, takenOn: '12/03/2026', by: NAME }], side: ['own', 'theirs'], place: [{}],
  },
  tailoredOrder: {
    ...DICTATED, asked: [{}], shops: [[...labels(2, (at) => `${BUSINESS.slice(0, -1)}${at}`), { id: 'code', key: '3' }]], code: [''], near: [[...labels(3, (at) => `${BUSINESS.slice(0, -1)}${at}`), { id: 'code' }]],
    why: ['unknown', 'closed', 'notSewing'], other: [BUSINESS], business: [BUSINESS], garments: [[...GARMENTS, { id: 'other' }]], key: [''], sells: [true], described: [''], files: [[]], sent: [10],
    day: ['2026-12-28'], total: [MONEY], deposit: [MONEY], shownAt: [''], urgency: ['normal'], fabric: ['workshop'], dayWhy: ['ask', 'unread', 'soon', 'far'], soonest: ['2026-12-25'], said: [''],
    whens: [[{ id: 'normal' }, { id: 'high' }, { id: 'urgent' }]], days: [DAYS], ways: [WAYS], measured: ['yes', 'no'], kept: [''], takenOn: ['12/03/2026'], how: ['own', 'another', 'visit'],
    changing: [false], now: [true], news: ['price', 'day', 'full', 'quote'], number: ['10042'], paying: [{}],
  },
  count: {
    ...ABOUT_GOODS, qty: [0], found: ['less', 'more'].map((side) => ({ expected: 99_999.999, counted: 99_999.999, difference: 99_999.999, worth: 9_999_999, side })), cause: [''], number: ['I-99999'],
    told: ['settled', 'waits'], answer: ['agreed', 'declined'], left: [99_999.999], refusal: ['unknown', 'unit', 'right'], unanswered: ['unknown', 'answered', 'changed', 'superseded', 'right'],
  },
  cart: {
    asked: [{}], shops: [[...labels(4, (at) => `${BUSINESS.slice(0, -1)}${at}`), { id: 'code' }]], code: [''], near: [[...labels(3, (at) => `${BUSINESS.slice(0, -1)}${at}`), { id: 'code' }]], why: ['unknown', 'closed', 'notSelling'], other: [BUSINESS],
    tenantId: [''], business: [BUSINESS], shelves: [[...labels(9, (at) => `Hygiene et maison ${at}`), { id: 'cart', label: 'Panier (12) 99 999 999 F' }]], shelf: [''], after: [''], next: [''], picked: [''],
    goods: [[...labels(5, (at) => `${GOODS.slice(0, 12)}${at} 9 999 999F (99999)`), { id: 'cart', label: 'Panier (12) 99 999 999 F' }, { id: 'following' }]], variants: [labels(5, (at) => `${GOODS.slice(0, 12)}${at} 9 999 999F (99999)`)],
    item: [{ variantId: '', name: GOODS, price: 9_999_999, left: 99_999.999, inCart: 9_999.999 }], text: [''], had: ['ask', 'unread', 'quantity', 'full', 'gone'], left: [0], adding: [true],
    lines: ['2 Couches pour enfants taille 4, 12 Riz parfume sac 25kg, 3 Beurre 250g demi-sel +12'], count: [12], total: [MONEY], rows: [labels(12, (at) => `${GOODS.slice(0, 22)}${at} x 99999`)],
    lacks: [`Il reste 99 999,999 x ${GOODS.slice(0, 30)}. Il n'y a plus de ${GOODS.slice(0, 30)}. Il n'y a plus de ${GOODS.slice(0, 30)}.`], outs: [[{ id: 'take', label: 'Prendre 99 999,999' }, { id: 'wait' }, { id: 'drop' }]], lacking: [[]],
    news: ['none'], number: ['10042'], paying: [{}],
  },
  sale: {
    ...ABOUT_GOODS, ...ABOUT_CLIENT, draft: [{ phone: '', personId: '', another: false, name: NAME }], shown: ['+229 01 96 00 00 01'], persons: [[...labels(3, (at) => `${NAME.slice(0, 23)}${at}`), { id: 'another' }]], undoAt: ['*384*4321#'], price: [0], whole: [0], bill: [{ qty: 0, shown: 99_999.999, unit: 'bouteille', price: 9_999_999, total: MONEY }], how: ['cash'], sure: [false], usual: [99_999.999], short: [99_999.999],
    sold: ['fine', 'low', 'rupture'].map((state) => ({ number: 'V-99999', left: 99_999.999, state, min: 99_999 })), seq: [99_999], refusal: ['unknown', 'short', 'quantity', 'unit', 'person', 'right'], unvoided: ['unknown', 'voided', 'late', 'right', 'ordered'],
  },
  ...LONGEST_BOOKS, ...LONGEST_SHOP, ...SHOP,
};
export const LENGTHS = { name: NAME.length, business: BUSINESS.length, url: URL.length, trade: String(LONGEST['welcome']?.['trade']?.[0]).length };

export type Shot = { name: string; flow: string; state: string; screen: Screen<object>; over: boolean; context: Record<string, unknown> };

/** Every screen of every flow, filled with its longest values. */
export const shots: Shot[] = machines.flatMap((flow) =>
  Object.values(flow.states).flatMap((state) => {
    const screen = state.meta as Screen<object> | undefined;
    if (screen?.say === undefined) return [];
    return different(contexts(variedIn(screen, LONGEST[flow.id] ?? {})).map((context) => ({ name: `${flow.id}.${state.key}`, flow: flow.id, state: state.key, screen, over: state.type === 'final', context })));
  }),
);

/** A word that a screen does not choose makes no other screen of it. */
function different(all: Shot[]): Shot[] {
  const seen = new Map(all.map((shot) => [JSON.stringify((['fr', 'en'] as const).flatMap((language) => (['whatsapp', 'sms', 'ussd'] as const).map((channel) => replyOf(shot, language, channel)))), shot]));
  return [...seen.values()];
}

/** Other words are chosen only by what a screen names: the rest is the same on it, whatever it is. */
function variedIn({ say, choose }: Screen<object>, rows: Record<string, unknown[]>): Record<string, unknown[]> {
  const said = LANGUAGES.flatMap((language) => ['', '_ussd', '_sms'].map((channel) => String(texts.getResource(language, 'translation', `${say}${channel}`)))).join(' ');
  return Object.fromEntries(Object.entries(rows).map(([field, values]) => [field, said.includes(field) || (choose as unknown) === field ? values : values.slice(0, 1)]));
}

function contexts(rows: Record<string, unknown[]>): Record<string, unknown>[] {
  return Object.entries(rows).reduce<Record<string, unknown>[]>((made, [field, values]) => made.flatMap((context) => values.map((value) => ({ ...context, [field]: value }))), [{}]);
}

export function replyOf({ flow, state, screen, over, context }: Shot, language: Language, channel: ChannelName): Reply {
  return speak({ session: { flow, version: '1', state, context, page: 0 }, screen, over, step: 99_999 }, { texts, language, channel });
}

const TYPED = 'w'.repeat(20);

export type Above = { why: string; notices: string[]; header?: string };

/** What may stand above a screen: whom it is for on a shared phone, what went wrong, what was asked for. */
export function aboves(shot: Shot, reply: Reply, language: Language, channel: ChannelName): Above[] {
  const say = sayer(texts, language, channel);
  const wrong = `${shot.flow}.wrong.${shot.state}`;
  const named = [...reply.options].sort((a, b) => b.label.length - a.label.length).slice(0, 2).map(({ label }) => label);
  const guesses = guess(named[0] ?? '', reply.options).length > 0 ? [say('common.guess', { guesses: named.join(' / ') })] : [];
  const notices: Record<string, string[]> = {
    nothing: [],
    misunderstood: has(texts, wrong, language) ? [say(wrong)] : [say('common.notUnderstood', { typed: TYPED }), ...guesses],
    help: [say('common.help', { code: '*384*22#' })],
    changed: [say('common.changed')],
    language: [say('language.set')],
    cancelled: [say('common.cancelled')],
    ...(channel === 'whatsapp' ? { stale: [say('common.stale')], received: [say('received.voice')] } : {}),
  };
  const header = say('common.header', { name: NAME });
  return Object.entries(shot.over ? { nothing: [] } : notices).flatMap(([why, lines]) => [{ why, notices: lines }, { why: `shared, ${why}`, notices: lines, header }]);
}
