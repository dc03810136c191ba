import type { SaidMedia, SaidMessage } from '../../src/domain/operators/read-transcript.ts';
import { html, type Html } from '../../src/web/html.ts';
import { exchangeList } from './exchanges.ts';
import { when, type View } from './view.ts';

const TICKS: Record<string, string> = { sent: '✓', delivered: '✓✓', read: '✓✓', played: '✓✓', failed: '✗' };
const SPEAKERS = ['in', 'out', 'operator'];
/** Small enough, by what we take, to be seen in the page. */
const PICTURES = ['image', 'sticker'];

/** Read downwards, the latest last; `said` comes the latest first. */
export const transcript = (view: View, said: SaidMessage[]): Html =>
  said.length === 0 ? html`<p class="empty">${view.say('admin.transcript.none')}</p>` : html`<ol class="transcript">${said.toReversed().map((message) => line(view, message))}</ol>`;

function line(view: View, { direction, channel, kind, text, at, delivery, exchanges, media }: SaidMessage): Html {
  return html`
<li class="said ${SPEAKERS.includes(direction) ? direction : 'out'}">
<p class="facts"><strong>${view.word('speaker', direction)}</strong> · ${view.word('channel', channel)} · ${when(view, at)}</p>
<p class="words">${text === '' ? html`<em>${view.say('admin.transcript.empty', { kind: view.word('kind', kind) })}</em>` : text}</p>
${media && attached(view, media)}
${delivery && html`<p class="ticks ${delivery.state === 'failed' && 'error'}">${TICKS[delivery.state] ?? '·'} ${view.word('delivery', delivery.state)}${delivery.reason !== undefined && `: ${delivery.reason}`}</p>`}
${exchangeList(view, exchanges)}
</li>`;
}

function attached(view: View, { id, kind, status, reason, bytes, filename }: SaidMedia): Html {
  if (status !== 'kept') return html`<p class="error">${view.say('admin.media.refused', { reason: view.word('mediaReason', reason ?? '') })}</p>`;
  const name = filename ?? view.word('mediaKind', kind);
  const picture = PICTURES.includes(kind) && html`<img src="/admin/media/${id}" alt="${name}" loading="lazy">`;
  return html`<p class="file"><a href="/admin/media/${id}">${picture || view.say('admin.media.file', { name, bytes: bytes ?? 0 })}</a></p>`;
}
