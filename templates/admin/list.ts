import { html, type Html } from '../../src/web/html.ts';
import { layout } from './layout.ts';
import type { View } from './view.ts';

type OneList = { name: string; list: Html; after: string | undefined; next: string | undefined };

export const oneListPage = (view: View, { name, list, after, next }: OneList): Html => layout(view, view.say(`admin.${name}.title`), html`
<section class="panel">
<p class="facts">${view.say(`admin.${name}.about`)}</p>
${list}
<p class="pager">${after !== undefined && html`<a href="${view.path}">${view.say('admin.firstPage')}</a>`}
${next !== undefined && html`<a rel="next" href="${view.path}?after=${next}">${view.say('admin.nextPage')}</a>`}</p>
</section>`);
