import path from 'node:path';
import type { Config } from '../config.ts';
import type { Counts } from '../backup/contents.ts';
import { hasEmbedded, openSession, type Session } from '../db/open-session.ts';
import { CliError } from './command.ts';

type Place = Pick<Config, 'databaseUrl' | 'dataDir'>;

/** The database of the configuration, which must be there. */
export async function openExisting(place: Place): Promise<Session> {
  if (place.databaseUrl === undefined) {
    refuseMemory(place);
    if (!hasEmbedded(place.dataDir)) throw new CliError(`There is no embedded database in ${path.resolve(place.dataDir)}: set DATA_DIR to its folder, or DATABASE_URL to a server.`);
  }
  return openPlace(place);
}

export async function openPlace(place: Place): Promise<Session> {
  try {
    return await openSession(place);
  } catch (error) {
    if (place.databaseUrl === undefined || !(error instanceof Error)) throw error;
    throw new CliError(`PostgreSQL does not let us in at ${placeName(place)} (${'code' in error ? String(error.code) : 'no answer'}): start it, and see user, password, host and name.`);
  }
}

export function refuseMemory({ dataDir }: Place): void {
  if (dataDir === 'memory:') throw new CliError('DATA_DIR is memory: and keeps nothing: set it to a folder.');
}

/** What may be shown of where it is: never a password. */
export function placeName({ databaseUrl, dataDir }: Place): string {
  if (databaseUrl === undefined) return `the embedded database in ${path.resolve(dataDir)}`;
  const url = URL.parse(databaseUrl);
  return url === null ? 'the server of that address' : `${url.host}${url.pathname}`;
}

export const inWords = ({ tables, rows, files, bytes }: Counts): string => `${rows} rows of ${tables} tables and ${files} files (${(bytes / 1e6).toFixed(1)} MB)`;
