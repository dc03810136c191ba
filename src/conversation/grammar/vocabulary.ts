import { readFileSync } from 'node:fs';
import type { Stage } from '../../domain/orders/stage-names.ts';
import type { Goal } from '../../domain/shop/knowing/goals.ts';
import { plain } from '../../domain/spoken/plain.ts';

export type Verb =
  | 'order' | 'pay' | 'where' | 'accept' | 'decline' | 'negotiate' | 'complain' | 'rate' | 'receipt' | 'askRefund' | 'measures'
  | 'ready' | 'deliver' | 'take' | 'refund' | 'quote' | 'late' | 'done' | 'photos' | 'walkIn' | 'client' | 'board'
  | 'close' | 'open' | 'capacity' | 'business' | 'join'
  | 'sell' | 'unsell' | 'goodsIn' | 'stock' | 'count' | 'missing' | 'agreeCount' | 'refuseCount'
  | 'report' | 'figures' | 'forecast' | 'toOrder' | 'analyse' | 'dormants' | 'counsel' | 'goal' | 'chart'
  | 'owes' | 'settle' | 'unsettle' | 'till' | 'addGoods' | 'product' | 'alias' | 'importGoods' | 'exportGoods'
  | 'alerts' | 'alert' | 'later' | 'mute' | 'seen' | 'purchase';
export type PaidHow = 'cash' | 'momo';
export type ReportKind = 'day' | 'week' | 'month' | 'lastMonth' | 'stock' | 'sales' | 'bank';

type Spellings = { verbs: Record<Verb, string[]>; methods: Record<PaidHow, string[]>; stages: Record<Stage, string[]>; force: string[]; onCredit: string[]; units: string[]; expires: string[]; reports: Record<ReportKind, string[]>; files: string[]; emails: string[]; category: string[]; goals: Record<Goal, string[]> };

/** How people write it, in all languages at once: locales/commands.json. */
const spellings = JSON.parse(readFileSync(new URL('../../../locales/commands.json', import.meta.url), 'utf8')) as Spellings;

const index = <W extends string>(table: Record<W, string[]>): ReadonlyMap<string, W> =>
  new Map(Object.entries<string[]>(table).flatMap(([word, ways]) => ways.map((way): [string, W] => [plain(way), word as W])));

/** One spelling may be several verbs: « recu 42 » notes money to who takes it, and shows a receipt to who paid. */
export const VERBS: ReadonlyMap<string, readonly Verb[]> = Object.entries(spellings.verbs).reduce((verbs, [verb, ways]) => {
  for (const way of ways) verbs.set(plain(way), [...new Set([...(verbs.get(plain(way)) ?? []), verb as Verb])]);
  return verbs;
}, new Map<string, Verb[]>());
export const METHODS = index(spellings.methods);
export const STAGES = index(spellings.stages);
export const REPORTS = index(spellings.reports);
export const GOALS = index(spellings.goals);
/** « email »: a letter. */
export const EMAILS = index({ email: spellings.emails });
/** « fichier », « pdf »: as a file. */
export const FILES = index({ file: spellings.files });
export const CATEGORY = index({ category: spellings.category });
export const FORCE = index({ force: spellings.force });
export const ON_CREDIT = index({ onCredit: spellings.onCredit });
/** What goods are counted in, where a word may also be their name. */
export const UNITS = index({ unit: spellings.units });
export const EXPIRES = index({ expires: spellings.expires });
