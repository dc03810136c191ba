import { html, type Html } from '../../src/web/html.ts';
import { layout } from './layout.ts';
import type { View } from './view.ts';

export const problemPage = (view: View, problem: 'notFound' | 'refused'): Html => layout(view, view.say(`admin.${problem}.title`), html`
<p>${view.say(`admin.${problem}.sentence`)}</p>
<p><a href="/admin">${view.say('admin.backHome')}</a></p>`);
