import type { SentMessage, Template } from './graph-message.ts';

/** A button under a message, a row of its list, or the quick reply of a template: each comes back as its own kind of message. */
export type ShownOption = { kind: 'button' | 'row' | 'quickReply'; id: string; title: string; description?: string; section?: string };
export type ShownMedia = { kind: 'image' | 'video' | 'audio' | 'document' | 'sticker'; id?: string; link?: string; filename?: string };

/** What a person sees of a message of ours. */
export type Shown = {
  text: string;
  header?: string;
  footer?: string;
  options: ShownOption[];
  /** The label that opens the list. */
  list?: string;
  link?: { label: string; url: string };
  request?: 'location' | 'contact';
  media?: ShownMedia;
  location?: { latitude: number; longitude: number };
  reaction?: { to: string; emoji: string };
  template?: { name: string; language: string };
};

/** The approved text of a template with its `{{1}}` places, undefined when there is none in that language. */
export type TemplateText = (name: string, language: string) => string | undefined;
/** The words of an approved template and of its buttons. */
export type TemplateWords = { body: string; buttons: string[] };
type WordsOf = (name: string, language: string) => TemplateWords | undefined;
type Interactive = Extract<SentMessage, { type: 'interactive' }>['interactive'];
type Header = Extract<Interactive, { header?: unknown }>['header'];
const MEDIA_KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const;

export function shownOf(message: SentMessage, wordsOf: WordsOf): Shown {
  switch (message.type) {
    case 'text': return { text: message.text.body, options: [] };
    case 'interactive': return shownInteractive(message.interactive);
    case 'template': return shownTemplate(message.template, wordsOf);
    case 'location': return { text: '', options: [], location: { latitude: message.location.latitude, longitude: message.location.longitude } };
    case 'reaction': return { text: '', options: [], reaction: { to: message.reaction.message_id, emoji: message.reaction.emoji } };
    case 'image': return shownMedia('image', message.image);
    case 'video': return shownMedia('video', message.video);
    case 'document': return shownMedia('document', message.document);
    case 'audio': return shownMedia('audio', message.audio);
    case 'sticker': return shownMedia('sticker', message.sticker);
  }
}

function shownMedia(kind: ShownMedia['kind'], media: Record<string, unknown>): Shown {
  const caption = typeof media.caption === 'string' ? media.caption : '';
  return { text: caption, options: [], media: mediaOf(kind, media) };
}

function mediaOf(kind: ShownMedia['kind'], media: Record<string, unknown>): ShownMedia {
  const { id, link, filename } = media;
  return {
    kind,
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof link === 'string' ? { link } : {}),
    ...(typeof filename === 'string' ? { filename } : {}),
  };
}

function shownInteractive(interactive: Interactive): Shown {
  const shown: Shown = {
    text: interactive.body.text,
    options: optionsOf(interactive),
    ...('header' in interactive ? shownHeader(interactive.header) : {}),
    ...('footer' in interactive && interactive.footer ? { footer: interactive.footer.text } : {}),
  };
  switch (interactive.type) {
    case 'button': return shown;
    case 'list': return { ...shown, list: interactive.action.button };
    case 'cta_url': return { ...shown, link: { label: interactive.action.parameters.display_text, url: interactive.action.parameters.url } };
    case 'location_request_message': return { ...shown, request: 'location' };
    case 'contact_request':
    case 'request_contact_info': return { ...shown, request: 'contact' };
  }
}

function optionsOf(interactive: Interactive): ShownOption[] {
  if (interactive.type === 'button') return interactive.action.buttons.map(({ reply }) => ({ kind: 'button', ...reply }));
  if (interactive.type !== 'list') return [];
  return interactive.action.sections.flatMap(({ title, rows }) =>
    rows.map(({ id, title: label, description }) => ({
      kind: 'row' as const, id, title: label, ...(description === undefined ? {} : { description }), ...(title === undefined ? {} : { section: title }),
    })));
}

function shownHeader(header: Header): Partial<Shown> {
  if (header === undefined) return {};
  if (header.type === 'text') return { header: header.text };
  const kind = MEDIA_KINDS.find((one) => one === header.type);
  return kind === undefined ? {} : { media: mediaOf(kind, mediaIn(header, kind)) };
}

const mediaIn = (parameter: Record<string, unknown>, kind: string): Record<string, unknown> => {
  const media: unknown = parameter[kind];
  return typeof media === 'object' && media !== null ? { ...media } : {};
};

/** Without the approved text, the parameters are all there is to show. */
function shownTemplate({ name, language, components = [] }: Template, wordsOf: WordsOf): Shown {
  const inBody = components.filter(({ type }) => type.toLowerCase() === 'body').flatMap(({ parameters = [] }) => parameters);
  const values = inBody.map(({ text }) => text ?? '');
  const named = new Map(inBody.map((parameter, i) => [parameter.parameter_name ?? String(i + 1), parameter.text ?? '']));
  const approved = wordsOf(name, language.code);
  const text = approved === undefined ? [name, ...values].join(' · ') : approved.body.replace(/\{\{(\w+)\}\}/g, (place, key: string) => named.get(key) ?? place);
  const media = components.filter(({ type }) => type.toLowerCase() === 'header').flatMap(({ parameters = [] }) => parameters)
    .flatMap((parameter) => MEDIA_KINDS.filter((kind) => kind === parameter.type).map((kind) => mediaOf(kind, mediaIn(parameter, kind))));
  return { text, options: quickReplies(components, approved?.buttons ?? []), template: { name, language: language.code }, ...(media[0] ? { media: media[0] } : {}) };
}

/** Approved templates hold the titles of their buttons; a send only gives the payloads. */
function quickReplies(components: NonNullable<Template['components']>, titles: string[]): ShownOption[] {
  return components
    .filter((component) => component.type.toLowerCase() === 'button' && component.sub_type?.toLowerCase() === 'quick_reply')
    .flatMap(({ parameters = [] }, at) => parameters.map(({ payload = '' }) => ({ kind: 'quickReply' as const, id: payload, title: titles[at] ?? payload })));
}
