import { Router } from 'express';
import type { Doorbell } from '../doorbell/doorbell.ts';
import { missingMigrations } from '../db/migrate.ts';
import type { Prisma } from '../db/open-database.ts';

/**
 * Alive: the process answers. Ready: it can do its work, which needs the database in the shape of this build. The queue
 * is named and not asked for: without it work is found by looking, and a process taken away would lose webhooks.
 */
export function healthRoutes(db: Prisma, bell: Pick<Doorbell, 'isUp'>): Router {
  const router = Router();
  router.get('/healthz', (_req, res) => {
    res.json({ alive: true });
  });
  router.get('/readyz', async (_req, res) => {
    const missing = await missingMigrations(db).catch(() => undefined);
    const database = missing !== undefined;
    const migrations = missing?.length === 0;
    res.status(migrations ? 200 : 503).json({ ready: migrations, database, migrations, queue: bell.isUp() });
  });
  return router;
}
