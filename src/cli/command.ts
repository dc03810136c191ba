import type { ParseArgsConfig } from 'node:util';

/** One word after `npm run griot --`. A new command is a new file and one line in commands.ts. */
export type Command = {
  name: string;
  /** What it does, in one sentence. */
  does: string;
  /** What follows the name, as its help shows it. */
  usage: string;
  /** What must be given without an option's name, in this order. */
  takes?: string[];
  /** What may follow: one of these words. */
  may?: string[];
  options: NonNullable<ParseArgsConfig['options']>;
  /** What each option means. */
  explains: Record<string, string>;
  run: (given: Given) => Promise<ExitCode>;
};

/** `say` is the answer; `tell` is for who waits for it. */
export type Given = { values: Record<string, string | boolean | undefined>; positionals: string[]; say: (line: string) => void; tell: (line: string) => void };
export type ExitCode = 0 | 1;

/** What its user can mend: said in one sentence, without a stack. */
export class CliError extends Error {
  override name = 'CliError';
}

/** It was asked for in a way that is not understood. */
export class WrongUse extends CliError {
  override name = 'WrongUse';
}
