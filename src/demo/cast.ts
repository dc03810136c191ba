/** The people of the demo and of the tests. Numbers, names and codes never change; the cast grows with each area. */
type Tenant = { code: string; name: string; country: string; timezone: string; capabilities: string[]; settings: object; staff: Staff[] };
type Staff = { name: string; phone: string; role: 'owner' | 'employee'; pin: string; permissions?: string[] };

const BENIN = { country: 'BJ', timezone: 'Africa/Porto-Novo' };
export const SENEGAL = { country: 'SN', timezone: 'Africa/Dakar' };

export const TENANTS: Tenant[] = [
  {
    code: 'AFI', name: 'Atelier Afi', ...BENIN, capabilities: ['tailoring', 'shop'],
    settings: { depositPct: 50, capacityPerWeek: 12, workdays: [1, 2, 3, 4, 5, 6] },
    staff: [{ name: 'Afi Kossou', phone: '+2290197000001', role: 'owner', pin: '4321' }, { name: 'Koffi Mensah', phone: '+2290197000002', role: 'employee', pin: '2468' }],
  },
  {
    code: 'BINTOU', name: 'Salon Bintou', ...SENEGAL, capabilities: ['beauty', 'shop'], settings: {},
    staff: [{ name: 'Bintou Sarr', phone: '+221770000001', role: 'owner', pin: '4321' }, { name: 'Ines Diatta', phone: '+221770000002', role: 'employee', pin: '2468' }],
  },
  {
    code: 'DIOP', name: 'Boutique Diop', ...SENEGAL, capabilities: ['shop', 'stock'], settings: {},
    staff: [{ name: 'Moussa Diop', phone: '+221770000003', role: 'owner', pin: '4321' }, { name: 'Fatou Ba', phone: '+221770000004', role: 'employee', pin: '2468', permissions: ['sales'] }],
  },
  {
    code: 'SENA', name: 'Studio Sena', ...SENEGAL, capabilities: ['studio'], settings: {},
    staff: [{ name: 'Sena Agent', phone: '+221770000010', role: 'owner', pin: '4321' }],
  },
];

/** Two persons hold the last phone. */
export const CLIENTS: { name: string; phone: string; of: string[] }[] = [
  { name: 'Awa Dossou', phone: '+2290196000001', of: ['AFI'] },
  { name: 'Jean Hounsou', phone: '+2290196000002', of: ['AFI', 'BINTOU'] },
  { name: 'Ines', phone: '+2290196000003', of: [] },
  { name: 'Yao', phone: '+2290196000003', of: [] },
];

/** What Atelier Afi sews. */
export const GARMENTS: { names: Record<'boubou' | 'dress' | 'shirt' | 'trousers' | 'set' | 'child' | 'alteration', string>; pricesXof: Record<string, number> } = {
  names: { boubou: 'Boubou', dress: 'Robe', shirt: 'Chemise', trousers: 'Pantalon', set: 'Ensemble', child: 'Tenue enfant', alteration: 'Retouche' },
  pricesXof: { Boubou: 25_000, Robe: 18_000, Chemise: 15_000, Pantalon: 10_000, 'Tenue enfant': 9_000, Retouche: 2_000 },
};

/** Millimetres, taken with the tape at Atelier Afi. */
export const MEASURES_OF = [{ client: 'Awa Dossou', takenAt: '2026-03-12T10:00:00Z', values: { shoulder: 450, chest: 980, waist: 800, hips: 1_020, length: 1_400, sleeve: 600, neck: 400 } }];

/** Orders at Atelier Afi, numbered in the current year. */
export const ORDERS = [
  { seq: 42, client: 'Awa Dossou', garment: 'Boubou', description: 'Boubou bazin', paidXof: 12_500, isReady: true, dueInDays: 1 },
  { seq: 44, client: 'Jean Hounsou', garment: 'Chemise', description: 'Chemise', paidXof: 7_500, isReady: false, dueInDays: 4 },
];

export const AFFILIATES = [{ name: 'Kofi Agbo', phone: '+2290196000010', code: 'KOFI23' }];

/** Who may hold the simulator's phone: a newcomer first. */
export const HOLDERS: { name: string; phone: string; about: string }[] = [
  { name: 'Inconnu', phone: '+2290195000001', about: 'jamais vu, never seen' },
  ...CLIENTS.map(({ name, phone, of }) => ({ name, phone, about: of.length === 0 ? '' : `client: ${of.join(', ')}` })).filter(({ name }) => name !== 'Yao').map((holder) => (holder.name === 'Ines' ? { ...holder, name: 'Ines et Yao', about: 'Ines + Yao' } : holder)),
  ...TENANTS.flatMap(({ name: business, staff }) => staff.map(({ name, phone }) => ({ name, phone, about: business }))),
  ...AFFILIATES.map(({ name, phone, code }) => ({ name, phone, about: code })),
];
