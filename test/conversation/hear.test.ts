import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Content } from '../../src/channels/channel.ts';
import { hearAttachment, hearTap, hearText, type Meant } from '../../src/conversation/hear.ts';
import type { Shown } from '../../src/db/desk.ts';

const shown = (rest: Partial<Shown>): Shown => ({ keys: {}, options: [], page: 0, pages: 1, back: '', free: false, secret: false, ...rest });
const MORE = shown({
  keys: { 4: 'language', 5: 'profile', 6: 'workshop', 8: 'data' },
  options: [{ id: 'language', label: 'Langue' }, { id: 'profile', label: 'Changer de profil' }, { id: 'workshop', label: 'Parler à l’atelier' }, { id: 'data', label: 'Mes données' }],
  back: 'Retour',
});
const RESUME = shown({ keys: { 1: 'yes', 2: 'no' }, options: [{ id: 'yes', label: 'Oui, reprendre' }, { id: 'no', label: 'Non, recommencer' }], back: 'Menu' });
const ENGLISH = shown({ keys: { 1: 'yes', 2: 'no' }, options: [{ id: 'yes', label: 'Yes, go on' }, { id: 'no', label: 'No, begin again' }], back: 'Menu' });
const PRODUCTS = shown({
  keys: { 1: 'p9', 2: 'p10' },
  options: [{ id: 'p1', label: 'Robe wax' }, { id: 'p2', label: 'Robe bazin' }, { id: 'p9', label: 'Boubou' }, { id: 'p10', label: '7 mètres' }, { id: 'p11', label: '👗' }],
  page: 1, pages: 3, back: 'Retour',
});
const NAME = shown({ free: true, back: 'Annuler' });

const chose = (id: string): Meant => ({ kind: 'heard', heard: { type: `chose.${id}`, id }, option: id });
const BACK: Meant = { kind: 'heard', heard: { type: 'back' } };
const said = (text: string): Meant => ({ kind: 'heard', heard: { type: 'said', text } });
const unclear = (typed: string): Meant => ({ kind: 'unclear', typed });

describe('on a menu', () => {
  test.each<[string, Meant]>([
    ['4', chose('language')], [' 8 ', chose('data')], ['8.', chose('data')], ['(8)', chose('data')], ['8️⃣', chose('data')], ['n 8', unclear('n 8')],
    ['7', unclear('7')], ['88', unclear('88')], ['08', unclear('08')], ['9', unclear('9')],
    ['0', BACK], ['0.', BACK], ['retour', BACK], ['RETOUR !', BACK],
    ['mes données', chose('data')], ['MES DONNEES', chose('data')], ['Mes  donnees?', chose('data')], ['donnees', chose('data')],
    ['mes', chose('data')], ['par', chose('workshop')], ['atelier', chose('workshop')], ['l\'atelier', chose('workshop')], ['changer', chose('profile')],
    ['me', unclear('me')], ['la', unclear('la')], ['donnees mes', unclear('donnees mes')],
    ['langue', chose('language')], ['menu', { kind: 'word', word: 'menu' }], ['Aide-moi', unclear('Aide-moi')], ['aide', { kind: 'word', word: 'help' }],
    ['annuler', { kind: 'word', word: 'cancel' }], ['', unclear('')], ['   ', unclear('')], ['?!', unclear('?!')], ['👍', unclear('👍')],
  ])('%j', (typed, meant) => {
    expect(hearText(typed, MORE)).toEqual(meant);
  });
});

describe('a list on its second page', () => {
  test.each<[string, Meant]>([
    ['1', chose('p9')], ['2', chose('p10')], ['3', unclear('3')], ['9', { kind: 'page', to: 2 }], ['0', { kind: 'page', to: 0 }], ['retour', { kind: 'page', to: 0 }],
    ['boubou', chose('p9')], ['7 metres', chose('p10')], ['robe', unclear('robe')], ['robe w', chose('p1')], ['bazin', chose('p2')], ['👗', unclear('👗')],
  ])('%j', (typed, meant) => {
    expect(hearText(typed, PRODUCTS)).toEqual(meant);
  });

  test('9 on the last page goes nowhere', () => {
    expect(hearText('9', { ...PRODUCTS, page: 2 })).toEqual(unclear('9'));
  });
});

describe('yes and no', () => {
  test.each<[Shown, string, Meant]>([
    [RESUME, 'oui', chose('yes')], [RESUME, 'Non.', chose('no')], [RESUME, 'reprendre', chose('yes')], [RESUME, 'menu', BACK], [RESUME, 'recommencer', chose('no')],
    [ENGLISH, 'no', chose('no')], [ENGLISH, 'YES', chose('yes')], [ENGLISH, 'start', { kind: 'stop', word: 'resume' }], [ENGLISH, 'n', unclear('n')],
  ])('%#: %j', (screen, typed, meant) => {
    expect(hearText(typed, screen)).toEqual(meant);
  });
});

describe('where a name is asked', () => {
  test.each<[string, Meant]>([
    ['Awa Koffi', said('Awa Koffi')], ['  Awa ', said('Awa')], ['12', said('12')], ['7', said('7')], ['👩🏿', said('👩🏿')], ['constructor', said('constructor')], ['__proto__', said('__proto__')],
    ['0', BACK], ['annuler', BACK], ['ANNULER!', BACK], ['', unclear('')],
    ['menu', { kind: 'word', word: 'menu' }], ['Home', { kind: 'word', word: 'menu' }], ['stop', { kind: 'stop', word: 'stop' }], ['Reprendre', { kind: 'stop', word: 'resume' }],
    ['stop the press', said('stop the press')], ['menuiserie', said('menuiserie')],
  ])('%j', (typed, meant) => {
    expect(hearText(typed, NAME)).toEqual(meant);
  });
});

describe('STOP words', () => {
  test.each<[string, Meant]>([
    ['STOP', { kind: 'stop', word: 'stop' }], ['stop.', { kind: 'stop', word: 'stop' }], ['Arrêt', { kind: 'stop', word: 'stop' }], ['ARRETEZ', { kind: 'stop', word: 'stop' }],
    ['Stop  tout !', { kind: 'stop', word: 'stopAll' }], ['stop-all', { kind: 'stop', word: 'stopAll' }], ['reprendre', { kind: 'stop', word: 'resume' }], ['start', { kind: 'stop', word: 'resume' }],
  ])('%j on every screen, and where there is none', (typed, meant) => {
    for (const screen of [null, MORE, PRODUCTS, NAME]) expect(hearText(typed, screen)).toEqual(meant);
  });

  test('a choice that begins so does not stand in the way', () => {
    const consent = shown({ keys: { 2: 'stop', 3: 'stopAll' }, options: [{ id: 'stop', label: 'Stop promos et rappels' }, { id: 'stopAll', label: 'Stop tout' }] });
    expect([hearText('stop', consent), hearText('stop tout', consent), hearText('stop promos', consent)]).toEqual([{ kind: 'stop', word: 'stop' }, { kind: 'stop', word: 'stopAll' }, chose('stop')]);
  });
});

describe('whatever is typed', () => {
  const screens = fc.constantFrom<(Shown | null)[]>(null, MORE, PRODUCTS, RESUME, NAME);
  const odd = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty', '\u202e8', '٨', '８', 'ﬁn'), fc.stringMatching(/^[0-9 .*#]{0,12}$/));

  test('it means something, and a choice is always one that is offered', () => {
    fc.assert(fc.property(odd, screens, (typed, screen) => {
      const meant = hearText(typed, screen);
      if (meant.kind === 'heard' && meant.option !== undefined) expect(screen?.options.map(({ id }) => id)).toContain(meant.option);
      if (meant.kind === 'page') expect(meant.to >= 0 && meant.to < (screen?.pages ?? 0)).toBe(true);
      if (screen === null) expect(['stop', 'word', 'unclear']).toContain(meant.kind);
    }));
  });

  test('accents, case, marks and spaces make no difference', () => {
    const said = fc.constantFrom('mes données', 'langue', 'Parler à l’atelier', 'changer de profil', 'stop tout', 'menu', '8', '0');
    const dressed = fc.tuple(said, fc.constantFrom('', ' ', '!', ' ?', '...', ' 🙏'), fc.boolean(), fc.boolean()).map(([text, mark, loud, bare]) => {
      const plain = bare ? text.normalize('NFD').replace(/\p{M}/gu, '') : text.normalize('NFD');
      return { text, typed: `${mark}${loud ? plain.toUpperCase() : plain}${mark}` };
    });
    fc.assert(fc.property(dressed, ({ text, typed }) => {
      expect(hearText(typed, MORE)).toEqual(hearText(text, MORE));
    }));
  });

  test('a text as long as WhatsApp takes is heard at once', () => {
    const long = 'mes données '.repeat(341).trim();
    expect(hearText(long, MORE)).toEqual(unclear(long));
    expect(hearText(long, NAME)).toEqual(said(long));
  });
});

describe('a tap', () => {
  const now = { step: 7, via: { step: 6, option: 'more' }, session: {} };
  test.each<[string, Parameters<typeof hearTap>[0], Shown | null, Meant]>([
    ['of this step', { step: 7, option: 'data' }, MORE, chose('data')],
    ['just made', { step: 6, option: 'more' }, MORE, { kind: 'repeat' }],
    ['of another choice of the step before', { step: 6, option: 'data' }, MORE, { kind: 'stale' }],
    ['of an old step', { step: 3, option: 'data' }, MORE, { kind: 'stale' }],
    ['of this step, for what is not shown', { step: 7, option: 'pay' }, MORE, { kind: 'stale' }],
    ['of this step, when nothing is shown', { step: 7, option: 'data' }, null, { kind: 'stale' }],
    ['of a template, without a step', { step: undefined, option: 'data' }, MORE, chose('data')],
    ['of a template, for what is not shown', { step: undefined, option: 'pay' }, MORE, { kind: 'stale' }],
    ['named like what every object has', { step: 7, option: 'constructor' }, MORE, { kind: 'stale' }],
  ])('%s', (_name, tap, screen, meant) => {
    expect(hearTap(tap, screen, now)).toEqual(meant);
  });

  test('of the last question of a conversation that is over was answered; of one before, it is old', () => {
    expect([6, 5].map((step) => hearTap({ step, option: 'data' }, null, { step: 7, via: null, session: null }).kind)).toEqual(['answered', 'stale']);
  });

  test('with nothing tapped before, no tap is a repetition', () => {
    expect(hearTap({ step: undefined, option: 'data' }, null, { step: 0, via: null, session: null })).toEqual({ kind: 'stale' });
  });
});

test('a photo and a place can be heard by a flow, a card and a sticker’s text cannot', () => {
  const photo: Content = { type: 'media', media: { kind: 'image', id: 'm1', mime: 'image/jpeg', caption: '42 coupe' } };
  expect(hearAttachment(photo, 7)).toEqual({ type: 'sent', media: { kind: 'image', id: 'm1', eventId: 7, caption: '42 coupe' } });
  expect(hearAttachment({ type: 'location', latitude: 6.3, longitude: 2.4 }, 7)).toEqual({ type: 'located', latitude: 6.3, longitude: 2.4 });
  expect(hearAttachment({ type: 'cards', cards: [], own: false }, 7)).toBeUndefined();
});
