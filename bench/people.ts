import { TEXTS } from './settings.ts';
import type { Message } from './load.ts';

let serial = 0;

/** The next message: people write in turn, so that nobody writes again before everybody has. */
export function nextMessage(people: number, first = 0): Message {
  serial += 1;
  const round = Math.floor(serial / people);
  return { waId: waIdOf(first + (serial % people)), id: `wamid.in.${process.pid}.${serial}`, text: TEXTS[round % TEXTS.length] ?? '' };
}

/** Numbers that stand in no plan by accident: Benin, 01 9x. */
const waIdOf = (n: number): string => `22901${String(90_000_000 + n)}`;
