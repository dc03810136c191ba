import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { problemPage } from '../../../templates/admin/problem.ts';
import type { View } from '../../../templates/admin/view.ts';
import type { Acting } from '../../domain/operators/acting.ts';
import { findSession, type OperatorSession } from '../../domain/operators/operator-session.ts';
import { has, sayer } from '../../i18n.ts';
import { renderHtml, type Html } from '../html.ts';
import type { Admin } from './admin.ts';
import { languageFor, tokenOf } from './cookies.ts';
import { flashOf } from './flash.ts';
import { field } from './form.ts';

/** A request of an operator whose session holds and, when it posts, whose form is ours. */
export type Visit = { req: Request; res: Response; session: OperatorSession; acting: Acting; view: View };
type Handle = (visit: Visit) => Promise<void> | void;

const CSRF_CHARS_MAX = 100;

/** Everybody else goes to the sign-in page; who has a temporary password, to the page that changes it. */
export const signedIn = (admin: Admin, handle: Handle, { whilePasswordIsTemporary = false } = {}): RequestHandler => async (req, res) => {
  const session = await sessionOf(admin, req);
  if (session === null) return res.redirect(303, '/admin/login');

  const inside = { operator: session.operator.email, csrf: session.csrf };
  const acting = { db: admin.db, now: admin.now(), operatorId: session.operator.id, address: addressOf(req) };
  const visit = { req, res, session, acting, view: { ...viewOf(admin, req, res), inside } };
  if (req.method === 'POST' && !same(session.csrf, field(req, 'csrf', CSRF_CHARS_MAX))) return show(visit, problemPage(visit.view, 'refused'), 403);
  if (session.operator.mustChangePassword && !whilePasswordIsTemporary) return res.redirect(303, '/admin/password');
  await handle(visit);
};

export async function sessionOf(admin: Admin, req: Request): Promise<OperatorSession | null> {
  const token = tokenOf(req);
  return token === undefined ? null : findSession(admin.db, token, admin.now());
}

export function viewOf({ texts, production }: Admin, req: Request, res: Response): View {
  const language = languageFor(req, res, production);
  const say = sayer(texts, language, 'web');
  const word = (group: string, value: string) => (has(texts, `admin.${group}.${value}`, language) ? say(`admin.${group}.${value}`) : value);
  const path = `${req.baseUrl}${req.path}`.replace(/(?<=.)\/$/, '');
  return { say, word, language, path, flash: flashOf(req, say) };
}

export const addressOf = (req: Request): string => req.ip ?? '';

export const show = ({ res }: { res: Response }, page: Html, status = 200): void => void res.status(status).type('html').send(renderHtml(page));

export const notFound = (visit: Visit): void => show(visit, problemPage(visit.view, 'notFound'), 404);

/** Hashed first, so that neither length nor place tells. */
function same(expected: string, given: string): boolean {
  const [ours, theirs] = [expected, given].map((text) => createHash('sha256').update(text).digest());
  return ours !== undefined && theirs !== undefined && timingSafeEqual(ours, theirs);
}
