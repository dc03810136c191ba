/** The people of the demo and of the tests. Numbers, names and codes never change; the cast grows with each area. */
type Tenant = { code: string; name: string; country: string; timezone: string; capabilities: string[]; settings: object; staff: Staff[] };
type Staff = { name: string; phone: string; role: 'owner' | 'employee'; pin: string };

const BENIN = { country: 'BJ', timezone: 'Africa/Porto-Novo' };
const SENEGAL = { country: 'SN', timezone: 'Africa/Dakar' };

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
    staff: [{ name: 'Moussa Diop', phone: '+221770000003', role: 'owner', pin: '4321' }, { name: 'Fatou Ba', phone: '+221770000004', role: 'employee', pin: '2468' }],
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

export const AFFILIATES = [{ name: 'Kofi Agbo', phone: '+2290196000010', code: 'KOFI23' }];

/** Who may hold the simulator's phone: a newcomer first. */
export const HOLDERS: { name: string; phone: string; about: string }[] = [
  { name: 'Inconnu', phone: '+2290195000001', about: 'jamais vu, never seen' },
  ...CLIENTS.map(({ name, phone, of }) => ({ name, phone, about: of.length === 0 ? '' : `client: ${of.join(', ')}` })).filter(({ name }) => name !== 'Yao').map((holder) => (holder.name === 'Ines' ? { ...holder, name: 'Ines et Yao', about: 'Ines + Yao' } : holder)),
  ...TENANTS.flatMap(({ name: business, staff }) => staff.map(({ name, phone }) => ({ name, phone, about: business }))),
  ...AFFILIATES.map(({ name, phone, code }) => ({ name, phone, about: code })),
];
