import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { shape } from '../../src/conversation/shape.ts';
import { sayer } from '../../src/i18n.ts';
import { replyOf, shots, texts } from './longest-screens.ts';

type Printed = { ussd: { id: string; template: string }[] };
const { ussd: printed } = JSON.parse(readFileSync(new URL('../fixtures/menus.json', import.meta.url), 'utf8')) as Printed;

/** The printed menus that exist today: where each is, and how many lines stand above its choices. */
const TODAY: [id: string, screen: string, above: number][] = [
  ['U0', 'welcome.who', 1], ['U0b', 'profile.which', 1], ['U0c', 'resume.offered', 1], ['U9', 'consent.which', 1], ['UPIN', 'pin.code', 2],
  ['C0', 'home.client', 1], ['C8', 'home.clientMore', 0], ['O0', 'home.owner', 1], ['G0', 'home.manager', 1], ['E0', 'home.employee', 1], ['A0', 'home.affiliate', 1], ['S0', 'home.agent', 1],
];
/** Language and a person are behind 8 for everybody; these menus print no 8. */
const NOT_PRINTED = new Set(['E0 8', 'A0 8', 'S0 8']);
/** Filled with what a shared phone really holds: the printed list has room for 18 letters each. */
const PROFILES = { profiles: [{ id: 'p1', label: 'Afi (cliente)' }, { id: 'p2', label: 'Atelier Afi' }, { id: 'p3', label: 'KOFI23 parrain' }, { id: 'new' }] };

const templateOf = (id: string): string[] => (printed.find((menu) => menu.id === id)?.template ?? '').replace(/\{app:.*?\}/, 'Griot').split('\n');
/** `{name:12|Afi}` stands for 12 letters at most. */
const pattern = (line: string) => new RegExp(`^${line.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+:(\d+)\\\|.*?\}/g, '.{1,$1}')}$`);

function screenOf(name: string): string[] {
  const shot = shots.find((each) => each.name === name);
  if (shot === undefined) throw new Error(`there is no ${name}`);
  const filled = { ...shot, context: { ...shot.context, ...(name === 'profile.which' ? PROFILES : {}) } };
  return shape('ussd', replyOf(filled, 'fr', 'ussd'), [], 0, 160).text.slice('CON '.length).split('\n');
}

describe.each(TODAY)('printed menu %s is %s', (id, name, above) => {
  const [template, screen] = [templateOf(id), screenOf(name)];
  const isChoice = (line: string) => /^\d\./.test(line);

  test('the same words on top, as long at most', () => {
    for (const [at, line] of template.slice(0, above).entries()) expect(screen[at]).toMatch(pattern(line));
  });

  test('each choice under its printed number, with its printed words; what does not exist yet leaves its number unused', () => {
    const odd = screen.filter(isChoice).filter((line) => !template.some((each) => isChoice(each) && pattern(each).test(line)));
    expect(odd.filter((line) => !NOT_PRINTED.has(`${id} ${line[0] ?? ''}`))).toEqual([]);
    expect(screen.filter(isChoice).length).toBeGreaterThan(0);
  });

  test('0 does what is printed', () => {
    expect(screen.at(-1)).toBe(template.at(-1));
  });
});

test('UERR: the first line of a wrong answer is the printed one', () => {
  expect(sayer(texts, 'fr', 'ussd')('common.notUnderstood', { typed: '123456789' })).toMatch(pattern(templateOf('UERR')[0] ?? ''));
});

test('no other product is named', () => {
  expect(shots.flatMap((shot) => (['fr', 'en'] as const).map((language) => replyOf(shot, language, 'whatsapp').text)).filter((text) => /atelier ?plus/i.test(text))).toEqual([]);
});
