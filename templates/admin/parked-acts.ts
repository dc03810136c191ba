import { html, type Html } from '../../src/web/html.ts';
import { actForm, type View } from './view.ts';

/** What can be done about a turn that failed: play it again, or give it up and say why. */
export const parkedActs = (view: View, eventId: string): Html => html`
<div class="acts">
${actForm(view, `/admin/parked/${eventId}/replay`, html`<button>${view.say('admin.parked.replay')}</button>`)}
${actForm(view, `/admin/parked/${eventId}/discard`, html`
<label>${view.say('admin.parked.reason')} <input name="reason" required maxlength="500"></label>
<button class="quiet">${view.say('admin.parked.discard')}</button>`)}
</div>`;
