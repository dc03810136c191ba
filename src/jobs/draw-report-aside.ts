import { Worker } from 'node:worker_threads';
import type { ReportRead } from '../domain/shop/reporting/read-report.ts';
import type { ReportOf } from '../../templates/reports/figures.ts';

/** What is drawn, and whose it is: only plain values, they travel to another thread. */
export type Drawing = { of: ReportOf; read: ReportRead };
/** The lines of the next page, as JSON; undefined where none is left. */
export type NextPage = () => Promise<string | undefined>;
/** The thread asks for a page, or has made the file. */
export type FromThread = 'more' | Uint8Array;

/** Of what JavaScript keeps: a report that would need more fails by itself, and nobody else with it. */
const HEAP_MB = 128;

/** Makes the file in a thread of its own: a large one takes seconds, in which nobody else would be answered. What it has many of it is given page by page, as it asks for them. */
export function drawReportAside(drawing: Drawing, nextPage: NextPage): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const thread = new Worker(new URL('draw-report-thread.ts', import.meta.url), { workerData: drawing, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  thread.on('message', (said: FromThread) => {
    if (said === 'more') nextPage().then((page) => { thread.postMessage(page); }).catch(fail);
    else resolve(Buffer.from(said.buffer, said.byteOffset, said.byteLength));
  });
  thread.once('error', reject);
  thread.once('exit', () => { reject(new Error('the thread ended without a file')); });
  function fail(error: unknown): void {
    reject(error instanceof Error ? error : new Error(String(error)));
    void thread.terminate();
  }
  return promise;
}
