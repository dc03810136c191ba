import type { RequestHandler } from 'express';

const POLICY = ["default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"].join('; ');
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};
const HSTS = { 'Strict-Transport-Security': 'max-age=31536000' };

export const securityHeaders = (production: boolean): RequestHandler => (_, res, next) => {
  res.set(production ? { ...HEADERS, ...HSTS } : HEADERS);
  next();
};

/** Signing in has no session whose token could be asked for: the browser itself tells whose page posts. */
export const refuseForeignPosts: RequestHandler = (req, res, next) => {
  const site = req.get('Sec-Fetch-Site');
  if (req.method === 'POST' && (site === 'cross-site' || site === 'same-site')) res.sendStatus(403);
  else next();
};
