import type { Choice } from '../../../flows/flow.ts';
import type { AlertCommands } from '../../../flows/shop/alert.ts';
import { PAGE, type AlertsCommands } from '../../../flows/shop/alerts.ts';
import { actOnAlert, actOnEpisode, setMinimum, type AlertAct } from '../../domain/shop/act-on-alert.ts';
import { ALERT_KINDS } from '../../domain/shop/alert-kinds.ts';
import { askRecipient, dropRecipient, listRecipients } from '../../domain/shop/alert-recipients.ts';
import { listRules } from '../../domain/shop/alert-rules.ts';
import { seeVariant } from '../../domain/shop/hold-variant.ts';
import { inUnits } from '../../domain/shop/in-units.ts';
import { listAlerts, type ListedAlert } from '../../domain/shop/list-alerts.ts';
import { pieces } from '../../domain/shop/quantity.ts';
import { changeRule } from '../../domain/shop/resting-alerts.ts';
import { servedLately } from '../../domain/shop/served-lately.ts';
import { supplyOutlook } from '../../domain/shop/supply-outlook.ts';
import { unitFor } from '../../domain/spoken/units.ts';
import { stateOf } from '../../domain/shop/watch-shelf.ts';
import type { Business } from '../../domain/tenants/business.ts';
import type { Say } from '../../i18n.ts';
import type { Handlers } from './handlers.ts';
import { staffWork } from './staff-work.ts';
import { wordsFor } from './wording.ts';
import type { FindGoods } from '../../../flows/which-goods.ts';

const ACTS: readonly AlertAct[] = ['later', 'seen', 'mute', 'unmute'];
const CHANGES = ['pause', 'resume', 'mute'] as const;
const actOf = (said: string): AlertAct => ACTS.find((act) => act === said) ?? 'seen';

export const alertCommands: Handlers<Omit<AlertCommands, keyof FindGoods> & AlertsCommands> = {
  'alert.set': (scope, { variantId, qty, unit }) => staffWork(scope, 'alert.change', async (business) => {
    const counted = await inUnits(business, variantId, qty, unit);
    if ('refused' in counted) return { refused: counted.refused };
    const set = await setMinimum(business, variantId, counted.qty);
    if ('refused' in set) return set;
    const shelf = await seeVariant(business, variantId);
    return { min: pieces(counted.qty), state: shelf === undefined ? 'fine' : stateOf(shelf) };
  }),
  'alert.act': (scope, { variantId, act }) => staffWork(scope, 'alert.change', (business) => actOnAlert(business, variantId, actOf(act))),

  'alerts.list': (scope, { from }) => staffWork(scope, 'alert.look', async (business) => {
    const say = wordsFor(scope);
    const open = await listAlerts(business, { open: true });
    return { count: open.length, open: [...pageOf(open, from, say), { id: 'past' }, { id: 'rules' }] };
  }),
  'alerts.see': (scope, { id }) => staffWork(scope, 'alert.look', async (business) => {
    const [episode] = await listAlerts(business, { id });
    if (episode === undefined) return { refused: 'unknown' } as const;
    const say = wordsFor(scope);
    return { card: { kind: episode.kind, name: nameOf(episode, say), since: episode.openedOn, detail: await detailOf(business, episode, say) }, acts: actsOf(episode, say), goods: episode.code };
  }),
  'alerts.act': (scope, { id, act }) => staffWork(scope, 'alert.change', async (business) => {
    const [episode] = await listAlerts(business, { id });
    if (episode === undefined) return { refused: 'unknown' } as const;
    if (act === 'mute' && episode.variantId !== null) return actOnAlert(business, episode.variantId, 'mute');
    if (act === 'mute') await changeRule(business, episode.kind, 'mute');
    else await actOnEpisode(business, id, act === 'later' ? 'later' : 'seen');
    return {};
  }),
  'alerts.rules': (scope) => staffWork(scope, 'alert.look', async (business) => {
    const say = wordsFor(scope);
    const rules = (await listRules(business)).map(({ kind, state }) => ({ id: kind, label: say('alerts.kindIs', { kind: say(`alerts.short.${kind}`), state: say(`alerts.state.${state}`) }) }));
    return { rules: [...rules, { id: 'people' }] };
  }),
  'alerts.rule': (scope, { kind }) => staffWork(scope, 'alert.look', async (business) => {
    const rule = (await listRules(business)).find((each) => each.kind === kind);
    if (rule === undefined) return { refused: 'unknown' } as const;
    const say = wordsFor(scope);
    const changes = rule.state === 'on' ? (['pause', 'mute'] as const) : (['resume'] as const);
    return { rule: { kind, state: rule.state, until: rule.until ?? '' }, acts: [...changes.map((id) => ({ id, label: say(`alerts.change.${id}`) })), { id: 'past' }] };
  }),
  'alerts.change': (scope, { kind, change }) => staffWork(scope, 'alert.change', async (business) => {
    const which = ALERT_KINDS.find((each) => each === kind);
    if (which === undefined) return { refused: 'unknown' } as const;
    await changeRule(business, which, CHANGES.find((each) => each === change) ?? 'resume');
    return {};
  }),
  'alerts.past': (scope, { kind, from }) => staffWork(scope, 'alert.look', async (business) => {
    const say = wordsFor(scope);
    return { past: pageOf(await listAlerts(business, { open: false, kind: ALERT_KINDS.find((each) => each === kind) }), from, say) };
  }),
  'alerts.people': (scope) => staffWork(scope, 'alert.share', async (business) => {
    const say = wordsFor(scope);
    return { people: (await listRecipients(business)).map(({ memberId, name, status }) => ({ id: memberId, label: `${name.slice(0, 13).trim()} (${say(`alerts.who.${status}`)})` })) };
  }),
  'alerts.person': (scope, { memberId }) => staffWork(scope, 'alert.share', async (business) => {
    const known = (await listRecipients(business)).find((each) => each.memberId === memberId);
    if (known === undefined) return { refused: 'unknown' } as const;
    const drops = known.status === 'agreed' || known.status === 'asked';
    if (drops) await dropRecipient(business, memberId);
    else await askRecipient(business, memberId);
    return { person: known.name, asking: drops ? 'dropped' : 'asked' };
  }),
};

const pageOf = (episodes: ListedAlert[], from: number, say: Say): Choice[] =>
  [...episodes.slice(from, from + PAGE).map((episode) => rowOf(episode, say)), ...(episodes.length > from + PAGE ? [{ id: 'more' }] : [])];

/** « Lait 1L (rupture) » */
function rowOf({ id, kind, openedOn, name }: ListedAlert, say: Say): Choice {
  return { id, label: kind === 'service' ? say('alerts.short.service') : say(`alerts.mark.${kind}`, { name }), hint: say('alerts.since', { kind: say(`alerts.kind.${kind}`), day: openedOn }) };
}

const nameOf = ({ kind, name }: ListedAlert, say: Say): string => (kind === 'service' ? say('alerts.shop') : name);

function actsOf({ kind, closedOn }: ListedAlert, say: Say): Choice[] {
  if (closedOn !== undefined) return [{ id: 'list' }];
  const acts = (['later', 'mute', 'seen'] as const).map((id) => ({ id, label: say(`alerts.act.${id}`) }));
  return kind === 'rupture' || kind === 'low' ? [{ id: 'buy' }, ...acts] : acts;
}

/** What is known of it now, as far as it goes. */
async function detailOf(business: Business, { kind, variantId, closedOn, seenBy, remindOn }: ListedAlert, say: Say): Promise<string> {
  if (closedOn !== undefined) return say('alerts.detail.over', { day: closedOn });
  const about = kind === 'service' ? await serviceDetail(business, say) : await shelfDetail(business, variantId ?? '', say);
  const seen = [seenBy === '' ? '' : say('alerts.detail.seen', { name: seenBy }), remindOn === undefined ? '' : say('alerts.detail.later', { day: remindOn })];
  return [about, ...seen].filter(Boolean).join(' ');
}

async function serviceDetail(business: Business, say: Say): Promise<string> {
  const { rate = 0, usual = 0, gone } = await servedLately(business);
  return say('alerts.detail.service', { rate: Math.round(rate * 100), usual: Math.round(usual * 100), gone });
}

/** What lasts longer says nothing. */
const YEAR_DAYS = 365;

async function shelfDetail(business: Business, variantId: string, say: Say): Promise<string> {
  const outlook = (await supplyOutlook(business, [variantId])).get(variantId);
  if (outlook === undefined) return '';
  const { onHand, reserved, min, coverage, emptyOn, advised, unit, supplier, coming } = outlook;
  const left = say('alerts.detail.left', { left: pieces(onHand - reserved), min: pieces(min ?? 0) });
  const lasts = coverage === undefined || coverage > YEAR_DAYS ? '' : emptyOn === undefined ? say('alerts.detail.lasts', { coverage }) : say('alerts.detail.until', { coverage, day: emptyOn });
  const comes = coming === undefined ? '' : say('alerts.detail.coming', { qty: pieces(coming.qty) });
  const advice = advised > 0 && supplier !== undefined ? say('alerts.detail.advice', { qty: pieces(advised), unit: unitFor(unit, pieces(advised)), supplier: supplier.name }) : '';
  return [left, lasts, comes, advice].filter(Boolean).join(' ');
}
