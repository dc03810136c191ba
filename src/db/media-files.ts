import type { Tx } from './open-database.ts';

const FILES_LOCK = 1_735_553_389;

/** Until the commit no file is swept: what is put in the store now will have its row. */
export const keepFiles = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${FILES_LOCK}::bigint)::text`;

/** Of these files, those that no row names. Until the commit nobody adds a row, so they may be removed. */
export async function filesNobodyNames(tx: Tx, names: string[]): Promise<string[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FILES_LOCK}::bigint)::text`;
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM unnest(${names}::text[]) AS name WHERE NOT EXISTS (SELECT 1 FROM "Media" m WHERE m.sha256 = name) AND NOT EXISTS (SELECT 1 FROM "ReportFile" r WHERE r.sha256 = name)`;
  return rows.map(({ name }) => name);
}
