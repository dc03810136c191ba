import type { Room } from '../db/outbox.ts';
import type { Pacer } from './pacer.ts';
import type { UnderWay } from './under-way.ts';

/** At once over each line. What is no answer has hands of its own: full of it, a slow network leaves those of the answers free. */
const HANDS = { answers: 100, others: 50 };
const CLAIM = 50;
const LINES = ['whatsapp', 'sms'] as const;
/** A line is full when somebody who comes now would wait as long as this. */
export const FULL_MS = 1_000;
const ANSWER = 0;
const BULK = 2;

export type FreeHands = { answers: Room; others: Room };

/** How much may be taken from the outbox now. No line waits for another. */
export const freeHands = (flying: UnderWay, pacer: Pacer): FreeHands => ({
  answers: roomOn(LINES.filter((line) => flying.answers(line) < HANDS.answers && (line !== 'whatsapp' || pacer.waitMs(ANSWER) <= FULL_MS))),
  others: roomOn(LINES.filter((line) => flying.others(line) < HANDS.others && (line !== 'whatsapp' || pacer.waitMs(BULK) <= FULL_MS))),
});

const roomOn = (channels: Room['channels']): Room => ({ limit: channels.length === 0 ? 0 : CLAIM, channels });

export const openDoors = ({ answers, others }: FreeHands): number => answers.channels.length + others.channels.length;
