import type { Say } from '../src/i18n.ts';
import { html, renderHtml, type Html } from '../src/web/html.ts';

type Page = { say: Say; language: string };
/** `webhook`: the address that FedaPay wants before it gives its secret. */
export type KeyForm = { business: string; webhook: string; simulated: boolean; problem?: 'shape' | 'wrong' | 'unreachable' | 'tooMany' | 'paying' };

/** How they begin. */
const LIKE = { secretKey: 'sk_live_…', webhookSecret: 'wh_live_…' };

/** Where an owner types the keys of FedaPay: one file, no script, for a small screen. What was typed is never shown again. */
export const keyForm = ({ say, language }: Page, { business, webhook, simulated, problem }: KeyForm): string => page(language, say('keyPage.title'), html`
<h1>${say('keyPage.title')}</h1>
<p class="business">${business}</p>
${problem && html`<p class="problem" role="alert">${say(`keyPage.problem.${problem}`)}</p>`}
${simulated && html`<p class="try">${say('keyPage.simulated')}</p>`}
<form method="post">
<h2>1. ${say('keyPage.apiStep')}</h2>
<label>${say('keyPage.secretKey')}<input name="secretKey" type="password" required maxlength="200" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="${LIKE.secretKey}"></label>
<h2>2. ${say('keyPage.webhookStep')}</h2>
<p class="address"><code>${webhook}</code></p>
<label>${say('keyPage.webhookSecret')}<input name="webhookSecret" type="password" required maxlength="200" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="${LIKE.webhookSecret}"></label>
<button>${say('keyPage.connect')}</button>
</form>
<p class="small">${say('keyPage.safe')}</p>`);

export const keyDone = ({ say, language }: Page, { business, webhook, trial }: { business: string; webhook: string; trial: boolean }): string => page(language, say('keyPage.done'), html`
<h1>${say('keyPage.done')}</h1>
<p class="business">${business}</p>
${trial && html`<p class="problem">${say('keyPage.trial')}</p>`}
<p>${say('keyPage.webhook')}</p>
<p class="address"><code>${webhook}</code></p>
<p class="small">${say('keyPage.close')}</p>`);

export const keyGone = ({ say, language }: Page): string => page(language, say('keyPage.gone'), html`<h1>${say('keyPage.gone')}</h1><p>${say('keyPage.goneHelp')}</p>`);

function page(language: string, title: string, body: Html): string {
  return renderHtml(html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · Griot</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:0 auto;padding:1.25rem;color:#1d2a26}h1{font-size:1.35rem;line-height:1.25;margin:.5rem 0}h2{font-size:1rem;line-height:1.4;margin:1.5rem 0 .5rem;font-weight:400}.business{font-weight:600;color:#0b6b4f;margin:0 0 1rem}
label{display:block;margin:1rem 0;font-weight:600}input{display:block;box-sizing:border-box;width:100%;min-height:48px;margin-top:.35rem;padding:.6rem .75rem;font:inherit;border:1px solid #9aa8a3;border-radius:8px}
button{width:100%;min-height:48px;border:0;border-radius:8px;background:#0b6b4f;color:#fff;font:inherit;font-weight:600}input:focus-visible,button:focus-visible{outline:3px solid #7cc4aa;outline-offset:1px}
.problem{background:#fdecea;color:#7a1c12;border-radius:8px;padding:.6rem .75rem}code{user-select:all}.try{background:#fff6dd;border-radius:8px;padding:.6rem .75rem}.small{color:#5c6965;font-size:.9rem}.address{background:#eef4f1;border-radius:8px;padding:.75rem;overflow-wrap:anywhere}</style></head><body><main>${body}</main></body></html>`);
}
