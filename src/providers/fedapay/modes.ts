/** A way to pay by a prompt on one's phone. Wave and Orange have none: who uses them pays on the page. */
export type PaymentMode = {
  mode: string;
  label: string;
  country: string;
  /** How its national numbers begin, where that is known: a first guess, as people keep their number when they change operator. */
  prefixes?: readonly string[];
  /** Takes Beninese numbers without the 01 that they have had since 2024. */
  withoutNew01?: boolean;
};

const MODES: readonly PaymentMode[] = [
  { mode: 'mtn_open', label: 'MTN MoMo', country: 'BJ' },
  { mode: 'moov', label: 'Moov Money', country: 'BJ' },
  { mode: 'sbin', label: 'Celtiis Cash', country: 'BJ' },
  { mode: 'moov_tg', label: 'Moov Money', country: 'TG' },
  { mode: 'togocel', label: 'Mixx by Yas', country: 'TG' },
  { mode: 'mtn_ci', label: 'MTN MoMo', country: 'CI', prefixes: ['05'] },
  { mode: 'airtel_ne', label: 'Airtel Money', country: 'NE' },
  { mode: 'free_sn', label: 'Free Money', country: 'SN' },
];
/** The only one that their sandbox knows; of its numbers 64000001 and 66000001 pay. */
const SANDBOX: PaymentMode = { mode: 'momo_test', label: 'MoMo Test', country: 'BJ', withoutNew01: true };

export const modeNamed = (mode: string): PaymentMode | undefined => [...MODES, SANDBOX].find((known) => known.mode === mode);

/** What a person of this country can be prompted with. */
export const modesOf = (country: string, world: 'live' | 'sandbox'): readonly PaymentMode[] => (world === 'sandbox' ? [SANDBOX] : MODES.filter((mode) => mode.country === country));
