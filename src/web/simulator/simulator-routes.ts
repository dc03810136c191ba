import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Router, type NextFunction, type Request, type Response } from 'express';
import { renderHtml } from '../html.ts';
import { faultsSchema, setFaults } from './faults-form.ts';
import { jsonRoutes } from './json-routes.ts';
import { liveEvents } from './live-events.ts';
import { pageLink, pageState, sayFor } from './page-state.ts';
import { simulatorPage } from './page.ts';
import { act, actSchema } from './phone-acts.ts';
import { phoneView } from './phone-view.ts';
import { readForm } from './read-form.ts';
import type { SimulatorWorld } from './world.ts';

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const STATIC = new Set(['simulator.css', 'phones.css', 'simulator.js', 'icon.svg']);
/** What a browser may show of a file a person sent; anything else is saved. */
const SHOWN_TYPES = /^(image\/(jpeg|png|webp)|audio\/[\w.+-]+|application\/pdf)(;|$)/;

/** Phones in the browser, over the stand-ins of the networks. Mounted at /simulator, never in production. */
export function simulatorRoutes(world: SimulatorWorld): Router {
  const router = Router();
  router.use(guard);
  router.get('/', (req, res) => {
    const state = pageState(req.query, world);
    const page = { ...state, say: sayFor(state), world, phone: phoneView(world, state.who, new Date()) };
    res.set('cache-control', 'no-store').type('html').send(renderHtml(simulatorPage(page)));
  });
  router.post('/act', readForm, async (req, res) => {
    const done = actSchema.safeParse(req.body);
    const problem = done.success ? await act(world, done.data) : 'badRequest';
    backToPage(world, req, res, problem);
  });
  router.post('/faults', readForm, (req, res) => {
    const form = faultsSchema.safeParse(req.body);
    if (form.success) setFaults(world, form.data);
    backToPage(world, req, res, form.success ? undefined : 'badRequest');
  });
  router.get('/media/:id', (req, res) => sendMedia(world, req.params.id, res));
  router.get('/static/:file', sendStatic);
  router.get('/events', (req, res) => liveEvents(world, req, res));
  router.use('/api', jsonRoutes(world));
  return router;
}

/** The simulator speaks for anybody: a page of another site must not make a browser post to it. */
function guard(req: Request, res: Response, next: NextFunction): void {
  res.set({ 'content-security-policy': CSP, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  if (req.method === 'POST' && ['cross-site', 'same-site'].includes(req.get('sec-fetch-site') ?? '')) res.status(403).type('text/plain').send('forbidden');
  else next();
}

function backToPage(world: SimulatorWorld, req: Request, res: Response, problem: string | undefined): void {
  const { who, lang, view } = req.body as Record<string, unknown>;
  const state = pageState({ who, lang, view }, world);
  res.redirect(303, pageLink(state, problem === undefined ? {} : { problem }));
}

function sendMedia({ graph }: SimulatorWorld, id: string, res: Response): void {
  const media = graph?.media(id);
  if (!media) return void res.status(404).end();
  const shown = SHOWN_TYPES.test(media.mime);
  if (!shown) res.attachment(media.filename ?? 'fichier');
  res.type(shown ? media.mime : 'application/octet-stream').send(Buffer.from(media.bytes));
}

async function sendStatic(req: Request, res: Response): Promise<void> {
  const name = String(req.params.file);
  if (!STATIC.has(name)) return void res.status(404).end();
  res.set('cache-control', 'no-cache').type(extname(name)).send(await readFile(new URL(`static/${name}`, import.meta.url)));
}
