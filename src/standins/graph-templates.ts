import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import { errorBody, errorOfIssues, graphError, type GraphError } from './graph-errors.ts';
import type { Template } from './graph-message.ts';

/** A message template as Meta keeps it. One that a test writes down without its words is known by name only. */
export type AccountTemplate = { id?: string; name: string; language: string; status: string; category?: string; components?: TemplateComponent[]; rejected_reason?: string; quality_score?: { score: string } };
type TemplateComponent = z.output<typeof component>;

const TEMPLATES_A_PAGE = 25;
const TEMPLATES_MAX = 250;
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];
const BLANK = /\{\{\s*(\w+)\s*\}\}/g;

const component = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('BODY'), text: z.string().min(1), example: z.looseObject({ body_text: z.array(z.array(z.string())).optional() }).optional() }),
  z.looseObject({ type: z.literal('BUTTONS'), buttons: z.array(z.looseObject({ type: z.literal('QUICK_REPLY'), text: z.string().min(1).max(25) })).min(1).max(10) }),
  z.looseObject({ type: z.literal('FOOTER'), text: z.string().min(1).max(60) }),
]);
const components = z.array(component).min(1);
const created = z.object({ name: z.string().regex(/^[a-z0-9_]{1,512}$/), language: z.string().regex(/^[a-z]{2}(_[A-Z]{2})?$/), category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']), components });
const edited = z.object({ components });

type Kept = { templates: AccountTemplate[]; /** The code with which it refuses whatever is written: 4, 80008, 200. */ refuseTemplates?: number };

/** The templates of an account: created, edited, listed page by page. What is written waits for somebody to approve it. */
export function templateRoutes(app: Express, account: Kept, accountId: string): void {
  app.post(`/:version/${accountId}/message_templates`, (req, res) => {
    const asked = created.safeParse(req.body);
    if (!asked.success) return refuse(res, errorOfIssues(req.body, asked.error.issues));
    const error = refusalOf(account, asked.data.components) ?? clash(account, asked.data);
    if (error !== undefined) return refuse(res, error);
    const template = { ...asked.data, id: nextId(account), status: 'PENDING' };
    account.templates.push(template);
    res.json({ id: template.id, status: template.status, category: template.category });
  });
  app.get(`/:version/${accountId}/message_templates`, (req, res) => list(account, req, res));
  app.post('/:version/:id', (req, res, next) => {
    const template = account.templates.find(({ id }) => id === req.params.id);
    if (template === undefined) return next();
    const asked = edited.safeParse(req.body);
    if (!asked.success) return refuse(res, errorOfIssues(req.body, asked.error.issues));
    const error = refusalOf(account, asked.data.components) ?? (EDITABLE.includes(template.status) ? undefined : said(2388025, 'Message template cannot be edited', `A template that is ${template.status} cannot be edited.`));
    if (error !== undefined) return refuse(res, error);
    Object.assign(template, { components: asked.data.components, status: 'PENDING' });
    res.json({ success: true });
  });
}

function list({ templates }: Kept, { path, query }: Request, res: Response): void {
  const from = Number(query['after'] ?? 0);
  const to = from + Number(query['limit'] ?? TEMPLATES_A_PAGE);
  const fields = typeof query['fields'] === 'string' ? ['id', ...query['fields'].split(',')] : undefined;
  const page = templates.slice(from, to).map((template) => Object.fromEntries(Object.entries(template).filter(([field]) => fields?.includes(field) ?? true)));
  res.json({ data: page, paging: { cursors: { before: String(from), after: String(to) }, ...(to < templates.length ? { next: `${path}?after=${to}` } : {}) } });
}

const nextId = ({ templates }: Kept): string => String(594_425_479_261_596 + templates.length);
const refuse = (res: Response, error: GraphError): void => void res.status(error.http).json(errorBody(error));
const said = (subcode: number, title: string, message: string): GraphError => ({ ...graphError(100), subcode, user: { title, message } });

function refusalOf({ refuseTemplates }: Kept, written: TemplateComponent[]): GraphError | undefined {
  if (refuseTemplates !== undefined) return graphError(refuseTemplates);
  const body = written.find(({ type }) => type === 'BODY');
  if (body?.type !== 'BODY') return said(2388043, 'Message template components param is missing expected field(s)', 'A template has a body.');
  const blanks = [...body.text.matchAll(BLANK)];
  if (body.text.length > 1024) return said(2388040, 'Character limit exceeded', 'The body is longer than 1024 characters.');
  if (/^\W*\{\{|\}\}$/.test(body.text)) return said(2388299, 'Variables can\'t be at the start or end of the template', 'Add words before or after the variable.');
  if (blanks.some(([, number], at) => Number(number) !== at + 1)) return said(2388073, 'Message template format is incorrect', 'Variables are numbered from 1, in order.');
  if (blanks.length !== (body.example?.body_text?.[0]?.length ?? 0)) return said(2388043, 'Message template components param is missing expected field(s)', 'Each variable has an example.');
  return undefined;
}

function clash({ templates }: Kept, { name, language }: { name: string; language: string }): GraphError | undefined {
  if (templates.some((one) => one.name === name && one.language === language)) return said(2388024, 'Content in this language already exists', `There is already content for this template in ${language}.`);
  return templates.length < TEMPLATES_MAX ? undefined : said(2388019, 'Message template limit exceeded', 'Your account has as many templates as it may have.');
}

/** Of what nobody has approved nothing is sent; what is, is sent with as many values as it has blanks. */
export function refusedTemplate(templates: AccountTemplate[], { name, language, components: given = [] }: Template): GraphError | undefined {
  const template = templates.find((one) => one.name === name && one.language === language.code);
  if (template?.components === undefined) return undefined;
  if (template.status === 'PAUSED') return graphError(132015);
  if (template.status === 'DISABLED') return graphError(132016);
  if (template.status !== 'APPROVED') return graphError(132001);
  const values = given.filter(({ type }) => type.toLowerCase() === 'body').flatMap(({ parameters = [] }) => parameters);
  const wanted = [...bodyOf(template).matchAll(BLANK)].length;
  return values.length === wanted ? undefined : graphError(132000, `body: number of localizable_params (${values.length}) does not match the expected number of params (${wanted})`);
}

const bodyOf = ({ components: parts = [] }: AccountTemplate): string => parts.map((part) => (part.type === 'BODY' ? part.text : '')).join('');

/** What a person reads of it, and on its buttons; undefined for one whose words are not known. */
export function templateWords(templates: AccountTemplate[], name: string, language: string): { body: string; buttons: string[] } | undefined {
  const template = templates.find((one) => one.name === name && one.language === language);
  if (template?.components === undefined) return undefined;
  return { body: bodyOf(template), buttons: template.components.flatMap((part) => (part.type === 'BUTTONS' ? part.buttons.map(({ text }) => text) : [])) };
}
