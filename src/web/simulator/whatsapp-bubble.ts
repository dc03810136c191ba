import { html, type Html } from '../html.ts';
import { icon, type IconName } from './icons.ts';
import { hiddenFields, type Page } from './page-state.ts';
import { reached, type Seen, type SeenMedia, type Ticks } from './phone-view.ts';
import { whatsappText } from './whatsapp-text.ts';

/** One message with what can be tapped under it. Ours that never arrived are a note: the person has not seen them. */
export function bubble(page: Page, message: Seen): Html {
  const { say } = page;
  if (message.from === 'business' && !reached(message)) {
    return html`<p class="note">${icon('warning')}${message.ticks === 'refused' ? say('refusedCode', { code: message.code ?? '' }) : say('failedLater')}</p>`;
  }
  const side = message.from === 'person' ? 'mine' : 'theirs';
  const bare = message.media?.kind === 'sticker';
  return html`
    <article class="message ${side}${bare ? ' bare' : ''}" data-id="${message.id}">
      <div class="bubble">
        ${message.template && html`<p class="meta-line">${say('template', { name: message.template.name, language: message.template.language })}</p>`}
        ${message.header && html`<p class="bubble-head">${message.header}</p>`}
        ${message.media && media(page, message.media)}
        ${message.location && location(message)}
        ${message.cards?.map(({ name, phone }) => html`<p class="card"><span class="avatar">${name.slice(0, 1)}</span><span><b>${name}</b><br>${phone}</span></p>`)}
        ${message.reaction && html`<p class="said">${message.reaction.emoji}</p>`}
        ${message.text !== '' && html`<p class="said">${whatsappText(message.text)}</p>`}
        ${message.footer && html`<p class="bubble-foot">${message.footer}</p>`}
        <p class="stamp"><time datetime="${message.at}">${clockTime(message.at)}</time>${ticks(page, message.ticks)}</p>
      </div>
      ${taps(page, message)}
    </article>`;
}

const clockTime = (at: string): string => new Date(at).toLocaleTimeString('fr', { hour: '2-digit', minute: '2-digit' });

const TICKS: Record<Ticks, IconName> = { waiting: 'clock', sent: 'tick', delivered: 'ticks', read: 'ticks', failed: 'warning', refused: 'warning' };
export const ticks = ({ say }: Page, word: Ticks): Html => html`<span class="ticks ${word}" title="${say(`tick_${word}`)}"><span class="hidden">${say(`tick_${word}`)}</span>${icon(TICKS[word])}</span>`;

function media({ say }: Page, { kind, id, link, filename }: SeenMedia): Html {
  const address = id === undefined ? link : `/simulator/media/${encodeURIComponent(id)}`;
  if (kind === 'image' || (kind === 'sticker' && id !== undefined)) return html`<a class="${kind}" href="${address}"><img src="${address}" alt="${say(kind === 'image' ? 'photo' : kind)}"></a>`;
  if (kind === 'voice' || kind === 'audio') return html`<a class="voice" href="${address}" title="${say('openFile')}"><span class="disc">${icon('play')}</span><span class="wave" aria-hidden="true"></span><span>${say(kind)}</span></a>`;
  return html`<a class="file" href="${address}" target="_blank" rel="noopener noreferrer">${icon(kind === 'document' ? 'document' : 'photo')}<span>${filename ?? say(kind)}</span></a>`;
}

const location = ({ location: place, place: name }: Seen): Html | undefined =>
  place && html`<p class="place"><span class="map">${icon('location')}</span><span>${name}<br><small>${place.latitude}, ${place.longitude}</small></span></p>`;

function taps(page: Page, message: Seen): Html | undefined {
  const { options, list, link, request } = message;
  const form = (inside: Html, attributes: string) => html`<form method="post" action="/simulator/act" data-quiet class="${attributes}">${hiddenFields(page, 'whatsapp', { channel: 'whatsapp' })}${inside}</form>`;
  if (request) return form(html`<button class="tap" name="attach" value="${request === 'location' ? 'location' : 'ownNumber'}">${icon(request)}${page.say(request === 'location' ? 'shareLocation' : 'shareNumber')}</button>`, 'taps');
  if (link) return html`<a class="tap" href="${link.url}" target="_blank" rel="noopener noreferrer">${icon('link')}${link.label}</a>`;
  if (options.length === 0) return undefined;
  const under = html`<input type="hidden" name="message" value="${message.id}">`;
  if (list === undefined) return form(html`${under}${options.map(({ id, title }) => html`<button class="tap" name="tap" value="${id}">${title}</button>`)}`, 'taps');
  return html`
    <details class="sheet" data-closes>
      <summary class="tap">${icon('list')}${list}</summary>
      <div class="sheet-panel"><h3>${list}</h3>${form(html`${under}${options.map((option, i) => html`
        ${option.section !== undefined && option.section !== options[i - 1]?.section && html`<h4>${option.section}</h4>`}
        <button class="row" name="tap" value="${option.id}"><span>${option.title}</span>${option.description && html`<small>${option.description}</small>`}</button>`)}`, 'rows')}</div>
    </details>`;
}
