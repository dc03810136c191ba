import { Prisma } from '../generated/prisma/client.ts';

/** Parts of a statement that is put together; there are few of them, and each is fixed. */
export const { sql, empty } = Prisma;
export type Sql = Prisma.Sql;
