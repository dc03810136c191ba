// A process of its own: `node write-copy.ts <copy of the folder> <DATA_DIR> <file> <when>`. See nightly.ts.
import { openSession } from '../db/open-session.ts';
import { openFileStore } from '../media/file-store.ts';
import { readDatabase } from './read-database.ts';
import { writeBackup } from './write-file.ts';

const [copy = '', dataDir = '', file = '', when = ''] = process.argv.slice(2);
const session = await openSession({ dataDir: copy });
await writeBackup(readDatabase({ session, files: openFileStore(dataDir), now: new Date(when), tell: () => undefined }), file);
await session.close();
