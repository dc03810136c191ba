import { Router } from 'express';
import type { Prisma } from '../db/open-database.ts';

/** Alive: the process answers. Ready: it can do its work. */
export function healthRoutes(db: Prisma): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ alive: true });
  });
  router.get('/readyz', async (_req, res) => {
    const database = await reaches(db);
    res.status(database ? 200 : 503).json({ ready: database, database });
  });
  return router;
}

const reaches = (db: Prisma): Promise<boolean> => db.$queryRaw`SELECT 1`.then(() => true, () => false);
