import { sha256, type MediaStore } from './graph-media.ts';

/** What a person can do on WhatsApp. `raw` is any other message of Meta's, given as it is. */
export type UserMessage =
  | { type: 'text'; text: string; replyTo?: string }
  | { type: 'button'; id: string; title: string; replyTo?: string }
  | { type: 'row'; id: string; title: string; description?: string; replyTo?: string }
  | { type: 'quickReply'; id: string; title: string; replyTo?: string }
  | { type: 'media'; kind: UserMediaKind; bytes: Uint8Array; mime: string; caption?: string; filename?: string }
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string; replyTo?: string }
  | { type: 'contacts'; cards: { name: string; phones: string[] }[]; own?: boolean; replyTo?: string }
  | { type: 'reaction'; to: string; emoji?: string }
  | { type: 'raw'; message: Record<string, unknown> };
export type UserMediaKind = 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';

/** The type-specific part of an inbound message, and the id of what it carries. */
export function inboundContent(message: UserMessage, media: MediaStore): { content: Record<string, unknown>; mediaId?: string } {
  switch (message.type) {
    case 'text': return { content: { type: 'text', text: { body: message.text } } };
    case 'button': return { content: interactive('button_reply', { id: message.id, title: message.title }) };
    case 'row': return { content: interactive('list_reply', { id: message.id, title: message.title, ...given({ description: message.description }) }) };
    case 'quickReply': return { content: { type: 'button', button: { payload: message.id, text: message.title } } };
    case 'media': return inboundMedia(message, media);
    case 'location': {
      const { latitude, longitude, name, address } = message;
      return { content: { type: 'location', location: { latitude, longitude, ...given({ name, address }) } } };
    }
    case 'contacts': return { content: { type: 'contacts', contacts: message.cards.map((card) => vcard(card, message.own ?? false)) } };
    case 'reaction': return { content: { type: 'reaction', reaction: { message_id: message.to, ...given({ emoji: message.emoji }) } } };
    case 'raw': return { content: message.message };
  }
}

/** The message it answers: Meta quotes the sender of that one, which is us. */
export function contextOf(message: UserMessage, displayPhoneNumber: string): Record<string, unknown> {
  return 'replyTo' in message ? { context: { from: displayPhoneNumber, id: message.replyTo } } : {};
}

const interactive = (type: 'button_reply' | 'list_reply', reply: object) => ({ type: 'interactive', interactive: { type, [type]: reply } });

function inboundMedia({ kind, bytes, mime, caption, filename }: Extract<UserMessage, { type: 'media' }>, media: MediaStore) {
  const { id } = media.add({ mime, bytes, ...given({ filename }) });
  const type = kind === 'voice' ? 'audio' : kind;
  const flags = { ...(type === 'audio' ? { voice: kind === 'voice' } : {}), ...(type === 'sticker' ? { animated: false } : {}) };
  const body = { ...given({ caption, filename }), mime_type: mime, sha256: sha256(bytes, 'base64'), id, ...flags };
  return { content: { type, [type]: body }, mediaId: id };
}

function vcard({ name, phones }: { name: string; phones: string[] }, own: boolean) {
  return {
    name: { formatted_name: name, first_name: name },
    phones: phones.map((phone) => ({ phone, wa_id: phone.replace(/\D/g, ''), type: 'MOBILE' })),
    ...(own ? { origin: 'contact_request' } : {}),
  };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const given = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
