import { createDice } from './crowd/dice.ts';
import { openUndo, undoWhenInterrupted } from './machines/undo.ts';
import { openTheatre, type Measure, type Result, type Theatre } from './scenarios/theatre.ts';
import { table } from './verdict/table.ts';

type Program = { seed: number; measure: Measure };

/** Plays, tells what came of it, takes everything away, and leaves with 1 when a promise was broken. */
export async function perform({ seed, measure }: Program, play: (theatre: Theatre) => Promise<Result[]>): Promise<never> {
  console.log(`seed ${seed}`);
  const undo = openUndo();
  undoWhenInterrupted(undo);
  const results = await play(openTheatre({ measure, dice: createDice(seed), undo, tell: progress() }));
  // Whoever interrupted takes everything away and leaves: what failed meanwhile failed for want of machines.
  if (undo.isOver()) await new Promise(() => undefined);
  await undo.all();
  process.exit(report(results));
}

/** A scenario that cannot be played is a broken promise like another, and costs the others nothing. */
export const played = (name: string, run: Promise<Result[]>): Promise<Result[]> => run.catch((error: unknown) => [unplayed(name, error)]);

const unplayed = (scenario: string, error: unknown): Result => ({
  scenario, kills: 0, seconds: 0, notes: [], broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
  verdict: { messages: 0, lost: [], doubled: [], swapped: [], torn: [], resent: 0, sms: { reported: 0, seen: 0, unreported: [] } },
});

/** Each line says how long it has been. */
function progress(): (line: string) => void {
  const began = Date.now();
  return (line) => console.log(`${`${Math.round((Date.now() - began) / 1_000)}`.padStart(5)} s  ${line}`);
}

function report(results: readonly Result[]): number {
  for (const { scenario, notes, broken } of results) for (const line of [...notes, ...broken.map((each) => `BROKEN ${each}`)]) console.log(`${scenario}: ${line}`);
  console.log(`\n${table(results)}`);
  return results.length > 0 && results.every(({ broken }) => broken.length === 0) ? 0 : 1;
}
