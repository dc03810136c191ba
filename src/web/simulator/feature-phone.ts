import { html, type Html, type HtmlValue } from '../html.ts';
import { icon } from './icons.ts';
import { hiddenFields, type Page } from './page-state.ts';
import { reached, type SeenSms } from './phone-view.ts';
import { promptFields, waitingPrompt } from './prompt-dialog.ts';
import { ticks } from './whatsapp-bubble.ts';

const KEYS: [key: string, letters: string][] = [
  ['1', ''], ['2', 'abc'], ['3', 'def'], ['4', 'ghi'], ['5', 'jkl'], ['6', 'mno'], ['7', 'pqrs'], ['8', 'tuv'], ['9', 'wxyz'], ['*', ''], ['0', '+'], ['#', ''],
];

/** The phone with keys. Its form is one: keys add to what is typed, the green key dials or answers. */
export function featurePhone(page: Page): Html {
  const { say, phone: { ussd } } = page;
  if (!ussd) return html`<p class="absent">${page.world.africastalking ? say('noPhoneNumber') : say('africastalkingReal')}</p>`;
  return html`
    <form class="keyphone" method="post" action="/simulator/act" data-quiet data-phone>
      ${hiddenFields(page, 'phone', { channel: 'ussd' })}
      <button class="hidden" tabindex="-1" aria-hidden="true"></button>
      <div class="glass"><p class="bar"><span>Griot GSM</span><span aria-hidden="true">▂▄▆█</span></p>
        <div class="lcd" data-live="lcd">${lcd(page, ussd)}</div></div>
      <div class="calls">
        <button class="key green" title="${say('dial')}"><span class="hidden">${say('dial')}</span>${icon('call')}</button>
        <button class="key" formmethod="get" formaction="/simulator" name="erase" value="1" data-erase title="${say('erase')}"><span class="hidden">${say('erase')}</span>${icon('erase')}</button>
        <button class="key red" name="hangup" value="1" title="${say('hangUp')}"><span class="hidden">${say('hangUp')}</span>${icon('hangUp')}</button>
      </div>
      <div class="keypad">${KEYS.map(([key, letters]) => html`
        <button class="key" formmethod="get" formaction="/simulator" name="key" value="${key}" data-key="${key}" aria-label="${say('key', { key })}">${key}<small>${letters}</small></button>`)}
      </div>
    </form>`;
}

/** An operator's request lies over all else. In this form its fields win over those of the call, as they come later. */
function lcd(page: Page, ussd: NonNullable<Page['phone']['ussd']>): Html {
  const prompt = waitingPrompt(page);
  if (prompt) return html`<div class="popup" role="alertdialog" aria-label="${prompt.operator}">${promptFields(page, prompt, { keys: true })}</div>`;
  return ussd.screen ? popup(page, ussd) : dialBox(page, ussd.serviceCode);
}

function dialBox({ say, typed }: Page, serviceCode: string): Html {
  return html`
    <label class="dial"><span>${say('dialHint')}</span>
      <input name="text" value="${typed}" inputmode="tel" autocomplete="off" data-typed placeholder="${serviceCode}" maxlength="180"></label>
    <button class="soft" name="text" value="${serviceCode}">${serviceCode}</button>`;
}

function popup({ say, typed }: Page, { open, screen }: { open: boolean; screen?: { kind: string; text: string } }): Html {
  const network = screen?.kind === 'error';
  const size = network ? 0 : (screen?.text.length ?? 0) + 'CON '.length;
  return html`
    <div class="popup" role="dialog" aria-live="polite" aria-label="USSD">
      <p class="screen${network ? ' broken' : ''}">${network ? say('networkError') : screen?.text}</p>
      ${!network && html`<p class="size${size > 160 ? ' over' : ''}">${say('screenSize', { size })}</p>`}
      ${open
        ? html`<input name="text" value="${typed}" autocomplete="off" data-typed aria-label="${say('answer')}" maxlength="160">
          <div class="softs"><button class="soft">${say('send')}</button><button class="soft" name="hangup" value="1">${say('cancel')}</button></div>`
        : html`<div class="softs"><button class="soft" name="putAway" value="1">${say('ok')}</button></div>`}
    </div>`;
}

export function smsPhone(page: Page): HtmlValue {
  const { say, phone: { sms } } = page;
  if (!sms) return undefined;
  return html`
    <section class="panel sms"><h2>${say('smsTitle')} <small>${sms.from}</small></h2>
      <div class="inbox-scroll"><div class="inbox" data-live="inbox" role="log" aria-live="polite" aria-label="SMS">
        ${sms.messages.length === 0 ? html`<p class="empty">${say('emptyInbox')}</p>` : sms.messages.map((message) => smsBubble(page, message))}
      </div></div>
      <form class="write" method="post" action="/simulator/act" data-quiet>
        ${hiddenFields(page, 'phone', { channel: 'sms' })}
        <textarea name="text" rows="1" placeholder="${say('writeSms')}" aria-label="${say('writeSms')}" data-enter-sends data-clears></textarea>
        <button class="round send" title="${say('send')}"><span class="hidden">${say('send')}</span>${icon('send')}</button>
      </form>
    </section>`;
}

function smsBubble(page: Page, message: SeenSms): Html {
  const { say } = page;
  if (message.from === 'business' && !reached(message)) {
    return html`<p class="note">${icon('warning')}${message.ticks === 'refused' ? say('refusedSms', { code: message.code ?? '' }) : say('failedLater')}</p>`;
  }
  return html`<article class="message ${message.from === 'person' ? 'mine' : 'theirs'}"><div class="bubble"><p class="said">${message.text}</p>
    <p class="stamp">${message.parts > 1 && say('smsParts', { parts: message.parts })} ${ticks(page, message.ticks)}</p></div></article>`;
}
