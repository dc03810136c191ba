import { ALERT_KINDS } from '../../src/domain/shop/alert-kinds.ts';
import { ABOUT_GOODS, GOODS, labels } from './longest-shop.ts';

const NAME = 'Mouhamadou-Abdoulaye N’Diaye-Kpèhoundé K';
const BUSINESS = 'Couture Chez Tantie Yèyé';
const MONEY = 99_999_999;
const DAY = '2026-12-30';

/** The screens of a shop. */
export const SHOP: Record<string, Record<string, unknown[]>> = {
  count: {
    ...ABOUT_GOODS, qty: [0], found: ['less', 'more'].map((side) => ({ expected: 99_999.999, counted: 99_999.999, difference: 99_999.999, worth: 9_999_999, side })), cause: [''], number: ['I-99999'],
    told: ['settled', 'waits'], answer: ['agreed', 'declined'], left: [99_999.999], refusal: ['unknown', 'unit', 'right'], unanswered: ['unknown', 'answered', 'changed', 'superseded', 'right'],
  },
  answer: { asked: [{}], waiting: [labels(9, (at) => `BC-9999${at} ${BUSINESS}`.slice(0, 22))], picked: [''], given: [{}] },
  recipient: { asked: [{}], subject: [''], business: [BUSINESS] },
  supply: { asked: [{}], subject: [''], business: [BUSINESS], number: ['BC-99999'], day: [DAY], typed: [''] },
  alert: { ...ABOUT_GOODS, act: ['later', 'seen', 'unmute'], min: [99_999.999], state: ['fine', 'low', 'rupture'], refusal: ['unknown', 'unit', 'none', 'right'] },
  alerts: {
    asked: [{}], from: [0], open: [[...labels(7, (at) => `Couches taille ${at} (faible)`), { id: 'more' }, { id: 'past' }, { id: 'rules' }]], count: [99], id: [''], goods: [''], given: [{}], kind: [''], act: [''], told: ['later', 'mute', 'seen'],
    card: ALERT_KINDS.flatMap((kind) => [{ kind, name: GOODS, since: DAY, detail: 'Reste 99 999,999 mini 99 999,999. 9,5 j, rupture 30/12. 99 999 commandes. Conseil 99 999. Vu. Rappel le 30/12.' }]),
    acts: [[{ id: 'buy' }, ...['Rappeler demain', 'Couper 7 jours', 'Vu'].map((label, at) => ({ id: `id${at}`, label })), { id: 'list' }]],
    rules: [[...labels(6, (at) => `Stock faible ${at}: en pause`), { id: 'people' }]], rule: ALERT_KINDS.map((kind) => ({ kind, state: 'muted', until: DAY })), change: [''],
    past: [[...labels(7, (at) => `Couches taille ${at} (faible)`), { id: 'more' }]], people: [labels(9, (at) => `Mouhamadou-${at} (a dit non)`)], person: [NAME], asking: ['asked', 'dropped'],
  },
  purchase: {
    ...ABOUT_GOODS, qty: [0], unit: [''], price: [0], supplierId: [''], lines: [[]], suppliers: [[...labels(8, (at) => `Grande Distribution A${at}`), { id: 'newSupplier' }]], number: ['BC-99999'], told: ['sent', 'unreached'], seq: [0], order: [{}],
    buy: ['one', 'many'].map((of) => ({ what: of === 'one' ? GOODS : `${GOODS}, ${GOODS}, ${GOODS}, …`, shown: 99_999.999, unit: 'bouteille', price: 9_999_999, total: MONEY, count: 99, of, supplier: 'Grande Distribution Alimentaire de Dakar' })),
    refusal: ['unknown', 'quantity', 'unit', 'nothing', 'over', 'right'],
  },
  purchases: {
    asked: [{}], from: [0], open: [[...labels(7, (at) => `BC-999${at} Grande Distrib`), { id: 'more' }]], seq: [0], refusal: ['unknown', 'over', 'right'],
    card: ['draft', 'sent', 'confirmed', 'dated', 'refused', 'partial', 'received', 'cancelled'].map((state) => ({ seq: 99_999, number: 'BC-99999', supplier: 'Grande Distribution Alimentaire de Dakar', what: `99999 ${GOODS}, 99999 ${GOODS}`, total: MONEY, state, day: DAY, left: `99999 ${GOODS}, 99999 ${GOODS}` })),
  },
  goodsIn: { ...ABOUT_GOODS, supplier: [''], suppliers: [[...labels(8, (at) => `Grande Distribution A${at}`), { id: 'nobody' }]], into: ['none', 'part', 'all', 'beyond'].map((of) => ({ shown: 99_999.999, unit: 'bouteille', price: 9_999_999, left: 99_999.999, average: 9_999_999, receiptId: '', of, number: 'BC-99999', coming: 99_999.999, beyond: 99_999.999 })), refusal: ['unknown', 'quantity', 'unit', 'late', 'gone', 'right'] },
  missing: { ...ABOUT_GOODS, lost: [99_999.999], refusal: ['unknown', 'quantity', 'unit', 'right'] },
};
