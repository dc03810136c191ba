import type { Response } from 'express';
import type { Arrival } from '../../channels/channel.ts';
import type { Receive } from '../../conversation/receive.ts';
import type { Prisma } from '../../db/open-database.ts';
import { reason, type Logger } from '../../logger.ts';
import type { Watch } from '../../watch/watch.ts';
import type { CountForgery } from './forgeries.ts';

export type Intake = {
  db: Prisma;
  now: () => Date;
  receive: Receive;
  logger: Logger;
  watch: Watch;
  forged: CountForgery;
  /** Looks at a contact's mail, after the answer to the network. */
  ring: (contactId: string) => void;
};

/** Meta's batches reach 3 MB; what is larger is not theirs. */
export const BODY_MAX = '3mb';

/** 200 only once everything is stored; 503 when it cannot be, and the network sends it again. */
export async function accept(res: Response, intake: Intake, arrivals: () => Promise<Arrival[]>): Promise<void> {
  const stored = await store(intake, arrivals);
  if (stored === undefined) {
    res.status(503).type('text/plain').send('try again');
    return;
  }
  res.status(200).type('text/plain').send('ok');
  for (const contactId of stored) intake.ring(contactId);
}

async function store({ receive, logger }: Intake, arrivals: () => Promise<Arrival[]>): Promise<string[] | undefined> {
  try {
    return await receive(await arrivals());
  } catch (error) {
    logger.error('mail could not be stored', reason(error));
    return undefined;
  }
}

/** A forged or unsigned call leaves nothing behind but a count. */
export function refuse(res: Response, { forged, watch }: Intake, provider: string): void {
  watch.forged(provider);
  res.status(401).type('text/plain').send('no');
  forged(provider);
}
