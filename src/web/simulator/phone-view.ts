import { segments } from '../../channels/sms/segments.ts';
import type { UserMessage } from '../../standins/graph-inbound.ts';
import type { WhatsAppEntry } from '../../standins/graph-messages.ts';
import type { Shown, ShownMedia } from '../../standins/graph-shown.ts';
import type { SmsEntry } from '../../standins/africastalking-sms.ts';
import type { UssdHop, UssdScreen } from '../../standins/africastalking-ussd.ts';
import type { Logged } from '../../standins/phone-log.ts';
import { isUserId } from '../../standins/provider-ids.ts';
import { seenPrompt, type SeenPrompt } from './seen-prompt.ts';
import type { SimulatorWorld } from './world.ts';

/** How far a message has got: on its way, taken, read; or that it never reached the phone. */
export type Ticks = 'waiting' | 'sent' | 'delivered' | 'read' | 'failed' | 'refused';
export type SeenMedia = Omit<ShownMedia, 'kind'> & { kind: ShownMedia['kind'] | 'voice' };
export type Seen = Omit<Shown, 'media'> & {
  n: number; id: string; at: string; from: 'person' | 'business'; ticks: Ticks; code?: number | string;
  /** Chosen from a message of ours. */
  tapped?: boolean;
  media?: SeenMedia; cards?: { name: string; phone: string }[]; place?: string; template?: Shown['template'];
};
export type SeenSms = { n: number; id: string; at: string; from: 'person' | 'business'; text: string; parts: number; ticks: Ticks; code?: number | string };
export type SeenHop = { n: number; at: string; input: string; hungUp: boolean; screen?: UssdScreen };

/** All that one phone shows, as plain JSON. */
export type PhoneView = {
  who: string;
  whatsapp?: { messages: Seen[]; typing: boolean };
  sms?: { messages: SeenSms[]; from: string };
  ussd?: { open: boolean; serviceCode: string; hops: SeenHop[]; screen?: UssdScreen };
  /** What operators have asked a secret code for. */
  momo?: { prompts: SeenPrompt[] };
};

export function phoneView({ graph, africastalking, fedapay }: SimulatorWorld, who: string, now: Date): PhoneView {
  const number = africastalking !== undefined && !isUserId(who);
  const call = number ? africastalking.session(who) : undefined;
  return {
    who,
    ...(graph ? { whatsapp: { messages: graph.log.of(graph.keyOf(who)).map(seen), typing: (graph.typingUntil(who) ?? now) > now } } : {}),
    ...(number ? { sms: { messages: africastalking.sms.of(who).map(seenSms), from: africastalking.senderId } } : {}),
    ...(number ? { ussd: {
      open: call?.isOpen() ?? false,
      serviceCode: africastalking.serviceCode,
      hops: africastalking.ussd.of(who).map(seenHop),
      ...(call ? { screen: call.screen() } : {}),
    } } : {}),
    ...(fedapay && !isUserId(who) ? { momo: { prompts: fedapay.promptsOn(who).map(seenPrompt) } } : {}),
  };
}

function seen(entry: Logged<WhatsAppEntry>): Seen {
  const { n, id } = entry;
  const at = entry.at.toISOString();
  if (entry.from === 'person') return { n, id, at, from: entry.from, options: [], ...said(entry.message, entry.mediaId), ticks: !entry.received ? 'waiting' : entry.read ? 'read' : 'delivered' };
  const { shown, status, code } = entry;
  return { n, id, at, from: entry.from, ...shown, ticks: status === 'accepted' ? 'waiting' : status, ...(code === undefined ? {} : { code }) };
}

type Said = { text: string } & Partial<Pick<Seen, 'tapped' | 'media' | 'location' | 'cards' | 'place' | 'reaction'>>;
function said(message: UserMessage, mediaId: string | undefined): Said {
  switch (message.type) {
    case 'text': return { text: message.text };
    case 'button': case 'row': case 'quickReply': return { text: message.title, tapped: true };
    case 'media': return { text: message.caption ?? '', media: mediaOf(message, mediaId) };
    case 'location': return { text: '', location: { latitude: message.latitude, longitude: message.longitude }, place: message.name ?? '' };
    case 'contacts': return { text: '', cards: message.cards.map(({ name, phones }) => ({ name, phone: phones[0] ?? '' })) };
    case 'reaction': return { text: '', reaction: { to: message.to, emoji: message.emoji ?? '' } };
    case 'raw': return { text: typeof message.message.type === 'string' ? message.message.type : '' };
  }
}

function mediaOf({ kind, filename }: Extract<UserMessage, { type: 'media' }>, id: string | undefined): SeenMedia {
  return { kind, ...(id === undefined ? {} : { id }), ...(filename === undefined ? {} : { filename }) };
}

const SMS_TICKS = { Sent: 'sent', Success: 'delivered', Failed: 'failed', refused: 'refused' } as const;
function seenSms(entry: Logged<SmsEntry>): SeenSms {
  const { n, id, text, from } = entry;
  const base = { n, id, text, at: entry.at.toISOString(), parts: segments(text).parts };
  if (entry.from === 'person') return { ...base, from, ticks: entry.received ? 'delivered' : 'waiting' };
  return { ...base, from, ticks: SMS_TICKS[entry.status], ...(entry.code === undefined ? {} : { code: entry.code }) };
}

const seenHop = ({ n, at, input, hungUp, screen }: Logged<UssdHop>): SeenHop => ({ n, at: at.toISOString(), input, hungUp: hungUp === true, ...(screen ? { screen } : {}) });

/** A refused or failed message never reached the phone. */
export const reached = ({ ticks }: { ticks: Ticks }): boolean => ticks !== 'refused' && ticks !== 'failed';
