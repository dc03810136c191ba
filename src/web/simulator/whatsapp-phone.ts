import { html, type Html } from '../html.ts';
import { icon } from './icons.ts';
import { hiddenFields, type Page } from './page-state.ts';
import { ATTACHMENTS } from './phone-acts.ts';
import { promptDialog } from './prompt-dialog.ts';
import { bubble } from './whatsapp-bubble.ts';

const FORM = html`method="post" action="/simulator/act"`;

/** The smartphone: the conversation with Griot, the typing box and what can be attached. */
export function whatsappPhone(page: Page): Html {
  const { say, phone: { whatsapp } } = page;
  if (!whatsapp) return html`<p class="absent">${say('whatsappReal')}</p><div class="alone" data-live="prompt">${promptDialog(page)}</div>`;
  return html`
    <div class="smartphone">
      <header class="chat-head">
        <span class="avatar griot">G</span>
        <div><h2>Griot</h2><p data-live="presence">${whatsapp.typing ? say('typing') : say('online')}</p></div>
      </header>
      <div class="thread-scroll"><div class="thread" data-live="thread" role="log" aria-live="polite" aria-label="WhatsApp">
        ${whatsapp.messages.length === 0 ? html`<p class="empty">${say('emptyThread')}</p>` : whatsapp.messages.map((message) => bubble(page, message))}
      </div></div>
      ${composer(page)}
      <div data-live="prompt">${promptDialog(page)}</div>
    </div>`;
}

function composer(page: Page): Html {
  const { say } = page;
  return html`
    <div class="composer">
      <details class="attach" data-closes>
        <summary class="round" title="${say('attach')}"><span class="hidden">${say('attach')}</span>${icon('clip')}</summary>
        <div class="attach-panel">
          <form ${FORM} data-quiet class="attach-grid">
            ${hiddenFields(page, 'whatsapp', { channel: 'whatsapp' })}
            ${ATTACHMENTS.map((what) => html`<button name="attach" value="${what}" class="attach-${what}"><span class="disc">${icon(what)}</span>${say(what)}</button>`)}
          </form>
          <form ${FORM} data-quiet enctype="multipart/form-data" class="own-file">
            ${hiddenFields(page, 'whatsapp', { channel: 'whatsapp' })}
            <label>${say('ownFile')}<input type="file" name="file" data-submits></label>
            <input name="text" placeholder="${say('caption')}" aria-label="${say('caption')}">
            <button class="plain">${say('sendFile')}</button>
          </form>
        </div>
      </details>
      <form ${FORM} data-quiet class="write">
        ${hiddenFields(page, 'whatsapp', { channel: 'whatsapp' })}
        <textarea name="text" rows="1" placeholder="${say('writeMessage')}" aria-label="${say('writeMessage')}" data-enter-sends data-clears></textarea>
        <button class="round send" title="${say('send')}"><span class="hidden">${say('send')}</span>${icon('send')}</button>
      </form>
    </div>`;
}
