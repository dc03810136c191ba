import {
  ActionButtons,
  ActionContactRequest,
  ActionCTA,
  ActionList,
  ActionLocation,
  Button,
  Document,
  Image,
  Interactive,
  ListSection,
  Row,
  Text,
} from 'whatsapp-api-js/messages';
import type { Paper } from '../channel.ts';

/** The body of a send without its addressee: plain JSON, which can wait in the outbox. */
export type WhatsAppMessage =
  | { type: 'text'; text: { body: string } }
  | { type: 'interactive'; interactive: WhatsAppInteractive }
  | { type: 'document'; document: WhatsAppDocument }
  | { type: 'image'; image: WhatsAppPicture }
  | { type: 'template'; template: WhatsAppTemplate };

type WhatsAppButton = { type: 'reply'; reply: { id: string; title: string } };
type WhatsAppRow = { id: string; title: string; description?: string };
type WhatsAppPicture = { link: string; caption?: string };
type WhatsAppDocument = { link: string; filename: string; caption?: string };
export type WhatsAppInteractive = { body: { text: string } } & (
  | { type: 'button'; action: { buttons: WhatsAppButton[] } }
  | { type: 'list'; action: { button: string; sections: { rows: WhatsAppRow[] }[] } }
  | { type: 'cta_url'; action: { name: 'cta_url'; parameters: { display_text: string; url: string } } }
  | { type: 'location_request_message'; action: { name: 'send_location' } }
  | { type: 'request_contact_info'; action: { name: 'request_contact_info' } }
);
type WhatsAppTemplate = { name: string; language: { code: string; policy: 'deterministic' }; components?: TemplateComponent[] };
export type TemplateComponent =
  | { type: 'body'; parameters: { type: 'text'; text: string }[] }
  | { type: 'button'; sub_type: 'url'; index: number; parameters: { type: 'text'; text: string }[] }
  | { type: 'button'; sub_type: 'quick_reply'; index: number; parameters: { type: 'payload'; payload: string }[] };

export const textMessage = (text: string): WhatsAppMessage => ({ type: 'text', text: plain(new Text(text)) });

export function buttonsMessage(text: string, titles: { id: string; title: string }[]): WhatsAppMessage {
  const [first, ...others] = titles.map(({ id, title }) => new Button(id, title));
  if (first === undefined) throw new Error('a message with buttons has one at least');
  return interactive(new Interactive(new ActionButtons(first, ...others), { text }));
}

export function listMessage(text: string, button: string, titles: WhatsAppRow[]): WhatsAppMessage {
  const [first, ...others] = titles.map(({ id, title, description }) => new Row(id, title, description));
  if (first === undefined) throw new Error('a list has one row at least');
  return interactive(new Interactive(new ActionList(button, new ListSection(undefined, first, ...others)), { text }));
}

export const linkMessage = (text: string, { label, url }: { label: string; url: string }): WhatsAppMessage =>
  interactive(new Interactive(new ActionCTA(label, url), { text }));

export const requestMessage = (text: string, request: 'location' | 'contact'): WhatsAppMessage =>
  interactive(request === 'location' ? new Interactive(new ActionLocation(), { text }) : new Interactive(new ActionContactRequest(), { text }));

/** The network fetches it from its address. A picture is looked at where it stands, any other paper is opened. */
export const paperMessage = ({ url, fileName }: Paper, caption?: string): WhatsAppMessage =>
  fileName.endsWith('.png') ? { type: 'image', image: plain(new Image(url, false, caption)) } : { type: 'document', document: plain(new Document(url, false, caption, fileName)) };

const interactive = (built: Interactive): WhatsAppMessage => ({ type: 'interactive', interactive: plain(built) });

/** The builders check, all but bodies (theirs stops at 1024, a list's at 4096); what is kept is the JSON they stand for. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the JSON has the type of the place it is put in
function plain<T>(built: object): T {
  return JSON.parse(JSON.stringify(built)) as T;
}
