import { describe, expect, test } from '@jest/globals';
import type { ChannelName, Reply } from '../../src/channels/channel.ts';
import { toUssdAscii } from '../../src/channels/gsm7.ts';
import { segments } from '../../src/channels/sms/segments.ts';
import type { WhatsAppMessage } from '../../src/channels/whatsapp/message.ts';
import { shape, type Shaped } from '../../src/conversation/shape.ts';
import { LANGUAGES } from '../../src/i18n.ts';
import { aboves, LENGTHS, LONGEST, machines, replyOf, shots, type Above, type Shot } from './longest-screens.ts';

const SCREEN_MAX = 160;
const SMS_PARTS_MAX = 3;

type Seen = { name: string; shot: Shot; reply: Reply; above: Above; pages: Shaped[] };

/** All that may be shown on a channel, page by page. */
function seen(channel: ChannelName): Seen[] {
  return LANGUAGES.flatMap((language) => shots.flatMap((shot) => {
    const reply = replyOf(shot, language, channel);
    return aboves(shot, reply, language, channel).map((above): Seen => {
      const page = (at: number) => shape(channel, reply, above.notices, at, SCREEN_MAX, above.header);
      return { name: `${shot.name} ${language}, ${above.why}`, shot, reply, above, pages: Array.from({ length: page(0).pages }, (_, at) => page(at)) };
    });
  }));
}

const where = <S extends Seen>(all: S[], wrong: (each: S) => boolean): string[] => [...new Set(all.filter(wrong).map(({ name }) => name))];
/** What it offers is found at run time: orders, people, businesses. */
const isList = ({ screen }: Shot): boolean => typeof screen.choose === 'string';
const LIST_PAGES_MAX = 4;
const isPlain = ({ why }: Above): boolean => why === 'nothing';

test('every blank of every flow has its longest value', () => {
  expect(machines.map(({ id, config }) => [id, Object.keys(config.context as object).sort()])).toEqual(machines.map(({ id }) => [id, Object.keys(LONGEST[id] ?? {}).sort()]));
  expect(LENGTHS).toEqual({ name: 40, business: 24, url: 80, trade: 60 });
});

describe('every screen, with its longest values, on USSD', () => {
  const all = seen('ussd');

  test('fits the screen of a handset, in the letters it has', () => {
    expect(where(all, ({ pages, shot }) => !pages.every(({ text }) => text.length <= SCREEN_MAX && text.startsWith(shot.over ? 'END ' : 'CON ') && /^[\n -~]+$/.test(text) && !/[[\]{}\\^~|`]/.test(text)))).toEqual([]);
  });

  test('has one page when it is a fixed menu or the last word', () => {
    expect(where(all, ({ pages, shot, reply }) => pages.length > 1 && (shot.over || reply.options.some(({ key }) => key !== undefined)))).toEqual([]);
  });

  test('has few pages, whatever is listed; what lists nothing has one, but for these', () => {
    const many = all.filter(({ pages, above }) => pages.length > 1 && isPlain(above));
    expect(where(many, ({ pages, shot }) => isList(shot) && pages.length > LIST_PAGES_MAX)).toEqual([]);
    expect(where(many, ({ shot }) => !isList(shot))).toEqual(['data.seen fr, nothing', 'data.seen en, nothing']);
  });

  test('says what became of what was typed', () => {
    expect(where(all, ({ pages, above: { notices: [main] } }) => main !== undefined && pages[0]?.text.includes(toUssdAscii(main)) === false)).toEqual([]);
  });

  test('keeps its question under the words for a wrong answer or for help; these screens only leave theirs', () => {
    const asked = all.filter(({ pages, above }) => pages.length === 1 && /^(misunderstood|help)$/.test(above.why));
    expect(where(asked, ({ pages, reply }) => pages[0]?.text.includes(toUssdAscii(reply.text)) === false)).toEqual([
      'home.manager fr, misunderstood', 'home.manager fr, help', 'consent.which fr, misunderstood', 'consent.which fr, help', 'measures.known fr, misunderstood', 'measures.known fr, help',
      'tailoredOrder.shortSummary fr, misunderstood', 'tailoredOrder.shortSummary fr, help', 'stockOf.shelf fr, misunderstood', 'stockOf.shelf fr, help', 'home.manager en, help',
      'home.clientMore en, help', 'home.shopMore en, help', 'consent.which en, misunderstood', 'consent.which en, help', 'measures.known en, misunderstood', 'measures.known en, help',
      'tailoredOrder.shortSummary en, help', 'cart.cart en, help', 'sale.how en, help', 'stockOf.shelf en, help', 'stockOf.shelf en, misunderstood',
    ]);
  });

  test('says on a shared phone whom it is for', () => {
    expect(where(all, ({ pages, above: { why, header = '' } }) => why === 'shared, nothing' && pages[0]?.text.includes(toUssdAscii(header)) === false)).toEqual([]);
  });
});

describe('every screen, with its longest values, by SMS', () => {
  const all = seen('sms').map((each) => ({ ...each, parts: Math.max(...each.pages.map(({ text }) => segments(text).parts)) }));

  test('costs three parts at most, in the alphabet that costs least', () => {
    expect(all.filter(({ parts, pages }) => parts > SMS_PARTS_MAX || pages.some(({ text }) => segments(text).encoding !== 'GSM-7')).map(({ name, parts }) => `${name}: ${parts}`)).toEqual([]);
  });

  test('costs one part; only lists cost two, and these', () => {
    const dear = all.filter(({ parts, above }) => parts > 1 && isPlain(above));
    expect(where(dear, ({ shot, parts }) => isList(shot) && parts > 2)).toEqual([]);
    expect(where(dear, ({ shot }) => !isList(shot))).toEqual(['data.seen fr, nothing', 'data.seen en, nothing']);
  });
});

describe('every screen, with its longest values, on WhatsApp', () => {
  const all = seen('whatsapp').map((each) => ({ ...each, message: (each.pages[0]?.payload as { message: WhatsAppMessage }).message }));

  test('offers up to ten choices to tap, never to be typed', () => {
    expect(where(all, (each) => each.reply.options.length > 0 && each.reply.options.length <= 10 && (each as (typeof all)[number]).message.type !== 'interactive')).toEqual([]);
  });

  test('has a body that WhatsApp takes whole', () => {
    const bodyOf = (message: WhatsAppMessage) => (message.type === 'interactive' ? message.interactive.body.text : message.type === 'text' ? message.text.body : message.type === 'document' ? (message.document.caption ?? '') : '');
    expect(all.filter(({ message }) => bodyOf(message).length === 0 || bodyOf(message).length > 1024).map(({ name }) => name)).toEqual([]);
  });

  test('says whom it is for, what happened, then what is asked', () => {
    expect(where(all, ({ pages, reply, above: { header, notices } }) => pages[0]?.text.startsWith([...(header === undefined ? [] : [header]), ...notices, reply.text].join('\n\n')) === false)).toEqual([]);
  });
});
