const TRUSTED = Symbol('html');

/** Markup made by `html`, and by nothing else: JSON from outside cannot pass for it. */
export type Html = { readonly [TRUSTED]: string };
export type HtmlValue = Html | string | number | undefined | null | false | readonly HtmlValue[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/**
 * A template whose values are escaped; markup of another `html` and lists go in as they are, `false` and `undefined` leave nothing.
 * Values belong in text and in quoted attributes only: never in a script, a style, a tag name or an unquoted attribute.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { [TRUSTED]: strings.reduce((made, string, i) => `${made}${markup(values[i - 1])}${string}`) };
}

/** The document, for `res.send`. */
export const renderHtml = (page: Html): string => page[TRUSTED];

/** An attribute that is there or not: `<input ${flag('checked', on)}>`. */
export const flag = (name: 'checked' | 'selected' | 'disabled' | 'hidden' | 'open' | 'autofocus', on: boolean): Html | undefined =>
  on ? { [TRUSTED]: name } : undefined;

function markup(value: HtmlValue): string {
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return isList(value) ? value.map(markup).join('') : value[TRUSTED];
}

/** Array.isArray does not narrow a readonly list. */
const isList = (value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] => Array.isArray(value);

const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (char) => ENTITIES[char] ?? char);
