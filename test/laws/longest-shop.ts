/** A choice found at run time. */
export const labels = (count: number, label: (at: number) => string) => Array.from({ length: count }, (_, at) => ({ id: `id${at}`, label: label(at) }));

/** What every flow about goods keeps. */
export const GOODS = 'Couches pour enfants taille 4 paquet de 30 pieces';
export const ABOUT_GOODS = {
  asked: [{}], menu: [true], said: [''], near: [[...labels(6, (at) => `10${at} ${GOODS.slice(0, 18)} (99999)`), { id: 'again' }]], why: ['unknown', 'several', 'many', 'right'], typed: ['w'.repeat(30)],
  goods: [{ variantId: '', name: GOODS, unit: 'bouteille', price: 9_999_999, onHand: 99_999.999, available: 99_999.999 }], less: [99_999.999], more: [99_999_999], unknown: [{}],
};

/** The longest that the screens of a shop may hold. */
export const LONGEST_SHOP: Record<string, Record<string, unknown[]>> = {
  chart: { ...ABOUT_GOODS, paper: [{ url: '', fileName: '' }], what: ['sales', 'stock'], refusal: ['none', 'unknown', 'right'] },
  stockOf: {
    ...ABOUT_GOODS, given: [{}], acts: [[{ id: 'sell', key: '1' }, { id: 'in', key: '2' }]],
    shelf: ['fine', 'low', 'rupture'].flatMap((state) => ['unknown', 'quiet', 'gone', 'lasts', 'out', 'outFrom'].flatMap((outlook) => ['order', 'none'].map((advice) => ({
      code: '10999', left: 99_999.999, kept: 9_999, coming: 9_999, free: 99_999.999, min: 99_999, price: 9_999_999, average: 9_999_999, cost: 'known', state, day: '2026-11-20', time: '09:00', outlook, cover: 999, on: '2026-11-28', from: '2026-11-26', to: '2026-12-03', advice, advised: 99_999,
    })))),
  },
  shelves: {
    asked: [{}], after: [''], next: [''], given: [{}], category: ['Hygiène et produits de la maison'], what: ['fine', 'worst', 'category'], refusal: ['unknown'], typed: ['wwwwwwwwwwwwwwwwwwww'],
    health: [{ products: 9_999, out: 999, low: 999, worth: '99 999 999 F (99 sans cout)', day: '2026-11-20', time: '09:00' }], list: [[...labels(5, (at) => `10${at} ${GOODS.slice(0, 14)} 9999 (mini 9999)`), { id: 'next' }]],
  },
  forecast: {
    asked: [{}], after: [''], next: [''], given: [{}], refusal: ['none', 'right'],
    seen: ['high', 'medium', 'low'].map((reliability) => ({ outs: 999, products: 999, amount: 999_999_999, suppliers: 99, reliability, error: '999', day: '2026-11-20' })), list: [[...labels(5, (at) => `10${at} ${GOODS.slice(0, 14)} 28/11`), { id: 'next' }, { id: 'toOrder' }]],
  },
  toOrder: {
    asked: [{}], given: [{}], after: [''], next: [''], supplierId: [''], supplier: ['Comptoir Franco-Africain de Distribution'], texts: [5], refusal: ['none', 'right', 'gone'], amount: [99_999_999],
    total: [{ products: 999, amount: 999_999_999, suppliers: 99, day: '2026-11-20' }], suppliers: [labels(5, (at) => `Comptoir F${at}: 99 prod 9 999 999 F`)], lines: [[...labels(5, (at) => `Concentre d${at}: 999 = 999 999 F`), { id: 'next' }, { id: 'order' }]],
    line: [{ name: GOODS, units: 9_999, unit: 'bouteille', cost: 9_999_999, amount: 99_999_999, price: 'known', perDay: 999.9, lead: 30, days: 37, safety: 9_999.9, target: 9_999.9, left: 9_999.999, coming: 9_999 }],
  },
  analysis: {
    ...ABOUT_GOODS, given: [{}], refusal: ['none', 'unknown', 'right'],
    seen: ['smooth', 'erratic', 'intermittent', 'lumpy', 'new'].map((kind) => ({
      code: '10999', week: 9_999.5, month: 99_999.5, trend: '+999 %', turnover: 9_999_999, margin: '9 999 999 F', service: 'pas de donnees', lost: 9_999, emptyDays: 30, perDay: 999.9, cover: 'pas de vente prevue', abc: 'A', xyz: 'X', kind, reliability: 'medium', error: '999', day: '2026-11-20',
    })),
  },
  dormants: {
    asked: [{}], after: [''], next: [''], given: [{}], refusal: ['none', 'right'], total: [{ products: 999, amount: 99_999_999, days: 60, day: '2026-11-20' }], list: [[...labels(5, (at) => `Concentre d${at}: 999 = 999 999 F`), { id: 'next' }]],
  },
  goals: {
    asked: [{}], typed: [''], goal: ['turnover', 'margin', 'service', 'stockOuts'], day: ['2026-11-20'], refusal: ['right', 'unread'], acts: [[{ id: 'turnover' }, { id: 'margin' }, { id: 'service' }, { id: 'stockOuts' }]], line: ['999 produits en rupture au plus.'],
    lines: ['Ventes 99 999 999 F/99 999 999 F 999 %\nMarge pas de donnees/100 % ok\nService pas de donnees/100 % ok\nRuptures 999, max 999 ok'],
  },
  report: {
    asked: [{}], kind: [''], refusal: ['none', 'noneThen', 'right', 'off', 'unread'], email: ['comptabilite.boutique-diop.medina@messagerie-dakar.example.com'], which: ['kept', 'none'], file: [''], by: ['sms', 'whatsapp'], offers: [[{ id: 'text' }, { id: 'excel' }, { id: 'other' }]],
    told: [{
      title: 'Rapport de la semaine', from: '2026-11-01', to: '2026-11-20', time: '09:00', sales: '99 999', turnover: '99 999 999 F', trend: '+999 %', seven: '99 999 999 F', thirty: '99 999 999 F', basket: '9 999 999 F', margin: '9 999 999 F sur 99 %', service: 'pas de donnees', inStock: 'pas de donnees',
      out: '999', low: '999', worth: '99 999 999 F', lastWorth: '99 999 999 F', best: `${GOODS} 9 999 999 F, `.repeat(3), categories: 'Hygiène et maison 9 999 999 F, '.repeat(9), asleep: '999, 99 999 999 F immobilisés',
      first: 'Concentre de tomat finit vers 28/11: commandez 9 999.', second: '999 dormants 9 999 999 F: soldez Concentre de.', third: 'Concentre de tomat fait 100 % du CA.',
    }],
  },
};
