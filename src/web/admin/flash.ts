import type { Request, Response } from 'express';
import type { View } from '../../../templates/admin/view.ts';
import type { Say } from '../../i18n.ts';

/** What a page may say about the act it comes from: only these words travel in the address. */
const FLASHES = {
  replayed: true, discarded: true, jobReplayed: true, jobDiscarded: true, handled: true, answered: true, handedBack: true, passwordChanged: true,
  noReason: false, gone: false, empty: false, tooLong: false, noAddress: false, alreadySent: false, unknownPhone: false,
} as const;
export type Flash = keyof typeof FLASHES;

export function flashOf(req: Request, say: Say): View['flash'] {
  const done = req.query['done'];
  const flash = Object.entries(FLASHES).find(([name]) => name === done);
  return flash && { good: flash[1], text: say(`admin.flash.${flash[0]}`) };
}

export const redirectDone = (res: Response, path: string, flash: Flash, anchor = ''): void => res.redirect(303, `${path}?done=${flash}${anchor}`);
