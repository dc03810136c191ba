import { createInterface } from 'node:readline/promises';
import path from 'node:path';
import { BackupError, type Counts, type Head } from '../backup/contents.ts';
import { loadDatabase } from '../backup/load-database.ts';
import { readBackup, verifyBackup } from '../backup/read-file.ts';
import { refuseForeign } from '../backup/target.ts';
import { readConfig, type Config } from '../config.ts';
import type { Session } from '../db/open-session.ts';
import { openFileStore } from '../media/file-store.ts';
import type { Command } from './command.ts';
import { inWords, openPlace, placeName, refuseMemory } from './places.ts';

export const restore: Command = {
  name: 'restore',
  does: 'Puts a backup into an empty database (DATABASE_URL, else DATA_DIR) and its files into DATA_DIR.',
  usage: '<file> [--yes]',
  takes: ['<file>'],
  options: { yes: { type: 'boolean' } },
  explains: { yes: 'Does not ask first, as where nobody sits at a terminal.' },
  async run({ values: { yes }, positionals: [given = ''], say, tell }) {
    const config = readConfig();
    refuseMemory(config);
    const file = path.resolve(given);
    tell(`Reading ${file} …`);
    const { head, counts } = await verifyBackup(file);
    await refuseForeign(head);
    if (yes !== true && process.stdin.isTTY && !(await agreed(head, counts, config))) throw new BackupError('Nothing was changed.');

    const session = await openPlace(config);
    try {
      await loadDatabase(readBackup(file), { session, files: openFileStore(config.dataDir), tell });
      say(`${placeName(config)} holds ${inWords(counts)} now, as on ${head.madeAt}.`);
      const waiting = await stillToLeave(session);
      if (waiting > 0) say(`${waiting} messages had not left yet then: they leave when Griot starts.`);
    } finally {
      await session.close();
    }
    return 0;
  },
};

async function agreed({ madeAt }: Head, counts: Counts, config: Config): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(`It was made on ${madeAt} and holds ${inWords(counts)}. Put it into ${placeName(config)}? [y/N] `);
  asking.close();
  return /^(y|yes|o|oui)$/i.test(answer.trim());
}

async function stillToLeave(session: Session): Promise<number> {
  const [row] = await session.query<{ n: number }>(`SELECT count(*)::int AS n FROM "Outbox" WHERE status IN ('waiting', 'held', 'sending')`);
  return row?.n ?? 0;
}
