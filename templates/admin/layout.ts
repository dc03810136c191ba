import { LANGUAGES } from '../../src/i18n.ts';
import { html, type Html } from '../../src/web/html.ts';
import { actForm, flashLine, type View } from './view.ts';

const PLACES = ['waiting', 'leads', 'parked', 'jobs', 'notices'];

export function layout(view: View, title: string, content: Html): Html {
  const { say, language, inside } = view;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Griot</title>
<link rel="stylesheet" href="/admin/admin.css">
</head>
<body>
<header class="top">
<a class="brand" href="/admin">Griot</a>
<p class="languages">${LANGUAGES.map((each) => languageLink(view, each))}</p>
${inside && actForm(view, '/admin/logout', html`<span class="who">${inside.operator}</span> <button class="quiet">${say('admin.signOut')}</button>`)}
${inside && html`<nav aria-label="${say('admin.places')}">${[placeLink(view, '/admin', say('admin.home')), ...PLACES.map((place) => placeLink(view, `/admin/${place}`, say(`admin.${place}.title`)))]}</nav>`}
</header>
<main>
<h1>${title}</h1>
${flashLine(view)}
${content}
</main>
<footer><p>${say('admin.timeZone')}</p></footer>
</body>
</html>`;
}

const placeLink = ({ path }: View, href: string, text: string): Html =>
  path === href ? html`<a href="${href}" aria-current="page">${text}</a>` : html`<a href="${href}">${text}</a>`;

const languageLink = ({ language, path }: View, each: string): Html =>
  each === language ? html`<strong lang="${each}">${each.toUpperCase()}</strong>` : html`<a href="${path}?lang=${each}" lang="${each}" hreflang="${each}">${each.toUpperCase()}</a>`;
