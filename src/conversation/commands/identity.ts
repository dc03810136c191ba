import type { ConsentCommands } from '../../../flows/identity/consent.ts';
import type { DataCommands } from '../../../flows/identity/data.ts';
import type { HandoffCommands } from '../../../flows/identity/handoff.ts';
import type { HomeCommands } from '../../../flows/identity/home.ts';
import type { HumanCommands } from '../../../flows/identity/human.ts';
import type { LanguageCommands } from '../../../flows/identity/language.ts';
import type { PinCommands } from '../../../flows/identity/pin.ts';
import type { ProfileCommands } from '../../../flows/identity/profile.ts';
import type { WelcomeCommands } from '../../../flows/identity/welcome.ts';
import { acceptTerms } from '../../domain/identity/accept-terms.ts';
import { addPerson } from '../../domain/identity/add-person.ts';
import { businessesToCall, callHuman, releaseHuman } from '../../domain/identity/call-human.ts';
import { changeConsent } from '../../domain/identity/change-consent.ts';
import { checkPin } from '../../domain/identity/check-pin.ts';
import { erasePerson } from '../../domain/identity/erase-person.ts';
import { exportPerson } from '../../domain/identity/export-person.ts';
import { recordLead } from '../../domain/identity/record-lead.ts';
import { renamePerson } from '../../domain/identity/rename-person.ts';
import { seePerson } from '../../domain/identity/see-person.ts';
import { setLanguage, switchLanguage, takeLanguage } from '../../domain/identity/set-language.ts';
import { currentProfile, profilesOf } from '../profiles.ts';
import type { Handlers } from './handlers.ts';
import { openHome } from './open-home.ts';

type IdentityCommands = WelcomeCommands & HomeCommands & LanguageCommands & ConsentCommands & HumanCommands & DataCommands & ProfileCommands & PinCommands & HandoffCommands;

export const identityCommands: Handlers<IdentityCommands> = {
  'language.switch': switchLanguage,
  'language.set': setLanguage,
  'terms.accept': acceptTerms,
  'person.introduce': addPerson,
  'lead.record': recordLead,
  'consent.stop': (scope, { everything }) => changeConsent(scope, everything ? 'stopAll' : 'stop'),
  'consent.resume': (scope) => changeConsent(scope, 'resume'),
  'human.whom': businessesToCall,
  'human.call': callHuman,
  'human.release': (scope) => releaseHuman(scope, 'person'),
  'data.see': seePerson,
  'data.rename': renamePerson,
  'data.export': exportPerson,
  'data.erase': erasePerson,
  'pin.check': checkPin,

  'home.open': openHome,
  'pin.ask': async ({ desk, who }) => {
    const profile = currentProfile(profilesOf(desk), who);
    return profile === undefined ? { refused: 'unknown' } : { business: profile.business };
  },
  'profile.list': async ({ desk }) => {
    const profiles = profilesOf(desk);
    if (profiles.length === 0) return { refused: 'unknown' };
    const named = profiles.map(({ id, persona, name, business, code }) => ({ id, label: persona === 'client' ? name : persona === 'affiliate' ? code : business }));
    return { profiles: [...named, { id: 'new' }] };
  },
  'profile.choose': async (scope, { profile: id }) => {
    const profile = profilesOf(scope.desk).find((each) => each.id === id);
    if (profile === undefined) return { refused: 'gone' };
    const { personId, tenantId, persona } = profile;
    Object.assign(scope.who, { personId, tenantId, persona });
    await takeLanguage(scope);
    return {};
  },
  'profile.add': addPerson,
};
