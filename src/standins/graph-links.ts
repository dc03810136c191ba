import { graphError, type GraphError } from './graph-errors.ts';
import { limitOf } from './graph-media.ts';

/** Where a link of a message is found from here; undefined for one that is only believed: this machine may have no network. */
export type Reach = (link: string) => string | undefined;

const FETCH_MS = 5_000;
const FAILED = 'Downloading media from weblink failed';

/** Meta fetches what a message links to once it has taken the message: what it then cannot send, it tells with a status. */
export async function faultOfLink(link: string | undefined, reach: Reach): Promise<GraphError | undefined> {
  const address = link === undefined ? undefined : reach(link);
  if (address === undefined) return undefined;
  const file = await fetched(address);
  if (file.status !== 200) return graphError(131053, file.status === undefined ? `${FAILED}.` : `${FAILED} with http code ${file.status}.`);
  const limit = limitOf(file.mime);
  return limit !== undefined && file.bytes <= limit ? undefined : graphError(131053, `Unsupported media: ${file.bytes} bytes of '${file.mime}'.`);
}

async function fetched(address: string): Promise<{ status?: number; mime: string; bytes: number }> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS) });
    return { status: answer.status, mime: answer.headers.get('content-type') ?? '', bytes: (await answer.arrayBuffer()).byteLength };
  } catch {
    return { mime: '', bytes: 0 };
  }
}
