import { parseArgs } from 'node:util';
import { CliError, WrongUse, type Command } from './command.ts';
import { commands } from './commands.ts';

const WRONG_USE = 2;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const USAGE = ['Usage: npm run griot -- <command> [options]', '', ...table(commands.map(({ name, does }) => [name, does])), '', 'npm run griot -- <command> --help tells its options.'].join('\n');

const helpOf = ({ name, usage, does, explains }: Command): string =>
  [`Usage: npm run griot -- ${name} ${usage}`.trim(), '', does, ...table(Object.entries(explains).map(([option, meaning]) => [`--${option}`, meaning]))].join('\n');

function table(rows: [string, string][]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    say(USAGE);
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new WrongUse(`There is no command ${name}: npm run griot -- --help lists them.`);
  const { values, positionals } = read(command, rest);
  if (values['help'] === true) {
    say(helpOf(command));
    return 0;
  }
  if (!fits(command, positionals)) throw new WrongUse(`${command.name} takes ${wanted(command)}: npm run griot -- ${command.name} --help tells more.`);
  return command.run({ values, positionals, say, tell: complain });
}

function fits({ takes = [], may = [] }: Command, given: string[]): boolean {
  const more = given.slice(takes.length);
  return given.length >= takes.length && more.length <= 1 && more.every((word) => may.includes(word));
}

const wanted = ({ takes = [], may = [] }: Command): string => [...takes, ...(may.length === 0 ? [] : [`${may.join(' or ')}, or nothing`])].join(' ') || 'options only';

function read({ name, options }: Command, args: string[]): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options: { ...options, help: { type: 'boolean' } }, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    const [why = 'These options cannot be read'] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    throw new WrongUse(`${why}: npm run griot -- ${name} --help lists the options.`);
  }
}

/** What its user can mend is one sentence; anything else at least says that it went wrong. */
const MENDED = ['ConfigError', 'BackupError', 'FolderInUseError'];

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  complain(error instanceof CliError || (error instanceof Error && MENDED.includes(error.name)) ? message : `That went wrong: ${message}`);
  process.exitCode = error instanceof WrongUse ? WRONG_USE : 1;
}
