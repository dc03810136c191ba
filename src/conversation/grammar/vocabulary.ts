import { readFileSync } from 'node:fs';
import { plain } from '../../domain/spoken/plain.ts';

export type Verb = 'order' | 'pay' | 'where' | 'accept' | 'decline' | 'complain' | 'rate' | 'receipt' | 'measures' | 'ready' | 'deliver' | 'take' | 'quote' | 'late' | 'done' | 'walkIn' | 'client' | 'board' | 'close' | 'open' | 'capacity';
export type PaidHow = 'cash' | 'momo';
export type Stage = 'cut' | 'sew' | 'embroider' | 'finish' | 'check';

type Spellings = { verbs: Record<Verb, string[]>; methods: Record<PaidHow, string[]>; stages: Record<Stage, string[]>; force: string[] };

/** How people write it, in all languages at once: locales/commands.json. */
const spellings = JSON.parse(readFileSync(new URL('../../../locales/commands.json', import.meta.url), 'utf8')) as Spellings;

const index = <W extends string>(table: Record<W, string[]>): ReadonlyMap<string, W> =>
  new Map(Object.entries<string[]>(table).flatMap(([word, ways]) => ways.map((way): [string, W] => [plain(way), word as W])));

export const VERBS = index(spellings.verbs);
export const METHODS = index(spellings.methods);
export const STAGES = index(spellings.stages);
export const FORCE = index({ force: spellings.force });
