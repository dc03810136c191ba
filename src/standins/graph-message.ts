import { z } from 'zod';

/** What a Cloud API send may hold, with Meta's limits (facts A8). Wrong values are refused as Meta refuses them. */
const chars = (max: number) => z.string().min(1).refine((text) => [...text].length <= max, `must be at most ${max} characters long`);
const allDifferent = (values: string[]) => new Set(values).size === values.length;

const header = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: chars(60) }),
  z.object({ type: z.literal('image'), image: z.looseObject({}) }),
  z.object({ type: z.literal('video'), video: z.looseObject({}) }),
  z.object({ type: z.literal('document'), document: z.looseObject({}) }),
]);
const around = { header: header.optional(), footer: z.object({ text: chars(60) }).optional() };
const body = (max: number) => z.object({ text: chars(max) });

const buttons = z
  .array(z.object({ type: z.literal('reply'), reply: z.object({ id: chars(256), title: chars(20) }) }))
  .min(1)
  .max(3)
  .refine((all) => allDifferent(all.map(({ reply }) => reply.id)), 'button ids must be unique')
  .refine((all) => allDifferent(all.map(({ reply }) => reply.title)), 'button titles must be unique');

const row = z.object({ id: chars(200), title: chars(24), description: chars(72).optional() });
const section = z.object({ title: chars(24).optional(), rows: z.array(row).min(1) });
const sections = z
  .array(section)
  .min(1)
  .max(10)
  .refine((all) => all.flatMap(({ rows }) => rows).length <= 10, 'at most 10 rows in all sections')
  .refine((all) => allDifferent(all.flatMap(({ rows }) => rows.map(({ id }) => id))), 'row ids must be unique')
  .refine((all) => all.length === 1 || all.every(({ title }) => title !== undefined), 'a title is required when there is more than one section');

const ctaUrl = z.object({ name: z.literal('cta_url'), parameters: z.object({ display_text: chars(20), url: z.url() }) });

const interactive = z.discriminatedUnion('type', [
  z.object({ type: z.literal('button'), ...around, body: body(1024), action: z.object({ buttons }) }),
  z.object({ type: z.literal('list'), ...around, body: body(4096), action: z.object({ button: chars(20), sections }) }),
  z.object({ type: z.literal('cta_url'), ...around, body: body(1024), action: ctaUrl }),
  z.object({ type: z.literal('location_request_message'), body: body(1024), action: z.object({ name: z.literal('send_location') }) }),
  z.object({ type: z.enum(['contact_request', 'request_contact_info']), ...around, body: body(1024), action: z.looseObject({}).optional() }),
]);

const oneSource = (media: { id?: string | undefined; link?: string | undefined }) => (media.id === undefined) !== (media.link === undefined);
const source = { id: z.string().min(1).optional(), link: z.url().optional() };
const media = (more: z.ZodRawShape = {}) => z.object({ ...source, ...more }).refine(oneSource, 'one of id or link is required');
const captioned = z.object({ ...source, caption: chars(1024).optional(), filename: z.string().optional() }).refine(oneSource, 'one of id or link is required');

const parameter = z.looseObject({ type: z.string(), parameter_name: z.string().optional(), text: z.string().optional(), payload: z.string().optional() });
const component = z.looseObject({ type: z.string(), sub_type: z.string().optional(), parameters: z.array(parameter).optional() });
const template = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.object({ code: z.string().min(2), policy: z.string().optional() }),
  components: z.array(component).optional(),
});

const content = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text'), text: z.object({ body: chars(4096), preview_url: z.boolean().optional() }) }),
  z.looseObject({ type: z.literal('interactive'), interactive }),
  z.looseObject({ type: z.literal('template'), template }),
  z.looseObject({ type: z.literal('image'), image: captioned }),
  z.looseObject({ type: z.literal('video'), video: captioned }),
  z.looseObject({ type: z.literal('document'), document: captioned }),
  z.looseObject({ type: z.literal('audio'), audio: media({ voice: z.boolean().optional() }) }),
  z.looseObject({ type: z.literal('sticker'), sticker: media() }),
  z.looseObject({ type: z.literal('location'), location: z.looseObject({ latitude: z.coerce.number(), longitude: z.coerce.number() }) }),
  z.looseObject({ type: z.literal('reaction'), reaction: z.object({ message_id: z.string(), emoji: z.string() }) }),
]);

const whatsapp = z.literal('whatsapp');
const envelope = z.looseObject({
  messaging_product: whatsapp,
  recipient_type: z.literal('individual').optional(),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  context: z.object({ message_id: z.string() }).optional(),
});

export const sentMessage = envelope
  .refine(({ to, recipient }) => to !== undefined || recipient !== undefined, { message: 'is required', path: ['to'] })
  // Meta takes a message without a type for a text.
  .transform((message) => ({ ...message, type: message.type ?? 'text' }))
  .pipe(z.intersection(envelope, content));

export const readReceipt = z.object({
  messaging_product: whatsapp,
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.object({ type: z.literal('text') }).optional(),
});

export type SentMessage = z.infer<typeof sentMessage>;
export type Template = z.infer<typeof template>;
