import type { Scope } from '../../scope.ts';
import { languageOf, sayer, type Say } from '../../i18n.ts';

/** The words of the person who is answered, for what is made of several of them. */
export const wordsFor = ({ voice, who }: Scope): Say => sayer(voice.texts, languageOf(who.language), who.channel);

/** « 94 % », « +5 % » */
export function percent(say: Say, share: number, sign: 'plain' | 'signed' = 'plain'): string {
  const pct = Math.round(share * 100);
  return say('report.pct', { pct: sign === 'signed' && pct > 0 ? `+${pct}` : String(pct) });
}
