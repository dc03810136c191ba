import express, { type Request, type RequestHandler, type Router } from 'express';
import { passwordPage, signInPage } from '../../../templates/admin/sign-in.ts';
import { changePassword, PASSWORD_CHARS_MIN } from '../../domain/operators/change-password.ts';
import { closeSession } from '../../domain/operators/operator-session.ts';
import { signIn, TRIES } from '../../domain/operators/sign-in.ts';
import type { Admin } from './admin.ts';
import { dropSession, keepSession } from './cookies.ts';
import { redirectDone } from './flash.ts';
import { field } from './form.ts';
import { addressOf, sessionOf, show, signedIn, viewOf, type Visit } from './visit.ts';

const EMAIL_CHARS_MAX = 254;
const PASSWORD_CHARS_MAX = 200;
const STATUS = { wrong: 401, tooMany: 429 } as const;

export function signInRoutes(admin: Admin): Router {
  const router = express.Router();
  const anyPassword = { whilePasswordIsTemporary: true };
  router.get('/login', showSignIn(admin));
  router.post('/login', enter(admin));
  router.get('/password', signedIn(admin, (visit) => showPassword(visit), anyPassword));
  router.post('/password', signedIn(admin, (visit) => replacePassword(admin, visit), anyPassword));
  router.post('/logout', signedIn(admin, (visit) => leave(admin, visit), anyPassword));
  return router;
}

const showSignIn = (admin: Admin): RequestHandler => async (req, res) => {
  if ((await sessionOf(admin, req)) !== null) res.redirect(303, '/admin');
  else show({ res }, signInPage(viewOf(admin, req, res), ''));
};

const enter = (admin: Admin): RequestHandler => async (req, res) => {
  const email = field(req, 'email', EMAIL_CHARS_MAX);
  const session = await signIn(admin.db, admin.takeTry, { email, password: password(req, 'password'), address: addressOf(req), now: admin.now() });
  if ('refused' in session) {
    const view = viewOf(admin, req, res);
    if (session.refused === 'tooMany') res.set('Retry-After', String(TRIES.windowMs / 1000));
    return show({ res }, signInPage({ ...view, flash: { good: false, text: view.say(`admin.signIn.${session.refused}`) } }, email), STATUS[session.refused]);
  }
  keepSession(res, session, admin.production);
  res.redirect(303, '/admin');
};

const showPassword = (visit: Visit, flash = visit.view.flash, status = 200): void =>
  show(visit, passwordPage({ ...visit.view, flash }, { must: visit.session.operator.mustChangePassword, charsMin: PASSWORD_CHARS_MIN }), status);

async function replacePassword(admin: Admin, visit: Visit): Promise<void> {
  const { req, res, acting, view } = visit;
  const session = await changePassword(acting, admin.takeTry, { current: password(req, 'current'), wanted: password(req, 'wanted'), again: password(req, 'again') });
  if ('refused' in session) return showPassword(visit, { good: false, text: view.say(`admin.password.${session.refused}`) }, 422);
  keepSession(res, session, admin.production);
  redirectDone(res, '/admin', 'passwordChanged');
}

async function leave(admin: Admin, { res, acting, session }: Visit): Promise<void> {
  await closeSession(acting, session);
  dropSession(res, admin.production);
  res.redirect(303, '/admin/login');
}

const password = (req: Request, name: string): string => field(req, name, PASSWORD_CHARS_MAX);
