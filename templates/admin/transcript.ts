import type { SaidMessage } from '../../src/domain/operators/read-transcript.ts';
import { html, type Html } from '../../src/web/html.ts';
import { when, type View } from './view.ts';

const TICKS: Record<string, string> = { sent: '✓', delivered: '✓✓', read: '✓✓', played: '✓✓', failed: '✗' };
const SPEAKERS = ['in', 'out', 'operator'];

/** Read downwards, the latest last; `said` comes the latest first. */
export const transcript = (view: View, said: SaidMessage[]): Html =>
  said.length === 0 ? html`<p class="empty">${view.say('admin.transcript.none')}</p>` : html`<ol class="transcript">${said.toReversed().map((message) => line(view, message))}</ol>`;

function line(view: View, { direction, channel, kind, text, at, delivery }: SaidMessage): Html {
  return html`
<li class="said ${SPEAKERS.includes(direction) ? direction : 'out'}">
<p class="facts"><strong>${view.word('speaker', direction)}</strong> · ${view.word('channel', channel)} · ${when(view, at)}</p>
<p class="words">${text === '' ? html`<em>${view.say('admin.transcript.empty', { kind: view.word('kind', kind) })}</em>` : text}</p>
${delivery && html`<p class="ticks ${delivery.state === 'failed' && 'error'}">${TICKS[delivery.state] ?? '·'} ${view.word('delivery', delivery.state)}${delivery.reason !== undefined && `: ${delivery.reason}`}</p>`}
</li>`;
}
