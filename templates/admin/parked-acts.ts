import { html, type Html } from '../../src/web/html.ts';
import { actForm, type View } from './view.ts';

/** What can be done about a turn or a job that failed: try it again, or give it up and say why. */
export const parkedActs = (view: View, place: 'parked' | 'jobs', id: string): Html => html`
<div class="acts">
${actForm(view, `/admin/${place}/${id}/replay`, html`<button>${view.say(place === 'jobs' ? 'admin.jobs.replay' : 'admin.parked.replay')}</button>`)}
${actForm(view, `/admin/${place}/${id}/discard`, html`
<label>${view.say('admin.parked.reason')} <input name="reason" required maxlength="500"></label>
<button class="quiet">${view.say('admin.parked.discard')}</button>`)}
</div>`;
