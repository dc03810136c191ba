import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { flag, html, renderHtml, type HtmlValue } from '../../src/web/html.ts';

const rows: [string, HtmlValue, string][] = [
  ['a script', '<script>alert("1")</script>', '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;'],
  ['quotes and ampersands', `a'b"c&d\`e`, 'a&#39;b&quot;c&amp;d&#96;e'],
  ['what is escaped already', '&amp;', '&amp;amp;'],
  ['a number', 0, '0'],
  ['nothing', undefined, ''],
  ['a false condition', false, ''],
  ['markup of its own', html`<b>${'<'}</b>`, '<b>&lt;</b>'],
  ['lists, also nested', ['<', [html`<i></i>`, null]], '&lt;<i></i>'],
];
test.each(rows)('%s', (_, value, expected) => {
  expect(renderHtml(html`<p title="x">${value}</p>`)).toBe(`<p title="x">${expected}</p>`);
});

test('JSON from outside cannot pass for markup', () => {
  const fromOutside = JSON.parse('{"html":"<script>","toString":"<script>"}') as unknown as string;
  expect(renderHtml(html`${fromOutside}`)).not.toContain('<script>');
});

test('no text leaves a quoted attribute or opens a tag', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const inside = renderHtml(html`<a title="${text}">`).slice('<a title="'.length, -'">'.length);
    expect(inside).not.toMatch(/[<>"'`]/);
  }));
});

test('an attribute is there or not', () => {
  expect(renderHtml(html`<input ${flag('checked', true)}><input ${flag('checked', false)}>`)).toBe('<input checked><input >');
});
