import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { reason, type Logger } from '../logger.ts';
import type { Answer, Doorbell } from './doorbell.ts';

type Options = { redisUrl: string; prefix: string; concurrency: number; logger: Logger };

const NAME = 'doorbell';
const POST = 'post';
/** A worker that dies is noticed within this; its contact is looked at again. Stalling often is no failure: the work is in rows. */
const WORKER = { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 100 };

/** Carries the bell between any number of web and worker processes. Redis may be flushed or away at any moment. */
export function overRedis({ redisUrl, prefix, concurrency, logger }: Options, answer: Answer | undefined): Doorbell {
  const connections: Redis[] = [];
  const connect = () => {
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: null, enableOfflineQueue: false, lazyConnect: false });
    return mind(redis);
  };
  /** Also those that BullMQ makes of ours: who has never reached Redis must still be able to stop. */
  const mind = (redis: Redis): Redis => {
    const duplicate = redis.duplicate.bind(redis);
    redis.duplicate = (options) => mind(duplicate(options));
    redis.on('error', (error) => logger.debug('redis is away', reason(error)));
    connections.push(redis);
    return redis;
  };
  const isUp = (): boolean => connections.every(({ status }) => status === 'ready');
  const hangUp = (): void => connections.forEach((redis) => redis.disconnect());
  const queue = new Queue<{ contactId?: string }>(NAME, { connection: connect(), prefix, defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 } });
  queue.on('error', (error) => logger.debug('the bell is out of order', reason(error)));
  const worker = answer === undefined ? undefined : listen(answer);

  function listen({ mail, post }: Answer) {
    const listening = new Worker<{ contactId?: string }>(NAME, async ({ data: { contactId } }) => (contactId === undefined ? post() : mail(contactId)), { connection: connect(), prefix, concurrency, ...WORKER });
    listening.on('error', (error) => logger.debug('the bell is out of order', reason(error)));
    return listening;
  }

  /** A bell that cannot be rung is no error: the sweepers come by. */
  const ring = (id: string, data: { contactId?: string }): void =>
    void queue.add('look', data, { deduplication: { id, keepLastIfActive: true } }).catch((error: unknown) => logger.debug('the bell was not heard', reason(error)));

  return {
    mail: (contactId) => ring(contactId, { contactId }),
    post: () => ring(POST, {}),
    isUp,
    close: async () => {
      const away = !isUp();
      if (away) hangUp(); // or both would wait for Redis to come back
      await worker?.close(away);
      hangUp();
      await queue.close();
    },
  };
}
