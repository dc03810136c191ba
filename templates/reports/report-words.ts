import type { i18n } from 'i18next';
import { sayer, type Say } from '../../src/i18n.ts';
import type { Month, ReportOf } from './figures.ts';

export const reportSayer = (texts: i18n, { language }: ReportOf): Say => sayer(texts, language, 'paper');

const formats = (language: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', options);

/** 21 novembre 2026 à 19:05, as it is there. */
export const momentWords = ({ language, at, timezone }: ReportOf): string => formats(language, { dateStyle: 'long', timeStyle: 'short', timeZone: timezone }).format(at);
/** 21/11/2026 */
export const dayWords = (language: string, day: string): string => formats(language, { dateStyle: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).replace(/\/(\d\d)$/, '/20$1');
/** novembre 2026 */
export const monthWords = (language: string, month: Month): string => formats(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
/** nov. 26 */
export const shortMonth = (language: string, month: Month): string => formats(language, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));

export const decimal = (language: string, value: number, digits = 1): string => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value).replace(/[\u202f\u00a0]/g, ' ');
export const quantity = (language: string, milli: number): string => decimal(language, milli / 1_000, 3);
/** 12,5 % in French, 12.5% in English. */
export const percent = (language: string, share: number): string => `${decimal(language, share * 100)}${language === 'fr' ? ' ' : ''}%`;
