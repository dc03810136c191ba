import type { Session } from '../db/open-session.ts';
import { quoted } from './catalogue.ts';

type Guard = { table: string; name: string };

/**
 * Inside a transaction of the owner: triggers rest, and keys to other tables are checked once everything is there, in
 * whatever order it came. Both stand again before it ends, or the transaction fails.
 */
export async function withoutGuards<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const keys = await session.query<Guard>(`
    SELECT c.relname AS table, k.conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND k.contype = 'f' AND NOT k.condeferrable`);
  const triggers = await session.query<Guard>(`
    SELECT c.relname AS table, t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled = 'O'`);
  const alter = async (guards: Guard[], how: (name: string) => string) => {
    for (const { table, name } of guards) await session.exec(`ALTER TABLE ${quoted(table)} ${how(quoted(name))}`);
  };
  await alter(triggers, (name) => `DISABLE TRIGGER ${name}`);
  await alter(keys, (name) => `ALTER CONSTRAINT ${name} DEFERRABLE INITIALLY DEFERRED`);
  const done = await work();
  await session.exec('SET CONSTRAINTS ALL IMMEDIATE');
  await alter(keys, (name) => `ALTER CONSTRAINT ${name} NOT DEFERRABLE`);
  await alter(triggers, (name) => `ENABLE TRIGGER ${name}`);
  return done;
}
