import type { WhatsAppInteractive, WhatsAppMessage } from './message.ts';

/** A message as a transcript shows it: the text, then what can be tapped, a line each. */
export function describeWhatsApp(message: WhatsAppMessage): string {
  return linesOf(message).filter((line) => line !== '').join('\n');
}

function linesOf(message: WhatsAppMessage): string[] {
  switch (message.type) {
    case 'text':
      return [message.text.body];
    case 'document':
      return [message.document.caption ?? '', `[document ${message.document.filename}]`];
    case 'image':
      return [message.image.caption ?? '', '[picture]'];
    case 'interactive':
      return [message.interactive.body.text, ...tappable(message.interactive)];
    case 'template':
      return [templateLine(message.template)];
  }
}

function tappable(interactive: WhatsAppInteractive): string[] {
  switch (interactive.type) {
    case 'button':
      return interactive.action.buttons.map(({ reply }) => `[${reply.title}]`);
    case 'list':
      return interactive.action.sections
        .flatMap(({ rows }) => rows)
        .map(({ title, description }) => `[${title}]${description === undefined ? '' : ` — ${description}`}`);
    case 'cta_url':
      return [`[link: ${interactive.action.parameters.display_text} ${interactive.action.parameters.url}]`];
    case 'location_request_message':
      return ['[location?]'];
    case 'request_contact_info':
      return ['[contact?]'];
  }
}

function templateLine({ name, language, components = [] }: Extract<WhatsAppMessage, { type: 'template' }>['template']): string {
  const blanks = components.flatMap((component) => (component.type === 'body' ? component.parameters.map(({ text }) => text) : []));
  return `[template ${name} ${language.code}${blanks.length > 0 ? `: ${blanks.join(' | ')}` : ''}]`;
}
