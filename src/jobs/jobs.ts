import type { Nightly } from '../backup/nightly.ts';
import { expireHandoff } from './expire-handoff.ts';
import { fetchMedia, type MediaTools } from './fetch-media.ts';
import { forgetOld } from './forget-old.ts';
import type { Job } from './job.ts';
import { nightlyBackup } from './nightly-backup.ts';
import { sweepMedia } from './sweep-media.ts';
import { wake } from './wake.ts';

/** What can be due. A new one is a file and a line here. */
export const jobs = (tools: MediaTools & { nightly?: Nightly | undefined }): Record<string, Job> => ({
  'backup.nightly': nightlyBackup(tools.nightly),
  'handoff.expire': { apply: expireHandoff },
  'forget.old': { apply: forgetOld },
  'media.fetch': fetchMedia(tools),
  'media.sweep': sweepMedia(tools.files),
  wake,
});
