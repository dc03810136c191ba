import pg from 'pg';
import { openEmbedded } from '../../src/db/embedded.ts';
import type { PostgresServer } from '../machines/postgres-server.ts';
import type { Undo } from '../machines/undo.ts';

/** Where Griot keeps everything, and how to look into it from outside. */
export type Store = {
  env: Record<string, string>;
  /** Whether only one process at a time may open it. */
  alone: boolean;
  look: <T>(question: (pool: pg.Pool) => Promise<T>) => Promise<T>;
};

let named = 0;

/** A database of its own on a server. */
export async function onServer(server: PostgresServer, undo: Undo): Promise<Store> {
  const name = `griot_chaos_${(named += 1)}`;
  await server.create(name);
  const connectionString = server.urlOf(name);
  undo.add(() => server.drop(name).catch(() => undefined)); // the server may be gone already, and the database with it
  return {
    env: { DATABASE_URL: connectionString },
    alone: false,
    look: async (question) => {
      const pool = new pg.Pool({ connectionString, max: 1 });
      pool.on('error', () => undefined);
      try {
        return await question(pool);
      } finally {
        await pool.end();
      }
    },
  };
}

/** The embedded one in a folder, which nobody else may hold while we look. */
export const inFolder = (dataDir: string): Store => ({
  env: {},
  alone: true,
  look: async (question) => {
    const { pool, close } = await openEmbedded(`${dataDir}/db`);
    try {
      return await question(pool);
    } finally {
      await close();
    }
  },
});
