import type { i18n } from 'i18next';
import type { Prisma } from '../../db/open-database.ts';
import type { TakeTry } from '../../domain/operators/limit-tries.ts';
import type { FileStore } from '../../media/file-store.ts';

/** What the admin is built with. `ring` says that a contact has mail, or something to be sent. */
export type Admin = {
  db: Prisma;
  files: FileStore;
  texts: i18n;
  now: () => Date;
  ring: (contactId: string) => void;
  production: boolean;
  takeTry: TakeTry;
};
