import { Redis } from 'ioredis';
import { missing, note, right, type Check, type Finding } from './check.ts';

const TIMEOUT_MS = 5_000;
/** BullMQ asks for it. */
const VERSION_MIN = [6, 2];

export const redis: Check = {
  about: 'Redis',
  async look({ redisUrl, role }) {
    if (redisUrl === undefined) return [role === 'all' ? right('REDIS_URL is unset: one process needs none.') : note('REDIS_URL is unset: web and worker find each other\'s work by looking every second or two. Set it to have them rung.')];
    const client = new Redis(redisUrl, { lazyConnect: true, connectTimeout: TIMEOUT_MS, maxRetriesPerRequest: 0, retryStrategy: () => null });
    client.on('error', () => undefined); // told by what is asked
    try {
      await client.connect();
      return about(await client.info('server'), await client.config('GET', 'maxmemory-policy').then(String, () => ''));
    } catch {
      return [missing('Redis does not answer at REDIS_URL. Start it, or unset REDIS_URL: work goes on without it, a little later.')];
    } finally {
      client.disconnect();
    }
  },
};

function about(server: string, policy: string): Finding[] {
  const version = /redis_version:(\S+)/.exec(server)?.[1] ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = VERSION_MIN;
  const recent = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  return [
    recent ? right(`Redis ${version} answers.`) : missing(`Redis ${version} is too old: take ${VERSION_MIN.join('.')} or later.`),
    ...(policy === '' || policy.includes('noeviction') ? [] : [note(`Redis evicts keys when it is full (${policy}): set maxmemory-policy noeviction.`)]),
  ];
}
