import { html, type Html } from '../html.ts';

const MARKS: Record<string, (inner: Html[]) => Html> = {
  '*': (inner) => html`<b>${inner}</b>`,
  _: (inner) => html`<i>${inner}</i>`,
  '~': (inner) => html`<s>${inner}</s>`,
};
const PIECE = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|(^|[\s(«"'])([*_~])(?=\S)((?:(?!\3)[^\n])*[^\s*_~])\3(?=$|[\s.,;:!?)»"'])/;

/** The marks WhatsApp shows: *bold*, _italic_, ~struck~; addresses become links. */
export function whatsappText(text: string): Html[] {
  const found = PIECE.exec(text);
  if (!found) return text === '' ? [] : [html`${text}`];
  const [whole, url, before = '', mark = '', inner = ''] = found;
  const made = url === undefined ? html`${before}${MARKS[mark]?.(whatsappText(inner))}` : html`<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`;
  return [html`${text.slice(0, found.index)}`, made, ...whatsappText(text.slice(found.index + whole.length))];
}
