import type { Option, Reply } from '../channel.ts';
import { buttonsMessage, linkMessage, listMessage, paperMessage, requestMessage, textMessage, type WhatsAppMessage } from './message.ts';
import { present } from './present.ts';
import { tapId } from './tap-id.ts';
import { typedKeys } from './typed-keys.ts';

/** Meta's, in UTF-16 units: an emoji counts two, whatever Meta counts it for. */
const TEXT_MAX = 4096;
const BODY_MAX = 1024;
const LIST_BODY_MAX = 4096;
const CAPTION_MAX = 1024;
const BUTTONS_MAX = 3;
const ROWS_MAX = 10;
const LINK_LABEL_MAX = 20;
const LIST_BUTTON_MAX = 20;
const URL_MAX = 2000;
const BUTTON = { title: 20, id: 256 };
const ROW = { title: 24, id: 200, hint: 72 };

type Form = (reply: Reply) => WhatsAppMessage | undefined;

/** From the handiest to the plainest: a screen takes the first form it fits whole. */
const FORMS: Form[] = [asDocument, asRequest, asLink, asButtons, asList, asText];

/** Never cuts: what does not fit goes down to typed numbers, and what not even a text can hold is an error of ours. */
export function renderWhatsApp(reply: Reply): WhatsAppMessage {
  for (const form of FORMS) {
    const message = form(reply);
    if (message !== undefined) return message;
  }
  throw new Error(`a screen of ${numbered(reply).length} characters does not fit a WhatsApp message`);
}

/** The document of a screen whose words do not fit under it: it comes after them. */
export const paperAfter = (reply: Reply): WhatsAppMessage | undefined =>
  reply.document === undefined || isCaption(reply) ? undefined : paperMessage(reply.document);

/** Under a document there is room for words, not for choices. */
const isCaption = (reply: Reply): boolean => reply.options.length === 0 && reply.request === undefined && spoken(reply).length <= CAPTION_MAX;

function asDocument(reply: Reply): WhatsAppMessage | undefined {
  const { document } = reply;
  if (document === undefined || !isCaption(reply)) return undefined;
  const caption = spoken(reply);
  return paperMessage(document, isBlank(caption) ? undefined : caption);
}

/** Meta's own gesture leaves no room for buttons: choices beside it are typed. */
function asRequest(reply: Reply): WhatsAppMessage | undefined {
  const text = numbered(reply);
  return reply.request !== undefined && fits(text, BODY_MAX) ? requestMessage(text, reply.request) : undefined;
}

function asLink({ text, link, options }: Reply): WhatsAppMessage | undefined {
  if (link === undefined || options.length > 0 || !fits(text, BODY_MAX) || !fitTitle(link.label, LINK_LABEL_MAX)) return undefined;
  const tappable = link.url.length <= URL_MAX && /^https?:/.test(link.url) && URL.canParse(link.url);
  return tappable ? linkMessage(text, link) : undefined;
}

function asButtons(reply: Reply): WhatsAppMessage | undefined {
  return fitButtons(reply) ? buttonsMessage(spoken(reply), titlesOf(reply)) : undefined;
}

function asList(whole: Reply): WhatsAppMessage | undefined {
  const reply = { ...whole, options: whole.options.map(inRow) };
  const { options, menu, step } = reply;
  const text = spoken(reply);
  const hintsFit = options.map(hintOf).every((hint) => hint === undefined || fitTitle(hint, ROW.hint));
  if (options.length > ROWS_MAX || !hintsFit || !fitTitles(reply, ROW)) return undefined;
  if (!fits(text, LIST_BODY_MAX) || !fitTitle(menu, LIST_BUTTON_MAX)) return undefined;
  const rows = options.map((option) => ({ id: tapId(step, option.id), title: option.label, ...present({ description: hintOf(option) }) }));
  return listMessage(text, menu, rows);
}

/** « 5 000 » is one word. */
const IN_AMOUNT = /(?<=\d) (?=\d{3}(?!\d))/g;

/** A title with more letters than a row has goes on in the line below it. */
function inRow(option: Option): Option {
  const { label } = option;
  const end = label.length <= ROW.title ? -1 : label.replace(IN_AMOUNT, '_').lastIndexOf(' ', ROW.title);
  return end < ROW.title / 2 ? option : { ...option, label: label.slice(0, end), hint: [label.slice(end + 1), hintOf(option)].filter(Boolean).join(' — ') };
}

function asText(reply: Reply): WhatsAppMessage | undefined {
  const text = numbered(reply);
  return fits(text, TEXT_MAX) ? textMessage(text) : undefined;
}

const titlesOf = ({ options, step }: Reply) => options.map(({ id, label }) => ({ id: tapId(step, id), title: label }));

/** Buttons show no hints: options that have some are a list. */
function fitButtons(reply: Reply): boolean {
  const plain = reply.options.length <= BUTTONS_MAX && reply.options.every((option) => hintOf(option) === undefined);
  return plain && fits(spoken(reply), BODY_MAX) && fitTitles(reply, BUTTON);
}

function fitTitles({ options, step }: Reply, max: { title: number; id: number }): boolean {
  const ids = options.map(({ id }) => tapId(step, id));
  const shapes = options.every(({ label }) => fitTitle(label, max.title)) && ids.every((id) => id.length <= max.id && id === id.trim());
  const names = options.map(({ label }) => label.trim().normalize('NFC').toLowerCase());
  return options.length > 0 && shapes && allDifferent(ids) && allDifferent(names);
}

const fitTitle = (title: string, max: number): boolean => fits(title, max) && !/[\r\n\t]/.test(title);
const fits = (text: string, max: number): boolean => text.length <= max && !isBlank(text);
const isBlank = (text: string): boolean => text.trim() === '';
const hintOf = ({ hint }: Option): string | undefined => (hint === undefined || isBlank(hint) ? undefined : hint);
const allDifferent = (texts: string[]): boolean => new Set(texts).size === texts.length;

/** The text, with the link spelt out where no button carries it. */
const spoken = ({ text, link }: Reply): string => (link === undefined ? text : written([text, `${link.label}: ${link.url}`]));
const written = (lines: string[]): string => lines.filter((line) => !isBlank(line)).join('\n');

/** Choices to type, as on SMS; without choices, the text alone. */
function numbered(reply: Reply): string {
  const { options, back } = reply;
  if (options.length === 0) return spoken(reply);
  const choices = typedKeys(options).map(({ key, option }) => [`${key}. ${option.label}`, hintOf(option)].filter(Boolean).join(' — '));
  return written([spoken(reply), ...choices, back === undefined ? '' : `0. ${back}`]);
}
