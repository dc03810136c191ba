import express, { type Router } from 'express';
import { discardJob } from '../../domain/operators/discard-job.ts';
import { discardParked } from '../../domain/operators/discard-parked.ts';
import { handleLead } from '../../domain/operators/handle-lead.ts';
import { replayJob } from '../../domain/operators/replay-job.ts';
import { replayParked } from '../../domain/operators/replay-parked.ts';
import type { Admin } from './admin.ts';
import { redirectDone, type Flash } from './flash.ts';
import { field, rowId, uuid } from './form.ts';
import { notFound, signedIn, type Visit } from './visit.ts';

const REASON_CHARS_MAX = 500;
const PATH_CHARS_MAX = 100;
const OUR_PATH = /^\/admin(\/[\w-]+)*$/;

/** What can be done to a row of a list. */
export function actRoutes(admin: Admin): Router {
  const router = express.Router();
  router.post('/parked/:id/replay', signedIn(admin, (visit) => replay(admin, visit)));
  router.post('/parked/:id/discard', signedIn(admin, discard));
  router.post('/jobs/:id/replay', signedIn(admin, replayTheJob));
  router.post('/jobs/:id/discard', signedIn(admin, discardTheJob));
  router.post('/leads/:id/handled', signedIn(admin, handled));
  return router;
}

async function replay(admin: Admin, visit: Visit): Promise<void> {
  const id = rowId.safeParse(visit.req.params['id']).data;
  if (id === undefined) return notFound(visit);
  const replayed = await replayParked(visit.acting, { eventId: BigInt(id) });
  if ('refused' in replayed) return comeBack(visit, replayed.refused);
  admin.ring(replayed.contactId);
  comeBack(visit, 'replayed');
}

async function discard(visit: Visit): Promise<void> {
  const id = rowId.safeParse(visit.req.params['id']).data;
  if (id === undefined) return notFound(visit);
  const discarded = await discardParked(visit.acting, { eventId: BigInt(id), reason: field(visit.req, 'reason', REASON_CHARS_MAX) });
  comeBack(visit, 'refused' in discarded ? discarded.refused : 'discarded');
}

async function replayTheJob(visit: Visit): Promise<void> {
  const id = rowId.safeParse(visit.req.params['id']).data;
  if (id === undefined) return notFound(visit);
  const replayed = await replayJob(visit.acting, { jobId: BigInt(id) });
  comeBack(visit, 'refused' in replayed ? replayed.refused : 'jobReplayed');
}

async function discardTheJob(visit: Visit): Promise<void> {
  const id = rowId.safeParse(visit.req.params['id']).data;
  if (id === undefined) return notFound(visit);
  const discarded = await discardJob(visit.acting, { jobId: BigInt(id), reason: field(visit.req, 'reason', REASON_CHARS_MAX) });
  comeBack(visit, 'refused' in discarded ? discarded.refused : 'jobDiscarded');
}

async function handled(visit: Visit): Promise<void> {
  const leadId = uuid.safeParse(visit.req.params['id']).data;
  if (leadId === undefined) return notFound(visit);
  const lead = await handleLead(visit.acting, { leadId });
  comeBack(visit, 'refused' in lead ? lead.refused : 'handled');
}

/** To the page whose button it was. */
function comeBack({ req, res }: Visit, flash: Flash): void {
  const back = field(req, 'back', PATH_CHARS_MAX);
  redirectDone(res, OUR_PATH.test(back) ? back : '/admin', flash, back.startsWith('/admin/contacts/') ? '#answer' : '');
}
