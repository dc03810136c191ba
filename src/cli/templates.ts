import { readConfig, type Config } from '../config.ts';
import { hasEmbedded } from '../db/open-session.ts';
import { accountOf, templatesAt, tokenOf, type GraphTemplate } from './ask-graph.ts';
import { CliError, type Command, type ExitCode, type Given } from './command.ts';
import { lackingAt } from './our-templates.ts';
import { openExisting } from './places.ts';
import { pushTemplates, statusesOfOurs } from './push-templates.ts';

/** What is known of one template: from a message that uses it, from Meta's notices, from Meta itself. */
type Known = { name: string; language: string; status: string; reason: string | null; category: string | null; quality: string | null; heard: string | null };
type Line = [template: string, status: string, category: string, quality: string, since: string];

const UNSAID = '-';

export const templates: Command = {
  name: 'templates',
  does: 'Lists each WhatsApp template: its status, category and quality, as Meta says now or has said last. With push, submits those of templates/whatsapp that Meta does not have, or has in other words, and tells what it says of them.',
  usage: '[push]',
  may: ['push'],
  options: { 'dry-run': { type: 'boolean' } },
  explains: { 'dry-run': 'with push: says what would be submitted, and submits nothing' },
  run: (given) => (given.positionals[0] === 'push' ? push(given) : list(given)),
};

async function list({ say, tell }: Given): Promise<ExitCode> {
  const config = readConfig();
  const known = await knownHere(config).catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
    tell(`What Griot has heard is not shown. ${error.message}`);
    return [];
  });
  const told = config.whatsapp.mode === 'real' ? await templatesNow(config, await ourAccount(config)) : [];
  if (config.whatsapp.mode !== 'real') tell(`WhatsApp is ${config.whatsapp.mode}: Meta is not asked.`);
  const lines = merged(known, told, config.whatsapp.mode === 'real');
  if (lines.length === 0) say('There is no template: outside the 24 hours after a person\'s last message everything goes by SMS.');
  for (const line of aligned(lines)) say(line);
  const lacking = config.whatsapp.mode === 'real' ? lackingAt(told).length : 0;
  if (lacking > 0) tell(`${lacking} of Griot's are not at Meta, or in other words: npm run griot -- templates push submits them.`);
  return 0;
}

async function push({ say, values }: Given): Promise<ExitCode> {
  const config = readConfig();
  if (config.whatsapp.mode !== 'real') throw new CliError(`WhatsApp is ${config.whatsapp.mode}: nothing is submitted. Set WHATSAPP_TOKEN and WHATSAPP_PHONE_NUMBER_ID.`);
  const dryRun = values['dry-run'] === true;
  const account = await ourAccount(config);
  const { submitted, changed, kept, waiting, refused } = await pushTemplates(config, account, await templatesNow(config, account), { dryRun, say });
  say(`${submitted} ${dryRun ? 'to submit' : 'submitted'}, ${changed} ${dryRun ? 'to change' : 'changed'}, ${kept} as they are at Meta, ${waiting} waiting for Meta, ${refused} refused.`);
  for (const line of aligned(merged([], await statusesOfOurs(config, account), true))) say(line);
  return refused === 0 ? 0 : 1;
}

const UNTOLD = 'npm run griot -- doctor says what is wrong with WHATSAPP_TOKEN or WHATSAPP_API_URL.';

async function ourAccount(config: Config): Promise<string> {
  const account = await accountOf(config, await tokenOf(config));
  if (account === undefined) throw new CliError(`Meta does not tell the account of the templates: ${UNTOLD}`);
  return account;
}

async function templatesNow(config: Config, account: string): Promise<GraphTemplate[]> {
  const told = await templatesAt(config, account);
  if (told === undefined) throw new CliError(`Meta does not tell the templates: ${UNTOLD}`);
  return told;
}

/** A template that a message asks for counts as known, though nobody has said a word about it. */
async function knownHere(config: Config): Promise<Known[]> {
  if (config.databaseUrl === undefined && !hasEmbedded(config.dataDir)) return [];
  const session = await openExisting(config);
  try {
    return await session.query<Known>(`
      WITH used AS (SELECT DISTINCT payload->'template'->>'name' AS name, payload->'template'->>'language' AS language FROM "Outbox" WHERE payload ? 'template')
      SELECT name, language, coalesce(status, 'UNKNOWN') AS status, reason, category, quality, to_char("updatedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS heard
      FROM "TemplateState" FULL JOIN used USING (name, language) WHERE name IS NOT NULL AND language IS NOT NULL`);
  } finally {
    await session.close();
  }
}

function merged(known: Known[], told: GraphTemplate[], asked: boolean): Line[] {
  const lines = new Map<string, Line>();
  for (const { name, language, status, reason, category, quality, heard } of known) {
    const since = heard === null ? 'Meta has said nothing of it yet' : `said on ${heard} UTC`;
    lines.set(`${name} (${language})`, [`${name} (${language})`, withReason(status, reason), category ?? UNSAID, quality ?? UNSAID, asked ? `not at Meta now (${since})` : since]);
  }
  for (const { name, language, status, category, rejected_reason: reason, quality_score: quality } of told) {
    lines.set(`${name} (${language})`, [`${name} (${language})`, withReason(status, reason), category ?? UNSAID, quality?.score ?? UNSAID, 'says Meta now']);
  }
  return [...lines.values()].sort(([one], [other]) => (one < other ? -1 : 1));
}

const withReason = (status: string, reason: string | null | undefined): string => (reason === null || reason === undefined || reason === 'NONE' || reason === '' ? status : `${status}, ${reason}`);

function aligned(lines: Line[]): string[] {
  const all: Line[] = [['template', 'status', 'category', 'quality', 'since'], ...lines];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  return all.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}
