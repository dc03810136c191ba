import type { OpeningCommands } from '../../../flows/opening/opening.ts';
import { ownNumber } from '../../db/own-number.ts';
import { choosePin } from '../../domain/identity/choose-pin.ts';
import type { UsualGarment } from '../../domain/catalogue/usual-garments.ts';
import { readHours } from '../../domain/spoken/hours.ts';
import { mayOpen, openBusiness } from '../../domain/tenants/open-business.ts';
import { chooseCode, proposeCode } from '../../domain/tenants/propose-code.ts';
import { languageOf, sayer } from '../../i18n.ts';
import type { Scope } from '../../scope.ts';
import { capabilitiesIn, taboo } from '../grammar/trades.ts';
import type { Handlers } from './handlers.ts';

export const openingCommands: Handlers<OpeningCommands> = {
  'opening.begin': async (scope) => {
    const may = mayOpen(scope);
    if (!('refused' in may)) return { standing: 'new', owned: '', code: '' };
    if (may.refused === 'unknown') return { refused: may.refused };
    const own = scope.desk.members.find(({ role }) => role === 'owner');
    return { standing: may.refused, owned: own?.business ?? '', code: own?.code ?? '' };
  },
  'opening.trade': async (_scope, { trade }) => ({ capabilities: capabilitiesIn(trade) }),
  'opening.hours': async (_scope, { text }) => {
    const hours = readHours(text);
    return hours === undefined ? { refused: 'unread' } : { hours };
  },
  'code.propose': async ({ db }, { name }) => ({ code: await proposeCode(db, name, taboo) }),
  'code.choose': ({ db }, { name, text }) => chooseCode(db, text, name, taboo),
  'pin.choose': choosePin,
  'business.open': async (scope, opening) => {
    const opened = await openBusiness(scope, opening, garmentsIn(scope));
    if ('refused' in opened) return opened;
    return { url: opened.url, dial: scope.voice.serviceCode, number: await ownNumber(scope.db) };
  },
};

/** As the owner calls them: from then on they are the workshop's to name. */
function garmentsIn({ voice, who }: Scope): Record<UsualGarment, string> {
  const say = sayer(voice.texts, languageOf(who.language), who.channel);
  return {
    boubou: say('garments.boubou'), dress: say('garments.dress'), shirt: say('garments.shirt'), trousers: say('garments.trousers'),
    set: say('garments.set'), child: say('garments.child'), alteration: say('garments.alteration'),
  };
}
