import { reached, type PhoneView, type Seen, type SeenHop, type SeenSms } from './phone-view.ts';
import { promptLine, type SeenPrompt } from './seen-prompt.ts';

/** What has no channel of its own is told under the one before. */
type Passage = { at: string; channel?: string; lines: string[] };

/** What passed over the phone, as a test writes it: `> what was typed`, then our answer; `[Title]` is a button, `> [Title]` a tap on it. */
export function transcript({ whatsapp, sms, ussd, momo }: PhoneView, holder: string): string {
  const [name = holder] = holder.split(' ');
  const passages = [
    ...(whatsapp?.messages.filter(reached).map(whatsappPassage) ?? []),
    ...(sms?.messages.filter(reached).map(smsPassage) ?? []),
    ...(ussd?.hops.map(ussdPassage) ?? []),
    ...(momo?.prompts.flatMap(promptPassages) ?? []),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  let before: string | undefined;
  return passages
    .flatMap(({ channel = before ?? 'whatsapp', lines }, i) => {
      const told = channel === before ? lines : [...(i === 0 ? [] : ['']), `# ${channel} ${name}`, ...lines];
      before = channel;
      return told;
    })
    .join('\n');
}

const whatsappPassage = (message: Seen): Passage => ({
  at: message.at, channel: 'whatsapp', lines: message.from === 'person' ? typed(saidLine(message)) : answerLines(message),
});

const smsPassage = ({ at, from, text }: SeenSms): Passage => ({ at, channel: 'sms', lines: from === 'person' ? typed(text) : text.split('\n') });

function ussdPassage({ at, input, hungUp, screen }: SeenHop): Passage {
  if (hungUp) return { at, channel: 'ussd', lines: ['> /drop'] };
  const answer = screen === undefined ? [] : screen.kind === 'error' ? ['[network error]'] : `${screen.kind.toUpperCase()} ${screen.text}`.split('\n');
  return { at, channel: 'ussd', lines: [...typed(input === '' ? '/empty' : input), ...answer] };
}

const promptPassages = (prompt: SeenPrompt): Passage[] => prompt.answers.map(({ answer, at }) => ({ at, lines: [`> /momo ${answer}`, promptLine(prompt)] }));

/** Several lines typed as one message stay one message. */
const typed = (text: string): string[] => [`> ${text.replaceAll('\n', ' ⏎ ')}`];

const ATTACHED = { image: '/photo', video: '/video', audio: '/voice', voice: '/voice', document: '/document', sticker: '/sticker' } as const;
function saidLine({ text, tapped, media, location, cards, reaction }: Seen): string {
  if (tapped) return `[${text}]`;
  if (media) return [ATTACHED[media.kind], text].join(' ').trim();
  if (location) return '/location';
  if (cards) return '/contact';
  return reaction ? `/react ${reaction.emoji}`.trim() : text;
}

/** The lines the WhatsApp channel describes its own messages with. */
export function answerLines({ header, text, footer, media, options, link, request, location }: Seen): string[] {
  return [
    header, location ? `[location ${location.latitude} ${location.longitude}]` : '',
    ...text.split('\n'), media ? `[${media.kind}${media.filename === undefined ? '' : ` ${media.filename}`}]` : '', footer,
    ...options.map(({ title, description }) => `[${title}]${description === undefined ? '' : ` — ${description}`}`),
    link ? `[link: ${link.label} ${link.url}]` : '',
    request === undefined ? '' : `[${request}?]`,
  ].filter((line): line is string => line !== undefined && line !== '');
}
