import { plainDigits } from './plain-digits.ts';

/** More than any boubou, less than what a wallet may hold. */
const AMOUNT_MAX = 100_000_000;
const THOUSAND = /^(\d+(?:[.,]\d+)?)\s*(?:k|mille|mil|thousand)$/;
const GROUPED = /^\d{1,3}(?:[ .,]\d{3})+$/;
const BARE = /^\d+$/;

/** Francs, as people type them: 2500, 2 500, 2.500, 2500f, 25k, 25 mille. Undefined when it may mean something else. */
export function readAmount(typed: string): number | undefined {
  const text = plainDigits(typed).replace(/\s*(?:f|fr|frs|francs?|fcfa|f cfa|cfa|xof)\.?$/, '').trim();
  const thousands = THOUSAND.exec(text)?.[1];
  const francs = thousands === undefined ? wholeFrancs(text) : Number(thousands.replace(',', '.')) * 1_000;
  return francs !== undefined && Number.isInteger(francs) && francs > 0 && francs <= AMOUNT_MAX ? francs : undefined;
}

const wholeFrancs = (text: string): number | undefined => (BARE.test(text) || GROUPED.test(text) ? Number(text.replace(/[ .,]/g, '')) : undefined);
