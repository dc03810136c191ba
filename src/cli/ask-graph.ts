import { z } from 'zod';
import { ask, type Answer, type Config } from './doctor/check.ts';

const text = z.string().optional().catch(undefined);
const tokenSchema = z.object({ data: z.object({
  is_valid: z.boolean().catch(false), expires_at: z.number().catch(0), app_id: text,
  scopes: z.array(z.string()).catch([]),
  granular_scopes: z.array(z.object({ scope: z.string(), target_ids: z.array(z.string()).default([]) })).catch([]),
}) });
export type Token = z.output<typeof tokenSchema>['data'];

const MANAGES = 'whatsapp_business_management';

/** Asks Meta with the token of the configuration, or writes to it; undefined when nobody answers. */
export async function askGraph({ whatsapp: provider }: Config, path: string, body?: object): Promise<Answer | undefined> {
  if (provider.mode === 'off') return undefined;
  const { apiUrl, apiVersion, token } = provider.settings;
  return ask(`${apiUrl}/${apiVersion}/${path}`, { headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
}

export async function tokenOf(config: Config): Promise<Token | undefined> {
  if (config.whatsapp.mode === 'off') return undefined;
  return tokenSchema.safeParse((await askGraph(config, `debug_token?input_token=${encodeURIComponent(config.whatsapp.settings.token)}`))?.json).data?.data;
}

const idsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The business account of our number: no variable names it. A token may be for several, as the one that Meta gives to try with. */
export async function accountOf(config: Config, token: Token | undefined): Promise<string | undefined> {
  const accounts = token?.granular_scopes.find(({ scope }) => scope === MANAGES)?.target_ids ?? [];
  if (accounts.length < 2) return accounts[0];
  const ours = config.whatsapp.mode === 'off' ? undefined : config.whatsapp.settings.phoneNumberId;
  for (const account of accounts) {
    const numbers = idsSchema.safeParse((await askGraph(config, `${account}/phone_numbers?fields=id`))?.json).data?.data ?? [];
    if (numbers.some(({ id }) => id === ours)) return account;
  }
  return undefined;
}

const templatesSchema = z.object({
  data: z.array(z.object({ id: text, name: z.string(), language: z.string(), status: z.string(), category: text, rejected_reason: text, quality_score: z.object({ score: text }).optional().catch(undefined), components: z.array(z.looseObject({ type: z.string() })).catch([]) })),
  paging: z.object({ next: text, cursors: z.object({ after: text }).optional().catch(undefined) }).optional().catch(undefined),
});
export type GraphTemplate = z.output<typeof templatesSchema>['data'][number];

const TEMPLATES_A_PAGE = 200;
const PAGES_MAX = 50;

/** All message templates of the account; undefined when Meta does not tell them. */
export async function templatesAt(config: Config, account: string): Promise<GraphTemplate[] | undefined> {
  const templates: GraphTemplate[] = [];
  let after = '';
  for (let page = 0; page < PAGES_MAX; page++) {
    const answer = await askGraph(config, `${account}/message_templates?fields=name,language,status,category,rejected_reason,quality_score,components&limit=${TEMPLATES_A_PAGE}${after}`);
    const told = answer?.status === 200 ? templatesSchema.safeParse(answer.json).data : undefined;
    if (told === undefined) return undefined;
    templates.push(...told.data);
    const cursor = told.paging?.cursors?.after;
    if (told.paging?.next === undefined || cursor === undefined) break;
    after = `&after=${encodeURIComponent(cursor)}`;
  }
  return templates;
}
