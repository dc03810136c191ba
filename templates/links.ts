import type { i18n } from 'i18next';
import type { CollectedPerson } from '../src/domain/identity/collect-person.ts';
import type { OrderFile, OrderFiles } from '../src/domain/orders/order-files.ts';
import { html, renderHtml, type Html } from '../src/web/html.ts';
import { clientPart, type LinkSay } from './links-client.ts';

/** A page of a short link: one file, no script, readable on any phone. */
function page(language: string, title: string, body: Html): string {
  return renderHtml(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;color:#1d2a26}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
li{margin:.3rem 0;overflow-wrap:anywhere}.out{color:#0b6b4f}time{color:#67736f;font-size:.85rem}a{color:#0b6b4f}figure{margin:1.5rem 0}img{display:block;max-width:100%;border-radius:.5rem}audio{width:100%}</style></head><body>${body}</body></html>`);
}

export function dataPage(texts: i18n, language: string, { person, phones, businesses, affiliateCode, consents, messages, files }: CollectedPerson): string {
  const say: LinkSay = (key, values = {}) => texts.t(`links.${key}`, { ...values, lng: language });
  const when = (at: string) => html`<time>${at.slice(0, 16).replace('T', ' ')}</time>`;
  return page(language, say('title'), html`<h1>${say('title')}</h1><p>${say('intro')}</p><p><a href="?format=json">${say('json')}</a></p>
<h2>${person.name}</h2><ul><li>${say('phones')}: ${phones.join(', ')}</li><li>${say('since')}: ${person.since.slice(0, 10)}</li>
${businesses.map(({ name, as }) => html`<li>${name} (${say(`as.${as}`)})</li>`)}${affiliateCode === null ? undefined : html`<li>${affiliateCode}</li>`}</ul>
${businesses.map((business) => 'orders' in business && clientPart(say, business))}
<h2>${say('consents')}</h2><ul>${consents.map(({ purpose, value, channel, at }) => html`<li>${when(at)} ${say(`purpose.${purpose}`)}: ${say(value ? 'yes' : 'no')} (${channel})</li>`)}</ul>
${files.length > 0 && html`<h2>${say('files')} (${files.length})</h2><ul>${files.map(({ kind, type, bytes, filename, at }) => html`<li>${when(at)} ${[say(`kind.${kind}`), filename].filter(Boolean).join(' ')} (${type}, ${say('file', { bytes })})</li>`)}</ul>`}
<h2>${say('messages')} (${messages.length})</h2><ul>${messages.map(({ direction, channel, text, at }) => html`<li class="${direction}">${when(at)} ${channel} ${direction === 'in' ? '→' : '←'} ${text}</li>`)}</ul>`);
}

/** The pictures of an order as pictures, what was said as sound, anything else as a file to open. */
export function filesPage(texts: i18n, language: string, { number, what, business, files }: OrderFiles): string {
  const say: LinkSay = (key, values = {}) => texts.t(`links.${key}`, { ...values, lng: language });
  const title = `${number} · ${what}`;
  return page(language, title, html`<h1>${title}</h1><p>${business}</p>${files.length === 0 && html`<p>${say('noFiles')}</p>`}
${files.map((file) => html`<figure>${fileShown(say, file)}<figcaption><time>${file.at.toISOString().slice(0, 10)}</time> ${file.caption}</figcaption></figure>`)}`);
}

function fileShown(say: LinkSay, { id, kind, mime, bytes }: OrderFile): Html {
  const name = say(`kind.${kind}`);
  if (mime.startsWith('image/')) return html`<a href="?file=${id}"><img src="?file=${id}" alt="${name}" loading="lazy"></a>`;
  return mime.startsWith('audio/') ? html`<audio src="?file=${id}" controls preload="none" aria-label="${name}"></audio>` : html`<a href="?file=${id}">${name} (${say('file', { bytes })})</a>`;
}

export const gonePage = (texts: i18n, language: string): string =>
  page(language, 'Griot', html`<h1>${texts.t('links.gone', { lng: language })}</h1><p>${texts.t('links.goneHelp', { lng: language })}</p>`);
