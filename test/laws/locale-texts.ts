import ts from 'typescript';
import { LANGUAGES, type Language } from '../../src/i18n.ts';
import { filesUnder, read } from './project.ts';

/** `key_ussd` is what a channel says in place of `key`; `key_one` what a count of one does. */
const CHANNEL = /_(ussd|sms|whatsapp)$/;
const COUNT = /_(zero|one|two|few|many|other)$/;

export const baseOf = (key: string): string => key.replace(CHANNEL, '').replace(COUNT, '');
export const isOfChannel = (key: string): boolean => CHANNEL.test(key);

/** Every text of a language: `home.client_ussd` → words. */
function textsOf(language: Language): Map<string, string> {
  const files = filesUnder([`locales/${language}`], /\.json$/);
  return new Map(files.flatMap((file) => flat(JSON.parse(read(file)) as Tree, `${file.split('/').at(-1)?.slice(0, -'.json'.length) ?? ''}.`)));
}

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`)));
}

export const TEXTS: Record<Language, Map<string, string>> = { fr: textsOf('fr'), en: textsOf('en') };
export const KEYS: ReadonlySet<string> = new Set(LANGUAGES.flatMap((language) => [...TEXTS[language].keys()].map(baseOf)));

/** `{{name}}` of a text; `$t(…)` calls for another text, whose name may be made of one. */
export const variablesOf = (text: string): string[] => [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = '']) => name))].sort();

/** What code calls a text by: whole names, and names with a part only known at run time, which stands as `*`. */
export function namesIn(files: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const file of files) visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
  return names;

  function visit(node: ts.Node): void {
    const name = nameIn(node);
    if (name !== undefined && /^[\w.*]*\w[\w.*]*$/.test(name)) names.add(name);
    ts.forEachChild(node, visit);
  }
}

function nameIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('*');
  return undefined;
}

/** Whether a name with `*` is this one. A name that is all `*` but its first part would be any: it counts for none. */
export function matches(pattern: string, key: string): boolean {
  const fixed = pattern.split(/[.*]+/).filter(Boolean).length;
  return fixed > 1 && new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`).test(key);
}
