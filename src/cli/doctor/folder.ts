import { constants } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { isBackupName } from '../../backup/file-names.ts';
import { missing, note, right, type Check, type Config, type Finding } from './check.ts';

const FREE_BYTES_MIN = 1_000_000_000;
const OTHERS = 0o077;
const DAY_MS = 24 * 3_600_000;
const BACKUP_AGE_MS_MAX = 2 * DAY_MS;

/** The files of people, and the embedded database where there is no other. */
export const folder: Check = {
  about: 'Data folder',
  async look(config) {
    if (config.dataDir === 'memory:') return [missing('DATA_DIR is memory: everything is forgotten when Griot stops. Set DATA_DIR to a folder.')];
    const dir = path.resolve(config.dataDir);
    const there = await stat(dir).catch(() => undefined);
    if (there === undefined) return [note(`${dir} (DATA_DIR) is not there yet: the first start makes it.`)];
    const writable = await access(dir, constants.W_OK).then(() => true, () => false);
    return [
      writable ? right(`${dir} (DATA_DIR) can be written.`) : missing(`${dir} (DATA_DIR) cannot be written by this user: change its owner, or DATA_DIR.`),
      (there.mode & OTHERS) === 0 ? right('No other user of this machine can read it.') : missing(`Other users of this machine may read ${dir}: chmod 700 ${dir}`),
      await space(dir),
      ...(await backups(dir, config)),
    ];
  },
};

async function space(dir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  const gigabytes = (free / 1e9).toFixed(1);
  return free > FREE_BYTES_MIN ? right(`${gigabytes} GB are free.`) : missing(`Only ${gigabytes} GB are free: make room, or move DATA_DIR to a larger disk.`);
}

async function backups(dir: string, { databaseUrl }: Config): Promise<Finding[]> {
  const names = (await readdir(path.join(dir, 'backups')).catch(() => [])).filter(isBackupName);
  const times = await Promise.all(names.map((name) => stat(path.join(dir, 'backups', name)).then(({ mtimeMs }) => mtimeMs, () => 0)));
  const age = Date.now() - Math.max(0, ...times);
  if (age < BACKUP_AGE_MS_MAX) return [right(`The last backup in ${path.join(dir, 'backups')} is ${Math.round(age / 3_600_000)} h old. Keep copies on another machine.`)];
  const how = 'npm run griot -- backup writes one; plan it every night and copy it to another machine.';
  return [databaseUrl === undefined ? note(`No backup of the last two days in ${path.join(dir, 'backups')}: Griot makes one every night while it runs. ${how}`) : note(`No backup of the last two days in ${path.join(dir, 'backups')}. ${how}`)];
}
