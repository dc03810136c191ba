import { readFileSync } from 'node:fs';
import express, { type Router } from 'express';
import { limitTries } from '../../domain/operators/limit-tries.ts';
import { TRIES } from '../../domain/operators/sign-in.ts';
import { actRoutes } from './act-routes.ts';
import type { Admin } from './admin.ts';
import { contactRoutes } from './contact-routes.ts';
import { listRoutes } from './list-routes.ts';
import { mediaRoutes } from './media-routes.ts';
import { refuseForeignPosts, securityHeaders } from './security-headers.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { notFound, signedIn } from './visit.ts';

const CSS = new URL('../../../templates/admin/admin.css', import.meta.url);
const CSS_MAX_AGE_S = 3600;
const FORM_MAX = '64kb';

/** The operators' web, to be mounted at /admin. */
export function adminRoutes(built: Omit<Admin, 'takeTry'>): Router {
  const admin: Admin = { ...built, takeTry: limitTries(TRIES) };
  const css = readFileSync(CSS, 'utf8');
  const router = express.Router();

  router.use(securityHeaders(admin.production));
  router.get('/admin.css', (_, res) => void res.set('Cache-Control', `public, max-age=${CSS_MAX_AGE_S}`).type('css').send(css));
  router.use(refuseForeignPosts, express.urlencoded({ extended: false, limit: FORM_MAX }));
  router.use(signInRoutes(admin), listRoutes(admin), actRoutes(admin), contactRoutes(admin), mediaRoutes(admin));
  router.use(signedIn(admin, notFound));
  return router;
}
