import { flag, html, type Html } from '../html.ts';
import { anyFault, DUPLICATES_MAX, faultsInForce, PAY_DUPLICATES_MAX, PAY_SWITCHES, SMS_SWITCHES, WHATSAPP_SWITCHES } from './faults-form.ts';
import { icon } from './icons.ts';
import { hiddenFields, type Page } from './page-state.ts';
import type { TextKey } from './texts.ts';

/** What the providers can be told to do wrong. */
export function faultsPanel(page: Page): Html {
  const { say, world: { graph, africastalking, fedapay } } = page;
  const on = faultsInForce(page.world, page.who);
  return html`
    <section class="panel faults" id="faults"><h2>${say('faultsTitle')}</h2>
      <p class="hint">${say('faultsHint')}</p>
      <div data-live="faults-on">${anyFault(on) && html`<p class="on">${icon('faults')}${say('faultsOn')}</p>`}</div>
      ${africastalking && html`<form method="post" action="/simulator/act" data-quiet>${hiddenFields(page, 'phone', { channel: 'ussd' })}<button class="plain wide" name="hangup" value="1">${icon('hangUp')}${say('dropSession')}</button></form>`}
      <form method="post" action="/simulator/faults" data-quiet>
        ${hiddenFields(page, 'faults')}
        <div data-live="faults-form">
        <fieldset class="scope"><legend>${say('scope')}</legend>
          ${(['this', 'all'] as const).map((scope) => html`<label><input type="radio" name="scope" value="${scope}" ${flag('checked', on.scope === scope)}>${say(scope === 'this' ? 'scopeThis' : 'scopeAll')}</label>`)}
        </fieldset>
        ${graph && html`<details open><summary>${say('whatsapp')}</summary>
          ${(['refuse', 'fate', 'statuses'] as const).map((name) => choice(page, name, WHATSAPP_SWITCHES[name], on[name]))}
          ${copies(page, 'duplicates', on.duplicates)}${delay(page, 'delay', on.delay)}</details>`}
        ${africastalking && html`<details ${flag('open', isOn(on.refuseSms, on.fateSms, on.duplicatesSms, on.delaySms))}><summary>${say('sms')}</summary>
          ${(['refuseSms', 'fateSms'] as const).map((name) => choice(page, name, SMS_SWITCHES[name], on[name]))}
          ${copies(page, 'duplicatesSms', on.duplicatesSms)}${delay(page, 'delaySms', on.delaySms)}</details>
        <details ${flag('open', isOn(on.hopTwice ?? '', on.delayUssd))}><summary>USSD</summary>
          <label class="check"><input type="checkbox" name="hopTwice" ${flag('checked', on.hopTwice !== undefined)}>${say('hopTwice')}</label>${delay(page, 'delayUssd', on.delayUssd)}</details>`}
        ${fedapay && html`<details ${flag('open', isOn(on.payCalls, on.payEvents, on.duplicatesPay, on.delayPay))}><summary>${say('payTitle')}</summary>
          ${(['payCalls', 'payEvents'] as const).map((name) => choice(page, name, PAY_SWITCHES[name], on[name]))}
          ${copies(page, 'duplicatesPay', on.duplicatesPay, PAY_DUPLICATES_MAX)}${delay(page, 'delayPay', on.delayPay)}</details>`}
        </div>
        <div class="buttons"><button class="strong">${say('apply')}</button><button class="plain" name="clear" value="1">${say('clearFaults')}</button></div>
      </form>
    </section>`;
}

const isOn = (...switches: (string | number)[]): boolean => switches.some((one) => one !== '' && one !== 0);

type Switch = 'refuse' | 'fate' | 'statuses' | 'refuseSms' | 'fateSms' | 'payCalls' | 'payEvents';
function choice({ say }: Page, name: Switch, values: readonly string[], chosen: string): Html {
  return html`<label>${say(name)}<select name="${name}"><option value="">${say('none')}</option>
    ${values.map((value) => html`<option value="${value}" ${flag('selected', value === chosen)}>${say(`${name}_${value}` as TextKey)}</option>`)}</select></label>`;
}

function copies({ say }: Page, name: string, chosen: number, max = DUPLICATES_MAX): Html {
  const values = Array.from({ length: max + 1 }, (_, i) => i);
  return html`<label>${say('duplicates')}<select name="${name}">${values.map((value) => html`<option value="${value}" ${flag('selected', value === chosen)}>${value === 0 ? say('none') : `+ ${value}`}</option>`)}</select></label>`;
}

const delay = ({ say }: Page, name: string, chosen: number): Html =>
  html`<label>${say('delay')}<input type="number" name="${name}" value="${chosen}" min="0" max="30000" step="100" inputmode="numeric"></label>`;
