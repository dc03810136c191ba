import { consent } from './identity/consent.ts';
import { data } from './identity/data.ts';
import { handoff } from './identity/handoff.ts';
import { home } from './identity/home.ts';
import { human } from './identity/human.ts';
import { language } from './identity/language.ts';
import { offerHuman } from './identity/offer-human.ts';
import { pin } from './identity/pin.ts';
import { profile } from './identity/profile.ts';
import { resume } from './identity/resume.ts';
import { welcome } from './identity/welcome.ts';

/** Every conversation the product can hold. Adding one means a file and a line here. */
export const flows = [welcome, home, language, consent, human, offerHuman, handoff, data, profile, pin, resume];
