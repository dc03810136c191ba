import { SERVER } from './database.ts';
import { castSnapshot, emptySnapshot } from './snapshots.ts';
import { STORIES_BEGIN } from './stories-begin.ts';

/** Names this run for its workers. Where all of the suites run, what they start from is made before the first of them is timed. */
export default async function beginRun(): Promise<void> {
  process.env['JEST_RUN'] = String(process.pid);
  if (process.env['CI'] === undefined || SERVER !== undefined) return;
  await emptySnapshot();
  await castSnapshot(STORIES_BEGIN);
}
