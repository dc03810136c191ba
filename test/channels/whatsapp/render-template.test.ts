import { describe, expect, test } from '@jest/globals';
import { describeWhatsApp } from '../../../src/channels/whatsapp/describe.ts';
import { renderTemplate } from '../../../src/channels/whatsapp/render-template.ts';

describe('a template', () => {
  test('with blanks and buttons', () => {
    const message = renderTemplate({ name: 'order_ready', language: 'fr', parameters: ['Awa', '0042'], buttons: [{ index: 0, payload: 's1:ok' }, { index: 1, url: 'x7' }] });
    expect(message).toEqual({
      type: 'template',
      template: {
        name: 'order_ready',
        language: { code: 'fr', policy: 'deterministic' },
        components: [
          { type: 'body', parameters: [{ type: 'text', text: 'Awa' }, { type: 'text', text: '0042' }] },
          { type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 's1:ok' }] },
          { type: 'button', sub_type: 'url', index: 1, parameters: [{ type: 'text', text: 'x7' }] },
        ],
      },
    });
    expect(describeWhatsApp(message)).toBe('[template order_ready fr: Awa | 0042]');
  });

  test('without blanks has no components', () => {
    const message = renderTemplate({ name: 'hello', language: 'fr', parameters: [] });
    expect(message).toEqual({ type: 'template', template: { name: 'hello', language: { code: 'fr', policy: 'deterministic' } } });
    expect(describeWhatsApp(message)).toBe('[template hello fr]');
  });

  test('holds on one line what Meta refuses on several', () => {
    const message = renderTemplate({ name: 'hello', language: 'fr', parameters: [' a\n\tb     c\u00a0 '] });
    expect(describeWhatsApp(message)).toBe('[template hello fr: a b c]');
  });

  test.each([
    ['an empty blank', { name: 'hello', parameters: ['a', ' \n'] }],
    ['a name in capitals', { name: 'Hello', parameters: [] }],
    ['no name', { name: '', parameters: [] }],
  ])('with %s is an error of ours', (_, fields) => {
    expect(() => renderTemplate({ language: 'fr', ...fields })).toThrow(/template|blank/);
  });
});
