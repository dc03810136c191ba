import { loadDatabase } from '../backup/load-database.ts';
import { readDatabase } from '../backup/read-database.ts';
import { readConfig } from '../config.ts';
import { WrongUse, type Command } from './command.ts';
import { openExisting, openPlace, placeName } from './places.ts';

export const moveToPostgres: Command = {
  name: 'move-to-postgres',
  does: 'Copies the embedded database of DATA_DIR to an empty PostgreSQL server, compares both, and leaves the folder as it was.',
  usage: '--to <address of the server>',
  options: { to: { type: 'string' } },
  explains: { to: 'postgresql://user:password@host:5432/name, of a database that holds nothing.' },
  async run({ values: { to }, say, tell }) {
    if (typeof to !== 'string' || !/^postgres(ql)?:\/\//.test(to)) throw new WrongUse('move-to-postgres needs --to postgresql://user:password@host:5432/name.');
    const { dataDir } = readConfig();
    const source = await openExisting({ databaseUrl: undefined, dataDir });
    try {
      const target = await openPlace({ databaseUrl: to, dataDir });
      try {
        const { rows, tables } = await loadDatabase(readDatabase({ session: source, now: new Date(), tell: () => undefined }), { session: target, tell });
        say(`${rows} rows of ${tables} tables are on ${placeName({ databaseUrl: to, dataDir })}, each compared with the folder, which is as it was.`);
        say('Set DATABASE_URL to that address, keep DATA_DIR (the files stay there), and start Griot.');
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
    return 0;
  },
};
