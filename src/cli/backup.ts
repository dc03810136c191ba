import { stat } from 'node:fs/promises';
import path from 'node:path';
import { backupName, isFileName } from '../backup/file-names.ts';
import { readDatabase } from '../backup/read-database.ts';
import { writeBackup } from '../backup/write-file.ts';
import { readConfig, type Config } from '../config.ts';
import { FolderInUseError } from '../db/data-lock.ts';
import { openFileStore } from '../media/file-store.ts';
import { CliError, type Command } from './command.ts';
import { inWords, openExisting } from './places.ts';

export const backup: Command = {
  name: 'backup',
  does: 'Writes every row and every file into one file, as they are at one moment.',
  usage: '[--to <folder or file>]',
  options: { to: { type: 'string' } },
  explains: { to: 'Where: a folder, made if it is not there, or the name of a file ending in .gz (DATA_DIR/backups).' },
  async run({ values: { to }, say, tell }) {
    const config = readConfig();
    const now = new Date();
    const file = await fileFor(typeof to === 'string' ? to : undefined, config, now);
    const session = await openExisting(config).catch(whileItRuns);
    try {
      const counts = await writeBackup(readDatabase({ session, files: openFileStore(config.dataDir), now, tell }), file);
      say(`${file} holds ${inWords(counts)}.`);
    } finally {
      await session.close();
    }
    return 0;
  },
};

async function fileFor(to: string | undefined, { dataDir }: Config, now: Date): Promise<string> {
  if (to === undefined && dataDir === 'memory:') throw new CliError('DATA_DIR is memory: and keeps nothing: say where with --to.');
  const given = path.resolve(to ?? path.join(dataDir, 'backups'));
  const isFolder = await stat(given).then((there) => there.isDirectory(), () => !isFileName(given));
  return isFolder ? path.join(given, backupName(now, 'asked')) : given;
}

function whileItRuns(error: unknown): never {
  if (!(error instanceof FolderInUseError)) throw error;
  throw new CliError(`${error.message} It makes a backup of its own every night in DATA_DIR/backups.`);
}
