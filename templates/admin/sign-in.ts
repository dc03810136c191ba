import { html, type Html } from '../../src/web/html.ts';
import { layout } from './layout.ts';
import { actForm, type View } from './view.ts';

export const signInPage = (view: View, email: string): Html => layout(view, view.say('admin.signIn.title'), html`
<form method="post" action="/admin/login" class="panel narrow">
<label>${view.say('admin.signIn.email')} <input name="email" type="email" autocomplete="username" required maxlength="254" value="${email}"></label>
<label>${view.say('admin.signIn.password')} <input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
<button>${view.say('admin.signIn.enter')}</button>
</form>`);

export function passwordPage(view: View, { must, charsMin }: { must: boolean; charsMin: number }): Html {
  const { say } = view;
  return layout(view, say('admin.password.title'), html`
<div class="panel narrow">
<p>${must && say('admin.password.must')} ${say('admin.password.rule', { count: charsMin })}</p>
${actForm(view, '/admin/password', html`
<label>${say('admin.password.current')} <input name="current" type="password" autocomplete="current-password" required maxlength="200"></label>
<label>${say('admin.password.wanted')} <input name="wanted" type="password" autocomplete="new-password" required minlength="${charsMin}" maxlength="200"></label>
<label>${say('admin.password.again')} <input name="again" type="password" autocomplete="new-password" required minlength="${charsMin}" maxlength="200"></label>
<button>${say('admin.password.change')}</button>`)}
</div>`);
}
