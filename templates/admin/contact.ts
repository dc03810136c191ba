import type { Address } from '../../src/domain/operators/last-address.ts';
import type { SeenContact } from '../../src/domain/operators/see-contact.ts';
import type { ListPage } from '../../src/domain/operators/list-page.ts';
import type { SaidMessage } from '../../src/domain/operators/read-transcript.ts';
import type { Silence, StuckLetter } from '../../src/domain/operators/why-silent.ts';
import { displayPhone } from '../../src/phone.ts';
import { html, type Html } from '../../src/web/html.ts';
import { exchangeList } from './exchanges.ts';
import { layout } from './layout.ts';
import { parkedActs } from './parked-acts.ts';
import { transcript } from './transcript.ts';
import { actForm, COUNTRY, flashLine, when, type View } from './view.ts';

export type ContactDetails = {
  contact: SeenContact;
  silence: Silence;
  said: ListPage<SaidMessage>;
  after: string | undefined;
  answer: { address: Address; isWindowOpen: boolean; charsMax: number; formKey: string } | undefined;
};

/** What was said with a contact, why they may be waiting, and a box to answer them. The news of an act stand by the box, where the page opens. */
export function contactPage(view: View, details: ContactDetails): Html {
  const { contact, silence, said, after } = details;
  const phone = contact.phone === null ? contact.key : displayPhone(contact.phone, COUNTRY);
  return layout({ ...view, flash: undefined }, contact.name ?? view.say('admin.stranger'), html`
<p class="facts">${contact.phone === null ? phone : html`<a class="phone" href="tel:${contact.phone}">${phone}</a>`}</p>
<section class="panel"><h2>${view.say('admin.silence.title')}</h2>${silenceList(view, silence, said.rows)}</section>
<section class="panel"><h2>${view.say('admin.transcript.title')}</h2>
${transcript(view, said.rows)}
<p class="pager">${said.next !== undefined && html`<a href="${view.path}?after=${said.next}">${view.say('admin.transcript.older')}</a>`}
${after !== undefined && html`<a href="${view.path}#answer">${view.say('admin.transcript.latest')}</a>`}</p></section>
<section class="panel" id="answer"><h2>${view.say('admin.answer.title')}</h2>
${flashLine(view)}
${answerBox(view, details)}
${silence.handoff && handBackForm(view, contact.id)}</section>`);
}

function answerBox(view: View, { contact, answer }: ContactDetails): Html {
  const { say } = view;
  if (answer === undefined) return html`<p class="empty">${say('admin.flash.noAddress')}</p>`;
  const { address, isWindowOpen, charsMax, formKey } = answer;
  return html`
<p class="facts">${say('admin.answer.by', { channel: view.word('channel', address.channel) })}${!isWindowOpen && html` <strong>${say('admin.answer.windowClosed')}</strong>`}</p>
${actForm(view, `/admin/contacts/${contact.id}/answers`, html`
<input type="hidden" name="key" value="${formKey}">
<label>${say('admin.answer.text')} <textarea name="text" rows="4" required maxlength="${charsMax}"></textarea></label>
<button>${say('admin.answer.send')}</button>`)}`;
}

const handBackForm = (view: View, contactId: string): Html =>
  actForm(view, `/admin/contacts/${contactId}/hand-back`, html`<p>${view.say('admin.handBack.about')} <button class="quiet">${view.say('admin.handBack.do')}</button></p>`);

function silenceList(view: View, { handoff, withheld, letters, stopped }: Silence, said: SaidMessage[]): Html {
  const lost = said.filter(({ delivery }) => delivery?.state === 'failed' || delivery?.state === 'unknown');
  const causes = [
    handoff && html`<li>${view.say('admin.silence.handoff')} ${when(view, handoff.openedAt)}. ${view.say('admin.silence.until')} ${when(view, handoff.expiresAt)}.</li>`,
    withheld > 0 ? html`<li>${view.say('admin.silence.withheld', { count: withheld })}</li>` : undefined,
    ...letters.map((letter) => stuckLetter(view, letter)),
    ...stopped.map((purpose) => html`<li>${view.say('admin.silence.stopped', { purpose: view.word('purpose', purpose) })}</li>`),
    ...lost.map(({ at, channel, delivery, exchanges }) => html`<li>${view.say(delivery?.state === 'unknown' ? 'admin.silence.unknown' : 'admin.silence.failed', { channel: view.word('channel', channel) })} ${when(view, at)}: <span class="error">${delivery?.reason ?? view.say('admin.delivery.noReason')}</span>${exchangeList(view, exchanges)}</li>`),
  ].filter((cause) => cause !== undefined);
  return causes.length === 0 ? html`<p class="empty">${view.say('admin.silence.none')}</p>` : html`<ul class="rows">${causes}</ul>`;
}

const stuckLetter = (view: View, { id, status, kind, channel, attempts, error, receivedAt }: StuckLetter): Html => html`
<li><p>${view.word('letterStatus', status)} · ${view.word('kind', kind)} · ${view.word('channel', channel ?? '')} · ${when(view, receivedAt)} · ${view.say('admin.parked.attempts', { count: attempts })}</p>
${error !== null && html`<p class="error">${error}</p>`}
${status === 'parked' && parkedActs(view, 'parked', id)}</li>`;
