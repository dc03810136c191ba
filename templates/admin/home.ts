import type { WorkCounts } from '../../src/domain/operators/count-work.ts';
import type { ListPage } from '../../src/domain/operators/list-page.ts';
import type { OpenLead } from '../../src/domain/operators/list-leads.ts';
import type { NetworkNotice } from '../../src/domain/operators/list-notices.ts';
import type { ParkedJob } from '../../src/domain/operators/list-parked-jobs.ts';
import type { ParkedTurn } from '../../src/domain/operators/list-parked.ts';
import type { WaitingPerson } from '../../src/domain/operators/list-waiting.ts';
import { html, type Html } from '../../src/web/html.ts';
import { layout } from './layout.ts';
import { jobList, leadList, noticeList, parkedList, waitingList } from './lists.ts';
import { actForm, type View } from './view.ts';

type Work = {
  counts: WorkCounts;
  waiting: ListPage<WaitingPerson>;
  leads: ListPage<OpenLead>;
  parked: ListPage<ParkedTurn>;
  jobs: ListPage<ParkedJob>;
  notices: ListPage<NetworkNotice>;
};

export function homePage(view: View, { counts, waiting, leads, parked, jobs, notices }: Work): Html {
  const { say } = view;
  const find = actForm(view, '/admin/contacts/find', html`
<label>${say('admin.find.phone')} <input name="phone" type="tel" required maxlength="30" placeholder="01 96 00 00 01"></label>
<button>${say('admin.find.look')}</button>`);
  return layout(view, say('admin.home'), html`
<ul class="counts">${(['waiting', 'leads', 'parked', 'jobs', 'critical'] as const).map((name) => html`
<li class="${counts[name] > 0 && 'some'}"><a href="/admin/${name === 'critical' ? 'notices' : name}"><strong>${counts[name]}</strong> ${say(`admin.counts.${name}`, { count: counts[name] })}</a></li>`)}</ul>
<section class="panel">${find}</section>
${section(view, 'waiting', waitingList(view, waiting.rows), waiting.next)}
${section(view, 'leads', leadList(view, leads.rows), leads.next)}
${section(view, 'parked', parkedList(view, parked.rows), parked.next)}
${section(view, 'jobs', jobList(view, jobs.rows), jobs.next)}
${section(view, 'notices', noticeList(view, notices.rows), notices.next)}`);
}

const section = ({ say }: View, name: string, list: Html, next: string | undefined): Html => html`
<section class="panel"><h2>${say(`admin.${name}.title`)}</h2>
<p class="facts">${say(`admin.${name}.about`)}</p>
${list}
${next !== undefined && html`<p><a href="/admin/${name}">${say('admin.seeAll')}</a></p>`}</section>`;
