import { readConfig } from '../config.ts';
import { openDatabase } from '../db/open-database.ts';
import { createLogger } from '../logger.ts';
import { giveAccounts } from './accounts.ts';
import { seed } from './seed.ts';

/** `npm run seed`: the demo cast in the configured database, once. */
const config = readConfig();
const logger = createLogger(config.logLevel, false);
const database = await openDatabase(config);
const loaded = await seed(database.prisma, new Date());
await giveAccounts(database.prisma, config, new Date());
logger.info(loaded ? 'The cast is there: AFI, BINTOU, DIOP, SENA and their people.' : 'There are businesses already: nothing was changed.');
await database.close();
