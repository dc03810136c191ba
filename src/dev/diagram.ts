import { readdirSync, readFileSync } from 'node:fs';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { Exit } from '../../flows/flow.ts';

const FLOWS = new URL('../../flows/', import.meta.url);
/** The comment above a machine, and the name it has. */
const MACHINE = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const \w+ = \w+\.createMachine\(\{\s*id: '([^']+)'/g;

type Told = { file: string; sentence: string };

/** Every flow drawn from its machine: flows/README.md, which is never older than the code. */
export function flowsReadme(flows: readonly AnyStateMachine[]): string {
  const told = comments();
  const chapters = flows.map((flow) => {
    const { file, sentence } = told.get(flow.id) ?? { file: '', sentence: flow.id };
    const title = file === '' ? flow.id : `[${flow.id}](${file})`;
    return `## ${title}\n\n${sentence}\n\n\`\`\`mermaid\n${diagram(flow)}\n\`\`\`\n`;
  });
  return ['# The conversations\n', 'Drawn from the machines by `npm run diagrams`; do not edit by hand.\n', ...chapters].join('\n');
}

/** A flow as Mermaid draws it. */
export function diagram(flow: AnyStateMachine): string {
  const arrows = Object.values(flow.states).flatMap((state) => [...arrowsFrom(state), ...endOf(state)]);
  return ['stateDiagram-v2', `  [*] --> ${flow.config.initial as string}`, ...arrows].join('\n');
}

/** One arrow between two states, whatever leads there. */
function arrowsFrom({ key, transitions, always }: AnyStateNode): string[] {
  const labels = new Map<string, Set<string>>();
  for (const { target, eventType } of [...[...transitions.values()].flat(), ...(always ?? [])]) {
    for (const { key: next } of target ?? []) labels.set(next, (labels.get(next) ?? new Set()).add(eventType as string));
  }
  return [...labels].map(([next, events]) => `  ${key} --> ${next}${[...events].filter(Boolean).length === 0 ? '' : `: ${[...events].join(', ')}`}`);
}

function endOf({ key, type, meta }: AnyStateNode): string[] {
  const goto = (meta as Partial<Exit> | undefined)?.goto;
  return type === 'final' ? [`  ${key} --> [*]${goto === undefined ? '' : `: ${goto}`}`] : [];
}

function comments(): Map<string, Told> {
  const files = readdirSync(FLOWS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => name.replaceAll('\\', '/'));
  return new Map(files.flatMap((file) => [...readFileSync(new URL(file, FLOWS), 'utf8').matchAll(MACHINE)].map(([, comment = '', id = '']): [string, Told] => [id, { file, sentence: firstSentence(comment) }])));
}

function firstSentence(comment: string): string {
  const text = comment.replace(/^\s*\* ?/gm, '').replace(/\s+/g, ' ').trim();
  return /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;
}
