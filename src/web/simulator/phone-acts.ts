import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { UserMediaKind, UserMessage } from '../../standins/graph-inbound.ts';
import type { ShownOption } from '../../standins/graph-shown.ts';
import type { GraphStandin } from '../../standins/graph.ts';
import { isUserId } from '../../standins/provider-ids.ts';
import { holderOf, nameOf, type SimulatorWorld } from './world.ts';

/** What can be attached without choosing a file. */
export const ATTACHMENTS = ['photo', 'document', 'voice', 'location', 'contact', 'sticker'] as const;

const text = z.string().max(20_000);
const upload = z.instanceof(File).optional();
const who = z.string().transform((typed, issue) => {
  const holder = holderOf(typed);
  if (holder === undefined) issue.addIssue('who');
  return holder ?? '';
});

/** One act of the person who holds the phone: the same for the forms of the page and for the JSON interface. */
export const actSchema = z.discriminatedUnion('channel', [
  z.object({
    who,
    channel: z.literal('whatsapp'),
    text: text.optional(),
    /** The id of a button or row, and the message it stands under. */
    tap: z.string().optional(),
    message: z.string().optional(),
    attach: z.enum([...ATTACHMENTS, 'ownNumber']).optional(),
    file: upload,
  }),
  z.object({ who, channel: z.literal('sms'), text }),
  z.object({
    who,
    channel: z.literal('momo'),
    /** The prompt that is answered; absent, the last one. */
    prompt: z.string().optional(),
    /** `late` approves what was over; absent, what is typed is the code. */
    answer: z.enum(['approve', 'refuse', 'poor', 'wrongpin', 'ignore', 'late']).default('approve'),
    text: text.optional(),
    /** The red key. */
    hangup: z.coerce.boolean().optional(),
  }),
  z.object({ who, channel: z.literal('ussd'), text: text.optional(), hangup: z.coerce.boolean().optional(), putAway: z.coerce.boolean().optional() }),
]);
export type Act = z.infer<typeof actSchema>;
type OnWhatsApp = Extract<Act, { channel: 'whatsapp' }>;
export type ActRefusal = 'notSimulated' | 'noNumber' | 'nothingSaid' | 'noSuchOption' | 'notTaken' | 'noPrompt' | 'codeDigits';

/** A webhook that is not taken is tried again for a while; the page does not wait for that. */
const PATIENCE_MS = 2_500;
/** Any such code is the right one here. */
const SECRET_CODE = /^\d{4,5}$/;
const PLACE = { latitude: 6.3654, longitude: 2.4403, name: 'Marché Dantokpa', address: 'Cotonou' };
const SAMPLES: Record<'photo' | 'document' | 'voice' | 'sticker', { kind: UserMediaKind; file: string; mime: string }> = {
  photo: { kind: 'image', file: 'boubou.jpg', mime: 'image/jpeg' },
  document: { kind: 'document', file: 'mesures.pdf', mime: 'application/pdf' },
  voice: { kind: 'voice', file: 'note-vocale.ogg', mime: 'audio/ogg; codecs=opus' },
  sticker: { kind: 'sticker', file: 'sourire.webp', mime: 'image/webp' },
};

export async function act(world: SimulatorWorld, done: Act): Promise<ActRefusal | undefined> {
  if (done.channel === 'whatsapp') return onWhatsApp(world, done);
  if (isUserId(done.who)) return 'noNumber';
  if (done.channel === 'momo') return onPrompt(world, done);
  return done.channel === 'sms' ? onSms(world, done.who, done.text) : onUssd(world, done);
}

async function onWhatsApp(world: SimulatorWorld, done: OnWhatsApp): Promise<ActRefusal | undefined> {
  if (!world.graph) return 'notSimulated';
  const message = await messageOf(world, world.graph, done);
  if (typeof message === 'string') return message;
  // A stranger has no profile name: the number must not pass for one.
  const name = nameOf(world, done.who);
  return taken(world.graph.userSends(done.who, message, name === done.who ? {} : { name }));
}

async function messageOf(world: SimulatorWorld, graph: GraphStandin, { who: from, text: said = '', tap, message, attach, file }: OnWhatsApp): Promise<UserMessage | ActRefusal> {
  if (tap !== undefined) return tapped(graph, from, tap, message) ?? 'noSuchOption';
  if (file && file.size > 0) return uploaded(file, said);
  if (attach !== undefined) return attached(world, graph, from, attach);
  return said.trim() === '' ? 'nothingSaid' : { type: 'text', text: said };
}

function tapped(graph: GraphStandin, from: string, id: string, messageId: string | undefined): UserMessage | undefined {
  const shown = graph.log.of(graph.keyOf(from)).flatMap((entry) => (entry.from === 'business' && entry.status !== 'refused' ? [entry] : []));
  const under = shown.findLast((entry) => (messageId === undefined || entry.id === messageId) && entry.shown.options.some((option) => option.id === id));
  const option = under?.shown.options.find((one) => one.id === id);
  return under && option ? tapMessage(option, under.id) : undefined;
}

const tapMessage = ({ kind, id, title, description }: ShownOption, replyTo: string): UserMessage =>
  kind === 'row' ? { type: kind, id, title, replyTo, ...(description === undefined ? {} : { description }) } : { type: kind, id, title, replyTo };

async function uploaded(file: File, caption: string): Promise<UserMessage> {
  const [major] = file.type.split('/');
  const kind = file.type === 'image/webp' ? 'sticker' : major === 'image' || major === 'video' || major === 'audio' ? major : 'document';
  const named = kind === 'document' ? { filename: file.name } : {};
  return { type: 'media', kind, bytes: new Uint8Array(await file.arrayBuffer()), mime: file.type || 'application/octet-stream', ...named, ...(caption === '' ? {} : { caption }) };
}

async function attached(world: SimulatorWorld, graph: GraphStandin, from: string, what: NonNullable<OnWhatsApp['attach']>): Promise<UserMessage> {
  const replyTo = requestOf(graph, from, what);
  if (what === 'location') return { type: 'location', ...PLACE, ...replyTo };
  if (what === 'ownNumber') return { type: 'contacts', own: true, cards: [{ name: nameOf(world, from), phones: [from] }], ...replyTo };
  if (what === 'contact') {
    const friend = world.cast.findLast(({ phone }) => phone !== from);
    return { type: 'contacts', cards: [{ name: friend?.name ?? 'Kofi Agbo', phones: [friend?.phone ?? '+2290196000010'] }] };
  }
  const { kind, file, mime } = SAMPLES[what];
  const bytes = await readFile(new URL(`samples/${file}`, import.meta.url));
  return { type: 'media', kind, bytes, mime, ...(kind === 'document' ? { filename: file } : {}) };
}

/** Sharing what was asked for quotes the message that asked. */
function requestOf(graph: GraphStandin, from: string, what: string): { replyTo?: string } {
  const asked = graph.log.of(graph.keyOf(from)).findLast((entry) => entry.from === 'business');
  const wanted = what === 'ownNumber' ? 'contact' : what;
  return asked?.from === 'business' && asked.shown.request === wanted ? { replyTo: asked.id } : {};
}

async function onSms({ africastalking }: SimulatorWorld, from: string, said: string): Promise<ActRefusal | undefined> {
  if (!africastalking) return 'notSimulated';
  return said.trim() === '' ? 'nothingSaid' : taken(africastalking.userSmsSends(from, said));
}

/** With a call open what is said is typed into it, else it is dialled. */
async function onUssd({ africastalking }: SimulatorWorld, { who: from, text: said = '', hangup, putAway }: Extract<Act, { channel: 'ussd' }>): Promise<ActRefusal | undefined> {
  if (!africastalking) return 'notSimulated';
  const call = africastalking.session(from);
  if (putAway || hangup || (call && !call.isOpen() && said === '')) {
    call?.drop();
    africastalking.putAway(from);
    return undefined;
  }
  if (call?.isOpen()) await call.type(said);
  else if (said.trim() === '') return 'nothingSaid';
  else await africastalking.dial(from, said);
  return undefined;
}

function onPrompt({ fedapay }: SimulatorWorld, { who: holder, prompt, answer, text: code = '', hangup }: Extract<Act, { channel: 'momo' }>): ActRefusal | undefined {
  if (!fedapay) return 'notSimulated';
  const asked = fedapay.promptsOn(holder).findLast(({ id }) => prompt === undefined || id === prompt);
  const waits = asked?.transaction.status === 'pending';
  if (asked === undefined || (!waits && answer !== 'late')) return 'noPrompt';
  if (answer === 'approve' && hangup !== true && !SECRET_CODE.test(code)) return 'codeDigits';
  const done = fedapay.answer(asked.id, hangup === true ? 'refuse' : answer === 'late' ? 'approve' : answer);
  return 'refused' in done ? 'noPrompt' : undefined;
}

async function taken(sending: Promise<{ delivered: boolean }>): Promise<ActRefusal | undefined> {
  const late = sleep(PATIENCE_MS, { delivered: false }, { ref: false });
  return (await Promise.race([sending, late])).delivered ? undefined : 'notTaken';
}
