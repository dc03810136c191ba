/**
 * The contract between the networks and the rest. A channel translates: what arrives becomes Arrivals,
 * what we say (a Reply) becomes the network's own message. It never decides.
 */
export type ChannelName = 'whatsapp' | 'sms' | 'ussd';

/** Who wrote. `externalId` is the address exactly as the network gave it; we answer to it, never to a repaired one. */
export type Sender = {
  channel: ChannelName;
  externalId: string;
  /** Canonical E.164 when it is known. Absent for a WhatsApp user who hides the number behind a user id (BSUID). */
  phone?: string;
  userId?: string;
  name?: string;
};

/** One thing that arrived. Stored before anything is done about it, unique by (provider, eventId). */
export type Arrival = {
  provider: 'whatsapp' | 'africastalking';
  eventId: string;
  /** When the network says it happened. */
  at: string;
  from?: Sender;
  content: Content;
};

export type MediaKind = 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';
export type MediaRef = { kind: MediaKind; id: string; mime: string; sha256?: string; caption?: string; filename?: string; animated?: boolean };

/** What a message was said about: the message it replies to, the advertisement or product it came from. */
export type Context = { repliesTo?: string; forwarded?: boolean; product?: { catalogId: string; productId: string }; referral?: Record<string, unknown> };

type Answered =
  | { type: 'text'; text: string; context?: Context }
  | { type: 'tap'; id: string; title: string; context?: Context }
  | { type: 'media'; media: MediaRef; context?: Context }
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string; context?: Context }
  /** `own`: the sender's own number, given on our request; otherwise a third person's card, never the sender. */
  | { type: 'cards'; cards: { name: string; phones: { phone: string; waId?: string }[] }[]; own: boolean; context?: Context }
  | { type: 'order'; catalogId: string; text?: string; items: { productId: string; quantity: number; priceXof: number; currency: string }[]; context?: Context }
  | { type: 'form'; name: string; response: unknown; context?: Context }
  | { type: 'welcome' }
  | { type: 'unreadable'; code?: number; what?: string }
  /** One hop of a USSD session; `text` is the whole path, as Africa's Talking sends it. */
  | { type: 'ussd'; sessionId: string; serviceCode: string; networkCode: string; text: string };

type Recorded =
  | { type: 'reaction'; to: string; emoji?: string }
  | { type: 'edit'; original: string; message: Record<string, unknown> }
  | { type: 'revoke'; original: string }
  | { type: 'group'; groupId: string }
  /** Written by our own side from a phone (coexistence), or old messages handed over: never answered. */
  | { type: 'echo'; to?: string; text?: string }
  | { type: 'history'; messages: number }
  | { type: 'numberChanged'; from: string; to: string }
  | { type: 'userIdChanged'; previous: string; current: string }
  | { type: 'systemNotice'; what: string }
  | { type: 'preference'; purpose: 'promo'; allowed: boolean }
  | { type: 'optOut'; senderId: string }
  /** A timer of ours, come through the mail of the contact it concerns. `step`: of which screen; `about`: of which thing. */
  | { type: 'wake'; what: string; step?: number; about?: string }
  | { type: 'ussdEnd'; sessionId: string; status: string; hops: number; input: string }
  /** Addressed to a phone number id that is not ours, or of a shape nobody has described yet. */
  | { type: 'notOurs'; phoneNumberId: string }
  | { type: 'unknown'; item: unknown };

/** How far a message of ours has got, or that it failed. `ourId` is the outbox key we sent along. */
export type StatusContent = {
  type: 'status';
  providerId: string;
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'other';
  /** The network's own word for it. */
  word: string;
  ourId?: string;
  recipient?: Sender;
  error?: { code: number | string; title: string; details?: string };
  pricing?: { model?: string; type?: string; category?: string };
};

/** News about our account or templates: for the operator, and for what may be sent from now on. */
export type NoticeContent = {
  type: 'notice';
  field: string;
  account: string;
  severity: 'info' | 'warning' | 'critical';
  /** Set when sending must stop (banned, deleted…) or may go on again. */
  sending?: 'stop' | 'resume';
  template?: { id: string; name: string; language: string; status?: string; reason?: string; category?: string; quality?: string };
  summary: string;
  value: unknown;
};

export type Content = Answered | Recorded | StatusContent | NoticeContent;

export const ANSWERED: ReadonlySet<Content['type']> = new Set(['text', 'tap', 'media', 'location', 'cards', 'order', 'form', 'welcome', 'unreadable', 'ussd']);

/** An option on a screen. `key` is what is typed to choose it; without one, options are numbered 1–8 on each page. */
export type Option = { id: string; label: string; hint?: string; key?: string };

export type Paper = { url: string; fileName: string };

/** What we say, in the person's language, before a channel has shaped it. */
export type Reply = {
  text: string;
  options: Option[];
  /** Label of the list button on WhatsApp. */
  menu: string;
  /** What `0` does on this screen, as a word: Retour, Annuler, Quitter. Absent when the conversation is over. */
  back?: string;
  /** The word beside 9 when a list goes on: Suite. */
  more: string;
  over: boolean;
  /** Counts the steps of a conversation; travels in WhatsApp button ids so that an old button is recognised. */
  step: number;
  /** Ask with the network's own gesture where it has one. */
  request?: 'location' | 'contact';
  link?: { label: string; url: string };
  /** A paper to open or keep; where the network carries none, its address is written out. */
  document?: Paper;
  /** An SMS keeps its letters, whatever they cost: in some languages others mean something else. */
  unicode?: boolean;
};

/** The result of handing one message to a provider. `wait` asks to try again; `unknown` means it may have gone out. */
export type Sent =
  | { outcome: 'accepted'; providerId: string; recipientId?: string; parts?: number; cost?: string }
  | { outcome: 'failed'; verdict: Verdict; code?: number | string; reason: string; exchange?: Exchange }
  | { outcome: 'unknown'; reason: string; exchange?: Exchange };

/**
 * A call of ours that was not simply agreed to, as far as it may be kept: nothing that was written, nobody's number,
 * none of our keys. `trace` is what the network's support asks for.
 */
export type Exchange = { method: string; path: string; kind: string; status?: number; subcode?: number; trace?: string; retryAfterMs?: number };

/** What to do about a provider's refusal. One table per provider maps its codes to these. */
export type Verdict = {
  action: 'retry' | 'backoff' | 'fail' | 'fallback' | 'optOut' | 'stopChannel' | 'stopTemplate' | 'stopBulk';
  /** Whom a back-off concerns. */
  scope?: 'pair' | 'number' | 'app';
  alert?: boolean;
  retryAfterMs?: number;
  maxAttempts?: number;
};
