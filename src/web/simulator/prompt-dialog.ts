import { html, type Html } from '../html.ts';
import { hiddenFields, type Page } from './page-state.ts';
import type { PromptState, SeenPrompt } from './seen-prompt.ts';

/** The last one: who leaves one alone does not see it again. */
export const waitingPrompt = ({ phone: { momo } }: Page): SeenPrompt | undefined => momo?.prompts.findLast(({ state }) => state === 'waiting');

/** The operator's request as it comes up over whatever the smartphone shows. */
export function promptDialog(page: Page): Html | undefined {
  const prompt = waitingPrompt(page);
  return prompt && html`
    <div class="veil"><form class="prompt" method="post" action="/simulator/act" data-quiet role="alertdialog" aria-label="${prompt.operator}">
      ${hiddenFields(page, 'whatsapp')}${promptFields(page, prompt)}
    </form></div>`;
}

/** What is asked and the answers to it, for a form that says who holds the phone. With keys, they type into it. */
export function promptFields({ say, typed }: Page, { id, operator, payee, amountXof }: SeenPrompt, { keys = false } = {}): Html {
  const remark = `code-${keys ? 'keys' : 'touch'}`;
  const code = keys
    ? html`<input class="code" name="text" maxlength="5" autocomplete="off" aria-describedby="${remark}" value="${typed}" data-typed>`
    : html`<input class="code" name="text" maxlength="5" autocomplete="off" aria-describedby="${remark}" inputmode="numeric">`;
  return html`
    <input type="hidden" name="channel" value="momo"><input type="hidden" name="prompt" value="${id}">
    <p class="operator">${operator}</p>
    <p class="asks">${say('promptAsks', { amount: francs(amountXof), payee })}</p>
    <label>${say('promptCode')}${code}</label>
    <div class="softs"><button class="soft yes" name="answer" value="approve">${say('promptApprove')}</button><button class="soft" name="answer" value="refuse">${say('promptRefuse')}</button></div>
    <div class="others">${(['poor', 'wrongpin', 'ignore'] as const).map((answer) => html`<button name="answer" value="${answer}">${say(`prompt_${answer}`)}</button>`)}</div>
    <p class="remark" id="${remark}">${say('promptRemark')}</p>`;
}

const APPROVED_LATE: readonly PromptState[] = ['refused', 'poor', 'wrongpin', 'declined', 'expired', 'ignored'];
const SHOWN = 5;

/** The operator's own list of what was asked of this number. Money may still come for what was over. */
export function momoPanel(page: Page): Html | undefined {
  const { say, phone: { momo } } = page;
  const prompts = momo?.prompts.slice(-SHOWN).toReversed() ?? [];
  return momo && html`
    <section class="panel momo"><h2>${say('momoTitle')}</h2><div data-live="momo">
      ${prompts.length === 0 ? html`<p class="hint">${say('momoEmpty')}</p>` : html`<ul>${prompts.map((prompt) => html`
        <li><span><b>${francs(prompt.amountXof)}</b> · ${prompt.payee}</span><small>${prompt.operator} · ${say(`prompt_is_${prompt.state}`)}</small>
          ${APPROVED_LATE.includes(prompt.state) && html`<form method="post" action="/simulator/act" data-quiet>${hiddenFields(page, 'phone', { channel: 'momo', prompt: prompt.id })}
            <button class="plain" name="answer" value="late">${say('promptLate')}</button></form>`}</li>`)}</ul>`}
    </div></section>`;
}

/** As money is written here; it never breaks over two lines. */
const francs = (xof: number): string => `${String(xof).replace(/\B(?=(\d{3})+$)/g, '\u00a0')}\u00a0F`;
