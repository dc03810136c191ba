import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { GraphTemplate } from './ask-graph.ts';

const FOLDER = new URL('../../templates/whatsapp/', import.meta.url);

const fileSchema = z.object({ name: z.string(), language: z.string(), category: z.string(), components: z.array(z.looseObject({ type: z.string() })) });
export type OurTemplate = z.output<typeof fileSchema>;

/** What Griot asks Meta to approve, ready to submit. `npm run templates` writes it from the words of the notices. */
export const ourTemplates = (): OurTemplate[] => readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort().map((name) => fileSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));

export const nameOf = ({ name, language }: { name: string; language: string }): string => `${name} (${language})`;
export const isNamed = (ours: OurTemplate, theirs: GraphTemplate): boolean => nameOf(ours) === nameOf(theirs);

/** Whether Meta has it in the words it has here. Examples and categories are theirs to change. */
export const isSame = (ours: OurTemplate, theirs: GraphTemplate): boolean => isNamed(ours, theirs) && wordsOf(ours.components) === wordsOf(theirs.components);

/** Those that Meta does not have in these words. */
export const lackingAt = (told: GraphTemplate[]): OurTemplate[] => ourTemplates().filter((ours) => !told.some((theirs) => isSame(ours, theirs)));

const wordsSchema = z.object({ type: z.string(), text: z.string().optional(), buttons: z.array(z.object({ type: z.string(), text: z.string() })).optional() });
const wordsOf = (components: unknown[]): string => JSON.stringify(components.map((component) => wordsSchema.safeParse(component).data).toSorted((one, other) => (one?.type ?? '').localeCompare(other?.type ?? '')));
