import { flag, html, type Html } from '../html.ts';
import { faultsPanel } from './faults-panel.ts';
import { featurePhone, smsPhone } from './feature-phone.ts';
import { icon } from './icons.ts';
import { isProblem, pageLink, VIEWS, type Page } from './page-state.ts';
import { momoPanel } from './prompt-dialog.ts';
import { transcript } from './transcript.ts';
import { whatsappPhone } from './whatsapp-phone.ts';
import { nameOf } from './world.ts';

/** The whole page. Parts marked data-live are swapped by the script when something happens; without it a reload shows the same. */
export function simulatorPage(page: Page): Html {
  const { say, who, language, view } = page;
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${nameOf(page.world, who)} · ${say('title')}</title>
  <link rel="icon" href="/simulator/static/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/simulator/static/simulator.css"><link rel="stylesheet" href="/simulator/static/phones.css">
  <script type="module" src="/simulator/static/simulator.js"></script>
</head>
<body data-events="/simulator/events?who=${encodeURIComponent(who)}">
  <header class="top">
    <a class="brand" href="${pageLink(page)}"><b>Griot</b> <span>${say('subtitle')}</span></a>
    <p class="holder"><b>${nameOf(page.world, who)}</b>${nameOf(page.world, who) !== who && html`<span>${who}</span>`}</p>
    <nav><a class="refresh" href="${pageLink(page)}" title="${say('refresh')}">${icon('refresh')}<span>${say('refresh')}</span></a>
      ${(['fr', 'en'] as const).map((lang) => html`<a class="lang" href="${pageLink(page, { language: lang })}" hreflang="${lang}" ${lang === language && html`aria-current="true"`}>${lang.toUpperCase()}</a>`)}</nav>
  </header>
  <div data-problem>${page.problem !== undefined && isProblem(page.problem) && html`<p class="problem" role="alert">${icon('warning')}${say(`problem_${page.problem}`)}</p>`}</div>
  <main data-view="${view}">
    <div class="column people-column" data-shown-for="people">${peoplePanel(page)}</div>
    <div class="column" data-shown-for="whatsapp">${whatsappPhone(page)}</div>
    <div class="column" data-shown-for="phone">${featurePhone(page)}${smsPhone(page)}${momoPanel(page)}</div>
    <div class="column" data-shown-for="faults">${faultsPanel(page)}</div>
    <div class="column wide-column" data-shown-for="text">${transcriptPanel(page)}</div>
  </main>
  <nav class="tabs" aria-label="${say('title')}">${VIEWS.map((name) => html`<a href="${pageLink(page, { view: name })}" data-tab="${name}" ${name === view && html`aria-current="page"`}>${icon(name)}<span>${say(name)}</span></a>`)}</nav>
</body>
</html>`;
}

function peoplePanel(page: Page): Html {
  const { say, who, world: { cast } } = page;
  const known = cast.some(({ phone }) => phone === who);
  return html`
    <section class="panel people"><h2>${say('peopleTitle')}</h2><p class="hint">${say('intro')}</p>
      <ul>${cast.map(({ name, phone, about }) => html`<li><a href="${pageLink(page, { who: phone, view: 'whatsapp' })}" ${phone === who && html`aria-current="true"`}>
        <span class="avatar">${name.slice(0, 1)}</span><span><b>${name}</b><small>${about}</small><small>${phone}</small></span></a></li>`)}</ul>
      <form method="get" action="/simulator" class="other">
        <input type="hidden" name="lang" value="${page.language}"><input type="hidden" name="view" value="whatsapp">
        <label>${say('otherNumber')}<input name="who" inputmode="tel" autocomplete="off" placeholder="${say('otherHint')}" value="${known ? '' : who}"></label>
        <button class="strong">${say('take')}</button>
      </form>
    </section>`;
}

function transcriptPanel(page: Page): Html {
  const { say } = page;
  const text = transcript(page.phone, nameOf(page.world, page.who));
  return html`
    <section class="panel transcript"><h2>${say('transcriptTitle')}</h2><p class="hint">${say('transcriptHint')}</p>
      <textarea readonly rows="14" aria-label="${say('transcriptTitle')}" data-live-value="transcript" spellcheck="false">
${text}</textarea>
      <button class="strong" type="button" data-copies="transcript" data-done="${say('copied')}" ${flag('hidden', true)}>${say('copy')}</button>
    </section>`;
}
