import { z } from 'zod';
import { askGraph, templatesAt, type GraphTemplate } from './ask-graph.ts';
import { CliError } from './command.ts';
import type { Config } from './doctor/check.ts';
import { isNamed, isSame, nameOf, ourTemplates, type OurTemplate } from './our-templates.ts';

/** What becomes of one of ours: nothing where Meta has it in these words. */
type Write = { ours: OurTemplate; do: 'submit' } | { ours: OurTemplate; do: 'change'; id: string };
type Step = Write | { ours: OurTemplate; do: 'keep' } | { ours: OurTemplate; do: 'wait'; status: string };
export type Pushed = { submitted: number; changed: number; kept: number; waiting: number; refused: number };

/** Meta takes no change of one that it has not looked at yet. */
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];
/** Not about this template: it would say the same of the next. */
const ABOUT_ALL = [3, 4, 10, 190, 200, 368, 613, 80008];

const errorSchema = z.object({ error: z.object({ code: z.number(), message: z.string(), error_user_msg: z.string().optional() }) });

/** Submits what Meta does not have, changes what it has in other words, and says of each what became of it. */
export async function pushTemplates(config: Config, account: string, told: GraphTemplate[], { dryRun, say }: { dryRun: boolean; say: (line: string) => void }): Promise<Pushed> {
  const pushed: Pushed = { submitted: 0, changed: 0, kept: 0, waiting: 0, refused: 0 };
  for (const step of ourTemplates().map((ours) => stepOf(ours, told))) {
    const name = nameOf(step.ours);
    if (step.do === 'keep') pushed.kept += 1;
    else if (step.do === 'wait') {
      pushed.waiting += 1;
      say(`${name}: has other words at Meta and is ${step.status}. Push again when Meta has decided.`);
    } else {
      const no = dryRun ? undefined : await refusal(config, account, step);
      const done = step.do === 'submit' ? 'submitted' : 'changed';
      pushed[no === undefined ? done : 'refused'] += 1;
      say(no === undefined ? `${name}: ${dryRun ? 'would be ' : ''}${done}` : `${name}: refused. ${no}`);
    }
  }
  return pushed;
}

/** How Meta has them now: what was just pushed waits to be approved, and often is within minutes. */
export async function statusesOfOurs(config: Config, account: string): Promise<GraphTemplate[]> {
  const ours = ourTemplates();
  return ((await templatesAt(config, account)) ?? []).filter((theirs) => ours.some((one) => isNamed(one, theirs)));
}

function stepOf(ours: OurTemplate, told: GraphTemplate[]): Step {
  const theirs = told.find((one) => isNamed(ours, one));
  if (theirs === undefined) return { ours, do: 'submit' };
  if (isSame(ours, theirs)) return { ours, do: 'keep' };
  const { id, status } = theirs;
  return id !== undefined && EDITABLE.includes(status) ? { ours, do: 'change', id } : { ours, do: 'wait', status };
}

/** In Meta's words; undefined when it was taken. */
async function refusal(config: Config, account: string, step: Write): Promise<string | undefined> {
  const { name, language, category, components } = step.ours;
  const answer = step.do === 'change' ? await askGraph(config, step.id, { components }) : await askGraph(config, `${account}/message_templates`, { name, language, category, components });
  if (answer?.status === 200) return undefined;
  const error = errorSchema.safeParse(answer?.json).data?.error;
  if (error === undefined) throw new CliError(`Meta does not answer to ${nameOf(step.ours)} (${answer?.status ?? 'nobody there'}): what was taken stays, push again later.`);
  if (ABOUT_ALL.includes(error.code)) throw new CliError(`Meta takes no more templates now: ${error.message}. What was taken stays, push again later.`);
  return error.error_user_msg ?? error.message;
}
