import type { Prisma } from '../../db/open-database.ts';

export type KeptFile = { sha256: string; mime: string; bytes: number; filename: string | null };

/** A file we keep; undefined for one that was refused, deleted, or never was. */
export async function findMedia(db: Prisma, id: bigint): Promise<KeptFile | undefined> {
  const media = await db.media.findUnique({ where: { id }, select: { sha256: true, mime: true, bytes: true, filename: true } });
  if (media === null) return undefined;
  const { sha256, mime, bytes, filename } = media;
  return sha256 === null || mime === null || bytes === null ? undefined : { sha256, mime, bytes, filename };
}
