import express, { type Router } from 'express';
import type { z } from 'zod';
import { homePage } from '../../../templates/admin/home.ts';
import { oneListPage } from '../../../templates/admin/list.ts';
import { jobList, leadList, noticeList, parkedList, waitingList } from '../../../templates/admin/lists.ts';
import type { View } from '../../../templates/admin/view.ts';
import { countWork } from '../../domain/operators/count-work.ts';
import { listLeads } from '../../domain/operators/list-leads.ts';
import { listNotices } from '../../domain/operators/list-notices.ts';
import type { ListPage, PageAsk } from '../../domain/operators/list-page.ts';
import { listParkedJobs } from '../../domain/operators/list-parked-jobs.ts';
import { listParked } from '../../domain/operators/list-parked.ts';
import { listWaiting } from '../../domain/operators/list-waiting.ts';
import type { Html } from '../html.ts';
import type { Admin } from './admin.ts';
import { rowId, uuid } from './form.ts';
import { show, signedIn, type Visit } from './visit.ts';

export const ROWS_PER_PAGE = 50;
const ROWS_AT_HOME = 5;

export function listRoutes(admin: Admin): Router {
  const { db } = admin;
  const router = express.Router();
  router.get('/', signedIn(admin, showHome));
  router.get('/waiting', signedIn(admin, oneList('waiting', uuid, (_, ask) => listWaiting(db, ask), waitingList)));
  router.get('/leads', signedIn(admin, oneList('leads', uuid, (_, ask) => listLeads(db, ask), leadList)));
  router.get('/parked', signedIn(admin, oneList('parked', rowId, (_, ask) => listParked(db, ask), parkedList)));
  router.get('/jobs', signedIn(admin, oneList('jobs', rowId, (_, ask) => listParkedJobs(db, ask), jobList)));
  router.get('/notices', signedIn(admin, oneList('notices', rowId, (now, ask) => listNotices(db, now, ask), noticeList)));
  return router;
}

async function showHome(visit: Visit): Promise<void> {
  const { db, now } = visit.acting;
  const few = { limit: ROWS_AT_HOME };
  const [counts, waiting, leads, parked, jobs, notices] = await Promise.all([countWork(db, now), listWaiting(db, few), listLeads(db, few), listParked(db, few), listParkedJobs(db, few), listNotices(db, now, few)]);
  show(visit, homePage(visit.view, { counts, waiting, leads, parked, jobs, notices }));
}

const oneList = <Row>(name: string, key: z.ZodType<string>, read: (now: Date, ask: PageAsk) => Promise<ListPage<Row>>, draw: (view: View, rows: Row[]) => Html) =>
  async (visit: Visit): Promise<void> => {
    const after = key.safeParse(visit.req.query['after']).data;
    const { rows, next } = await read(visit.acting.now, { after, limit: ROWS_PER_PAGE });
    show(visit, oneListPage(visit.view, { name, list: draw(visit.view, rows), after, next }));
  };
