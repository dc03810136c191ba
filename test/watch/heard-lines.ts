import { Writable } from 'node:stream';
import winston from 'winston';
import { createLogger } from '../../src/logger.ts';

export type Line = { level: string; message: string; event?: number; outbox?: number; alarm?: string } & Record<string, unknown>;

/** The logger of production at this level, and the lines that it wrote. */
export function heardLines(level = 'debug') {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const logger = createLogger(level, true);
  logger.clear().add(new winston.transports.Stream({ stream }));
  return { logger, written, lines: (): Line[] => written.map((line) => JSON.parse(line) as Line) };
}
