import type { OpenLead } from '../../src/domain/operators/list-leads.ts';
import type { NetworkNotice } from '../../src/domain/operators/list-notices.ts';
import type { ParkedJob } from '../../src/domain/operators/list-parked-jobs.ts';
import type { ParkedTurn } from '../../src/domain/operators/list-parked.ts';
import type { WaitingPerson } from '../../src/domain/operators/list-waiting.ts';
import { displayPhone, maskPhone } from '../../src/phone.ts';
import { html, type Html } from '../../src/web/html.ts';
import { parkedActs } from './parked-acts.ts';
import { actForm, contactLink, COUNTRY, when, type View } from './view.ts';

export const waitingList = (view: View, rows: WaitingPerson[]): Html => listOf(view, 'waiting', rows.map((row) => html`
<li><p><strong>${contactLink(row.contactId, row.name ?? view.say('admin.stranger'))}</strong> ${phoneLink(row.phone)}</p>
<p class="facts">${row.business ?? 'Griot'} · ${view.word('reason', row.reason)} · ${view.say('admin.waiting.since')} ${when(view, row.openedAt)}</p></li>`));

export const leadList = (view: View, rows: OpenLead[]): Html => listOf(view, 'leads', rows.map((row) => html`
<li><p><strong>${contactLink(row.contactId, row.name ?? view.say('admin.stranger'))}</strong> ${phoneLink(row.phone)}</p>
<p class="facts">${view.word('leadKind', row.kind)} · ${row.trade} · ${when(view, row.createdAt)}</p>
${actForm(view, `/admin/leads/${row.id}/handled`, html`<button>${view.say('admin.leads.handled')}</button>`)}</li>`));

export const parkedList = (view: View, rows: ParkedTurn[]): Html => listOf(view, 'parked', rows.map((row) => html`
<li><p><strong>${contactLink(row.contactId, maskPhone(row.key))}</strong> <span class="channel">${view.word('channel', row.channel ?? '')}</span></p>
<p class="facts">${view.word('kind', row.kind)} · ${when(view, row.receivedAt)} · ${view.say('admin.parked.attempts', { count: row.attempts })}</p>
<p class="error">${row.error ?? view.say('admin.parked.noError')}</p>
${parkedActs(view, 'parked', row.id)}</li>`));

export const jobList = (view: View, rows: ParkedJob[]): Html => listOf(view, 'jobs', rows.map((row) => html`
<li><p><strong>${view.word('jobKind', row.kind)}</strong> ${row.contactId !== null && row.key !== null && contactLink(row.contactId, maskPhone(row.key))}</p>
<p class="facts">${when(view, row.runAt)} · ${view.say('admin.parked.attempts', { count: row.attempts })}</p>
<p class="error">${row.error ?? view.say('admin.parked.noError')}</p>
${parkedActs(view, 'jobs', row.id)}</li>`));

export const noticeList = (view: View, rows: NetworkNotice[]): Html => listOf(view, 'notices', rows.map((row) => html`
<li><p><strong class="severity ${severityClass(row.severity)}">${view.word('severity', row.severity)}</strong> ${row.summary}</p>
<p class="facts">${row.provider} · ${row.field} · ${when(view, row.at)}</p></li>`));

const listOf = ({ say }: View, name: string, items: Html[]): Html =>
  items.length === 0 ? html`<p class="empty">${say(`admin.${name}.none`)}</p>` : html`<ul class="rows">${items}</ul>`;

const phoneLink = (phone: string | null): Html | undefined =>
  phone === null ? undefined : html`<a class="phone" href="tel:${phone}">${displayPhone(phone, COUNTRY)}</a>`;

const severityClass = (severity: string): string => (['critical', 'warning'].includes(severity) ? severity : 'info');
