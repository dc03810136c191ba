import { filesNobodyNames } from '../db/media-files.ts';
import type { FileStore } from '../media/file-store.ts';
import type { Job } from './job.ts';

/** Removes the files that belong to nobody any more: after a deletion, and what a crash has left. */
export const sweepMedia = (files: FileStore): Job => ({
  prepare: async () => {
    const names = await files.names();
    return async (tx) => {
      for (const name of await filesNobodyNames(tx, names)) await files.remove(name);
    };
  },
});
