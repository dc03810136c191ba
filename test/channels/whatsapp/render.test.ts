import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Option, Reply } from '../../../src/channels/channel.ts';
import { describeWhatsApp } from '../../../src/channels/whatsapp/describe.ts';
import type { WhatsAppMessage } from '../../../src/channels/whatsapp/message.ts';
import { paperAfter, renderWhatsApp } from '../../../src/channels/whatsapp/render.ts';
import { parseTapId, tapId } from '../../../src/channels/whatsapp/tap-id.ts';
import { typedKeys } from '../../../src/channels/whatsapp/typed-keys.ts';

const screen = (fields: Partial<Reply> = {}): Reply => ({ text: 'Que voulez-vous ?', options: [], menu: 'Choisir', back: 'Retour', more: 'Suite', over: false, step: 4, ...fields });
const options = (...labels: string[]): Option[] => labels.map((label, index) => ({ id: `o${index + 1}`, label }));
const many = (count: number) => options(...Array.from({ length: count }, (_, index) => `Produit ${index + 1}`));
const formOf = (message: WhatsAppMessage) => (message.type === 'interactive' ? message.interactive.type : message.type);
const shown = (fields: Partial<Reply>) => describeWhatsApp(renderWhatsApp(screen(fields)));

describe('the JSON Meta gets', () => {
  test('a text', () => {
    expect(renderWhatsApp(screen())).toStrictEqual({ type: 'text', text: { body: 'Que voulez-vous ?' } });
  });

  test('buttons, which know their step', () => {
    expect(renderWhatsApp(screen({ options: options('Oui', 'Non') }))).toStrictEqual({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Que voulez-vous ?' },
        action: { buttons: [{ type: 'reply', reply: { title: 'Oui', id: 's4:o1' } }, { type: 'reply', reply: { title: 'Non', id: 's4:o2' } }] },
      },
    });
  });

  test('a list', () => {
    expect(renderWhatsApp(screen({ options: [...many(3), { id: 'wax', label: 'Wax 6 yards', hint: '18 000 F' }] }))).toStrictEqual({
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'Que voulez-vous ?' },
        action: {
          button: 'Choisir',
          sections: [{ rows: [{ id: 's4:o1', title: 'Produit 1' }, { id: 's4:o2', title: 'Produit 2' }, { id: 's4:o3', title: 'Produit 3' }, { id: 's4:wax', title: 'Wax 6 yards', description: '18 000 F' }] }],
        },
      },
    });
  });

  test.each<[string, Partial<Reply>, object]>([
    ['a link', { link: { label: 'Payer', url: 'https://griot.example/r/x' } }, { type: 'cta_url', action: { name: 'cta_url', parameters: { display_text: 'Payer', url: 'https://griot.example/r/x' } } }],
    ['a request for a place', { request: 'location' }, { type: 'location_request_message', action: { name: 'send_location' } }],
    ['a request for the number', { request: 'contact' }, { type: 'request_contact_info', action: { name: 'request_contact_info' } }],
  ])('%s', (_, fields, expected) => {
    expect(renderWhatsApp(screen(fields))).toStrictEqual({ type: 'interactive', interactive: { body: { text: 'Que voulez-vous ?' }, ...expected } });
  });

  test('a document over its words; where there is something to tap, or too much to read, after them', () => {
    const document = { url: 'https://griot.test/r/a', fileName: 'recu.pdf' };
    const paper = { link: 'https://griot.test/r/a', filename: 'recu.pdf' };
    expect(renderWhatsApp(screen({ document }))).toStrictEqual({ type: 'document', document: { ...paper, caption: 'Que voulez-vous ?' } });
    expect(renderWhatsApp(screen({ document, text: '' }))).toStrictEqual({ type: 'document', document: paper });
    expect([paperAfter(screen({ document })), paperAfter(screen({}))]).toEqual([undefined, undefined]);
    for (const said of [screen({ document, options: options('Merci') }), screen({ document, text: 't'.repeat(1025) }), screen({ document, request: 'location' })]) {
      expect(renderWhatsApp(said).type).not.toBe('document');
      expect(paperAfter(said)).toStrictEqual({ type: 'document', document: paper });
    }
  });
});

describe('a screen takes the first form it fits whole', () => {
  const label = (length: number) => options('a'.repeat(length), 'b');
  const text = (length: number, count: number) => ({ text: 't'.repeat(length), options: many(count) });

  test.each<[string, Partial<Reply>, string]>([
    ['three options', { options: many(3) }, 'button'],
    ['four', { options: many(4) }, 'list'],
    ['ten', { options: many(10) }, 'list'],
    ['eleven', { options: many(11) }, 'text'],
    ['a label of 20', { options: label(20) }, 'button'],
    ['of 21', { options: label(21) }, 'list'],
    ['of 24', { options: label(24) }, 'list'],
    ['of 25', { options: label(25) }, 'text'],
    ['twice the same label', { options: options('Wax', 'Wax') }, 'text'],
    ['twice the same but for the case', { options: options('Wax', 'wax ') }, 'text'],
    ['twice the same but for the accents’ encoding', { options: options('é', 'e\u0301') }, 'text'],
    ['twice the same id', { options: [{ id: 'a', label: 'A' }, { id: 'a', label: 'B' }] }, 'text'],
    ['an empty label', { options: options('', 'b') }, 'text'],
    ['a label on two lines', { options: options('a\nb') }, 'text'],
    ['two options, one with a hint', { options: [{ id: 'a', label: 'A', hint: 'h' }, { id: 'b', label: 'B' }] }, 'list'],
    ['two options, with hints that say nothing', { options: [{ id: 'a', label: 'A', hint: ' ' }, { id: 'b', label: 'B', hint: '' }] }, 'button'],
    ['a hint of 72', { options: [{ id: 'a', label: 'A', hint: 'h'.repeat(72) }] }, 'list'],
    ['of 73', { options: [{ id: 'a', label: 'A', hint: 'h'.repeat(73) }] }, 'text'],
    ['a body of 1024', text(1024, 2), 'button'],
    ['of 1025', text(1025, 2), 'list'],
    ['of 4060 and a list', text(4060, 4), 'list'],
    ['an empty text', { text: ' ', options: many(2) }, 'text'],
    ['a list button of 21', { options: many(5), menu: 'm'.repeat(21) }, 'text'],
    ['a list button without a word', { options: many(5), menu: '' }, 'text'],
    ['an id of 250', { options: [{ id: 'i'.repeat(250), label: 'A' }] }, 'button'],
    ['of 250, in a list', { options: [{ id: 'i'.repeat(250), label: 'A' }, ...many(4)] }, 'text'],
    ['of 260', { options: [{ id: 'i'.repeat(260), label: 'A' }] }, 'text'],
    ['an id that ends in a blank', { options: [{ id: 'a ', label: 'A' }] }, 'text'],
    ['a link label of 21', { link: { label: 'l'.repeat(21), url: 'https://a.example' } }, 'text'],
    ['a link that is none', { link: { label: 'Payer', url: 'javascript:alert(1)' } }, 'text'],
    ['a link beside buttons', { link: { label: 'Payer', url: 'https://a.example' }, options: many(2) }, 'button'],
    ['a request beside options', { request: 'location', options: many(2) }, 'location_request_message'],
    ['a request with a long text', { request: 'contact', text: 't'.repeat(1025) }, 'text'],
    ['nine emoji', { options: options('🧵'.repeat(9), 'b') }, 'button'],
    ['eleven emoji', { options: options('🧵'.repeat(11), 'b') }, 'list'],
  ])('%s', (_, fields, form) => {
    expect(formOf(renderWhatsApp(screen(fields)))).toBe(form);
  });

  test.each<[string, Partial<Reply>]>([
    ['a text of 4097', { text: 't'.repeat(4097) }],
    ['a text and numbers that make 4097', { text: 't'.repeat(4085), options: many(11) }],
    ['no text and nothing to choose', { text: ' \n' }],
  ])('%s is an error of ours, never a cut', (_, fields) => {
    expect(() => renderWhatsApp(screen(fields))).toThrow(/does not fit/);
  });
});

describe('what Awa sees', () => {
  test.each<[string, Partial<Reply>, string]>([
    ['buttons', { options: options('Oui', 'Non') }, 'Que voulez-vous ?\n[Oui]\n[Non]'],
    ['a list', { options: [...many(3), { id: 'w', label: 'Wax', hint: '18 000 F' }] }, 'Que voulez-vous ?\n[Produit 1]\n[Produit 2]\n[Produit 3]\n[Wax] — 18 000 F'],
    ['typed numbers', { options: options('Une-étiquette-bien-trop-longue', 'Non') }, 'Que voulez-vous ?\n1. Une-étiquette-bien-trop-longue\n2. Non\n0. Retour'],
    ['typed numbers, at the end of a talk', { options: options('a'.repeat(30)), back: undefined as never }, `Que voulez-vous ?\n1. ${'a'.repeat(30)}`],
    ['keys that never change', { options: [{ id: 'a', label: 'a'.repeat(30), key: '4' }, { id: 'b', label: 'B', key: '7' }] }, `Que voulez-vous ?\n4. ${'a'.repeat(30)}\n7. B\n0. Retour`],
    ['keys that never change among numbers', { options: [...options('a'.repeat(30), 'B'), { id: 'x', label: 'X', key: '2' }] }, `Que voulez-vous ?\n1. ${'a'.repeat(30)}\n3. B\n2. X\n0. Retour`],
    ['numbers with hints', { options: [{ id: 'a', label: 'A', hint: 'h'.repeat(80) }] }, `Que voulez-vous ?\n1. A — ${'h'.repeat(80)}\n0. Retour`],
    ['no 0 under a plain question', {}, 'Que voulez-vous ?'],
    ['a link', { link: { label: 'Payer', url: 'https://a.example' } }, 'Que voulez-vous ?\n[link: Payer https://a.example]'],
    ['a link spelt out above buttons', { link: { label: 'Payer', url: 'https://a.example' }, options: options('OK') }, 'Que voulez-vous ?\nPayer: https://a.example\n[OK]'],
    ['a document', { document: { url: 'https://a.example', fileName: 'recu.pdf' } }, 'Que voulez-vous ?\n[document recu.pdf]'],
    ['a request for the place', { request: 'location' }, 'Que voulez-vous ?\n[location?]'],
    ['a request for the place, with a way out', { request: 'location', options: options('Sans adresse') }, 'Que voulez-vous ?\n1. Sans adresse\n0. Retour\n[location?]'],
    ['a request for the number', { request: 'contact' }, 'Que voulez-vous ?\n[contact?]'],
  ])('%s', (_, fields, expected) => {
    expect(shown(fields)).toBe(expected);
  });
});

describe('any screen', () => {
  const word = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'é', 'Z', ' ', '7', '🧵', 'ɖ', '\u0301'), minLength: 1, maxLength }).filter((text) => text.trim() !== '');
  const option = fc.record({ id: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }), label: word(40), hint: fc.option(word(90), { nil: undefined }) }, { requiredKeys: ['id', 'label'] });
  const reply = fc.record({
    text: word(1400),
    options: fc.uniqueArray(option, { maxLength: 14, selector: ({ id }) => id }),
    menu: fc.oneof(fc.constant('Choisir'), word(25)),
    request: fc.option(fc.constantFrom('location', 'contact'), { nil: undefined }),
    link: fc.option(fc.record({ label: word(30), url: fc.webUrl() }), { nil: undefined }),
    step: fc.nat(),
  });

  test('keeps every limit of Meta, never two titles alike, and loses no label', () => {
    fc.assert(
      fc.property(reply, (fields) => {
        const message = renderWhatsApp(screen(fields as Partial<Reply>));
        const seen = describeWhatsApp(message);
        for (const { label, hint } of fields.options) expect(seen).toContain(hint === undefined ? label : hint);
        expect(seen).toContain(fields.text);
        if (message.type === 'text') expect(message.text.body.length).toBeLessThanOrEqual(4096);
        else if (message.type === 'interactive') checkLimits(message.interactive);
        else throw new Error(message.type);
      }),
    );
  });

  function checkLimits(interactive: Extract<WhatsAppMessage, { type: 'interactive' }>['interactive']) {
    const size = interactive.body.text.trim() === '' ? 0 : interactive.body.text.length;
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(interactive.type === 'list' ? 4096 : 1024);
    if (interactive.type === 'cta_url') expect(interactive.action.parameters.display_text.length).toBeLessThanOrEqual(20);
    if (interactive.type === 'list') expect(interactive.action.button.length).toBeLessThanOrEqual(20);
    const titles = interactive.type === 'list' ? interactive.action.sections.flatMap(({ rows }) => rows) : interactive.type === 'button' ? interactive.action.buttons.map(({ reply }) => reply) : [];
    const max = interactive.type === 'list' ? { count: 10, title: 24, id: 200 } : { count: 3, title: 20, id: 256 };
    expect(titles.length).toBeLessThanOrEqual(max.count);
    expect(new Set(titles.map(({ title }) => title)).size).toBe(titles.length);
    expect(new Set(titles.map(({ id }) => id)).size).toBe(titles.length);
    for (const row of titles) {
      expect(row.title.trim()).not.toBe('');
      expect(row.title.length).toBeLessThanOrEqual(max.title);
      expect(row.id.length).toBeLessThanOrEqual(max.id);
      if ('description' in row) expect(String(row.description).length).toBeLessThanOrEqual(72);
    }
  }

  test('gives back from a tap the step and the option it was made of', () => {
    fc.assert(fc.property(fc.nat({ max: 999_999_999 }), fc.string({ unit: 'binary' }), (step, id) => {
      expect(parseTapId(tapId(step, id))).toEqual({ step, option: id });
    }));
  });

  test('has one key for each option, and no two alike', () => {
    const keyed = fc.uniqueArray(fc.record({ id: fc.string(), label: fc.string(), key: fc.option(fc.integer({ min: 1, max: 12 }).map(String), { nil: undefined }) }, { requiredKeys: ['id', 'label'] }), { maxLength: 30, selector: ({ key }) => key ?? Symbol() });
    fc.assert(
      fc.property(keyed, (list) => {
        const keys = typedKeys(list as Option[]).map(({ key }) => key);
        expect(new Set(keys).size).toBe(list.length);
        expect(keys).not.toContain('');
        expect(keys).not.toContain('0');
      }),
    );
  });
});

describe('a tap that is not of our making', () => {
  test.each(['priority_express', 's:a', 'sx:a', 's-1:a', 's1', '', 's99999999999999999999:a'])('%s is the option itself', (id) => {
    expect(parseTapId(id)).toEqual({ option: id });
  });
});
