import type { SeenExchange } from '../../src/domain/operators/seen-exchange.ts';
import { html, type Html } from '../../src/web/html.ts';
import { when, type View } from './view.ts';

/** How the network answered each try of a message: what its support asks for. */
export const exchangeList = (view: View, exchanges: SeenExchange[]): Html | undefined =>
  exchanges.length === 0 ? undefined : html`<ul class="exchanges facts">${exchanges.map((exchange) => html`<li>${when(view, new Date(exchange.at))} · ${factsOf(view, exchange).join(' · ')}</li>`)}</ul>`;

function factsOf({ say, word }: View, { outcome, kind, attempt, status, code, subcode, trace, retryAfterMs, ms, why }: SeenExchange): string[] {
  return [
    attempt !== undefined && say('admin.exchange.attempt', { attempt }),
    word('exchangeOutcome', outcome),
    kind,
    status !== null && say('admin.exchange.status', { status }),
    code !== null && say('admin.exchange.code', { code: subcode === undefined ? code : `${code}/${subcode}` }),
    trace !== undefined && say('admin.exchange.trace', { trace }),
    retryAfterMs !== undefined && say('admin.exchange.retryAfter', { seconds: Math.ceil(retryAfterMs / 1_000) }),
    why,
    say('admin.exchange.ms', { ms }),
  ].filter((fact): fact is string => typeof fact === 'string');
}
