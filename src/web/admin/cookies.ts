import type { CookieOptions, Request, Response } from 'express';
import type { OpenedSession } from '../../domain/operators/operator-session.ts';
import { LANGUAGES, languageOf, type Language } from '../../i18n.ts';

const SESSION = 'griot_admin';
const LANGUAGE = 'griot_admin_lang';
const YEAR_MS = 365 * 24 * 3_600_000;

export const tokenOf = (req: Request): string | undefined => cookie(req, SESSION);

export const keepSession = (res: Response, { token, expiresAt }: OpenedSession, production: boolean): void =>
  void res.cookie(SESSION, token, { ...options(production), expires: expiresAt });

export const dropSession = (res: Response, production: boolean): void => void res.clearCookie(SESSION, options(production));

/** The language asked for in the address, which is then remembered; else the remembered one. */
export function languageFor(req: Request, res: Response, production: boolean): Language {
  const asked = LANGUAGES.find((language) => language === req.query['lang']);
  if (asked !== undefined) res.cookie(LANGUAGE, asked, { ...options(production), maxAge: YEAR_MS });
  return asked ?? languageOf(cookie(req, LANGUAGE));
}

const options = (production: boolean): CookieOptions => ({ httpOnly: true, sameSite: 'lax', secure: production, path: '/admin' });

const cookie = (req: Request, name: string): string | undefined =>
  (req.get('Cookie') ?? '').split(';').map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
