import type { Language, Say } from '../../src/i18n.ts';
import { html, type Html } from '../../src/web/html.ts';

/** What every page knows: who looks at it, in which language, and what was just done. */
export type View = {
  say: Say;
  /** A word of ours for a value of the database; the value itself when nobody has translated it. */
  word: (group: string, value: string) => string;
  language: Language;
  path: string;
  flash?: { good: boolean; text: string } | undefined;
  /** Absent on the sign-in page. */
  inside?: { operator: string; csrf: string };
};

/** Where the operators work; the country their short phone numbers belong to. */
const TIME_ZONE = 'Africa/Porto-Novo';
export const COUNTRY = 'BJ';
const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

export function when({ language }: View, at: Date): Html {
  const shown = new Intl.DateTimeFormat(LOCALES[language], { timeZone: TIME_ZONE, dateStyle: 'medium', timeStyle: 'short' }).format(at);
  return html`<time datetime="${at.toISOString()}">${shown}</time>`;
}

/** A form that acts: it carries the session's token and comes back to this page. */
export const actForm = ({ inside, path }: View, action: string, fields: Html): Html => html`
<form method="post" action="${action}">
<input type="hidden" name="csrf" value="${inside?.csrf}"><input type="hidden" name="back" value="${path}">
${fields}
</form>`;

export const contactLink = (contactId: string, text: string): Html => html`<a href="/admin/contacts/${contactId}#answer">${text}</a>`;

export const flashLine = ({ flash }: View): Html | undefined =>
  flash && html`<p class="flash ${flash.good ? 'good' : 'bad'}" role="${flash.good ? 'status' : 'alert'}">${flash.text}</p>`;
