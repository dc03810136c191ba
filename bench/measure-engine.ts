import { flows } from '../flows/index.ts';
import { migrations } from '../flows/migrations.ts';
import { identityCommands } from '../src/conversation/commands/identity.ts';
import { flowBook } from '../src/conversation/flow-book.ts';
import { playLetter } from '../src/conversation/play-letter.ts';
import type { Desk, Letter } from '../src/db/desk.ts';
import { loadTexts } from '../src/i18n.ts';
import { median } from './load.ts';
import { TEXTS } from './settings.ts';

const APART_MS = 2_000;

/** Turns in memory, one after another: what is heard, what the flow makes of it, what is answered. Nothing is read or written. */
export async function measureEngine({ rounds, seconds }: { rounds: number; seconds: number }): Promise<number> {
  const tools = { flows: flowBook(flows, migrations), handlers: identityCommands, texts: loadTexts(), publicUrl: 'http://localhost', serviceCode: '*384*22#', screenMax: 160, floodLimit: { messages: 1_000_000, withinMs: 10_000 } };
  const begin = Date.now();
  let desk = emptyDesk(new Date(begin));

  const turn = async (n: number): Promise<void> => {
    const now = new Date(begin + n * APART_MS); // as a person writes: who writes all at once is remembered longer
    const letter = letterOf(n, now);
    const { record } = await playLetter(undefined, { ...desk, letter }, letter, tools, now);
    desk = { ...desk, talk: record.talk };
  };

  const figures: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now();
    let turns = 0;
    for (; performance.now() - begun < seconds * 1_000; turns++) await turn(turns);
    if (round > 0) figures.push((turns / (performance.now() - begun)) * 1_000); // the first only warms up
  }
  return median(figures);
}

const letterOf = (n: number, now: Date): Letter => ({ id: n, eventId: `wamid.${n}`, channel: 'whatsapp', externalId: '2290190000000', content: { type: 'text', text: TEXTS[n % TEXTS.length] ?? '' }, happenedAt: now.toISOString(), receivedAt: now.toISOString(), attempts: 0 });

function emptyDesk(now: Date): Desk {
  return {
    contact: { id: '00000000-0000-7000-8000-000000000000', key: '+2290190000000', phone: '+2290190000000', language: null },
    letter: letterOf(0, now), talk: null, persons: [], members: [], clients: [], affiliates: [], consents: [], handoff: null, ussd: null, userIdKnown: true,
  };
}
