import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { AnyStateMachine } from 'xstate';
import type { Screen } from '../../flows/flow.ts';
import { flows } from '../../flows/index.ts';
import type { ChannelName } from '../../src/channels/channel.ts';
import { readCommand } from '../../src/conversation/grammar/read-command.ts';
import { STAGES, VERBS } from '../../src/conversation/grammar/vocabulary.ts';
import { hearText } from '../../src/conversation/hear.ts';
import { speak } from '../../src/conversation/speak.ts';
import { readDay } from '../../src/domain/spoken/day.ts';
import { plain } from '../../src/domain/spoken/plain.ts';
import { globalWord, stopWord } from '../../src/conversation/words.ts';
import { LANGUAGES, loadTexts, type Language } from '../../src/i18n.ts';
import { TEXTS } from './locale-texts.ts';

const CHANNELS: ChannelName[] = ['whatsapp', 'sms', 'ussd'];
const spellings = JSON.parse(readFileSync(new URL('../../locales/words.json', import.meta.url), 'utf8')) as Record<'always' | 'global', Record<string, string[]>>;
const words = [...Object.entries(spellings.always), ...Object.entries(spellings.global)];

describe('the words understood everywhere', () => {
  test('no spelling means two things', () => {
    const meanings = new Map<string, Set<string>>();
    for (const [word, ways] of words) for (const way of ways) meanings.set(plain(way), (meanings.get(plain(way)) ?? new Set()).add(word));
    expect([...meanings].filter(([, meant]) => meant.size > 1).map(([way, meant]) => `${way}: ${[...meant].join(', ')}`)).toEqual([]);
  });

  test('no spelling is nothing, or a number that would be a choice', () => {
    expect(words.flatMap(([, ways]) => ways).filter((way) => /^\d*$/.test(plain(way)))).toEqual([]);
  });

  /** A line, or the beginning of one, or what it is about. */
  const isLine = (word: string): boolean => readDay(word, '2026-11-20') !== undefined || STAGES.has(plain(word)) || VERBS.has(plain(word)) || readCommand(word, '2026-11-20').length > 0 || /^[\d ]+$/.test(word);
  /** Between stars or in capitals, in what a person is answered. What is left are names, and words that are no command. */
  const TOLD = /\*([^*]+)\*|(?<!\p{L})(\p{Lu}{2,}(?: \p{Lu}{2,})*)(?!\p{L})/gu;
  const NO_COMMAND = new Set(['AUJ', 'HIER', 'TODAY', 'YEST', 'Griot', 'Studio photo', 'Photo studio', 'CSV', 'PDF', 'PIN', 'RDV', 'SMS',
    'OK', 'RUPTURE', 'FAIBLE', 'STOCK FAIBLE', 'LOW', 'LOW STOCK', 'OUT', 'OUT OF STOCK']);
  /** What is written where goods are asked for is read as behind its verb. */
  const ANSWERS = /^((alert|analysis|chart|count|goodsIn|missing|product|purchase|sale|stockOf)\.goods|(debts|sale|settle)\.who|addGoods\..*|product\.ask\..*)$/;
  const ELSEWHERE = /^(admin|simulator|links|receipt|poster|keyPage|orders\.(status|short))\./;

  test.each(LANGUAGES)('each word the texts of %s tell people to write is understood', (language) => {
    const told = [...TEXTS[language]].filter(([key]) => !ELSEWHERE.test(key) && !ANSWERS.test(key)).flatMap(([key, text]) => [...text.matchAll(TOLD)].map(([, starred, capital]) => ({ key, word: starred ?? capital ?? '' })));
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(({ word }) => !word.includes('{') && !NO_COMMAND.has(word) && globalWord(word) === undefined && stopWord(word) === undefined && !isLine(word))).toEqual([]);
  });
});

describe('each language keeps to itself', () => {
  const FRENCH = /[àâçéèêëîïôûùœ]|\b(le|la|les|une|des|du|vous|votre|vos|nous|notre|est|sont|pour|avec|dans|sur|ne|pas|merci|bonjour|langue|retour|annuler|suite|choisissez|écrivez)\b/iu;
  const ENGLISH = /\b(the|your|you|of|is|are|to|and|with|we|will|write|choose|please|this|that|from|what|who|thank|hello)\b/iu;
  /** A language is offered in its own words. */
  const OFFERS: Record<Language, string[]> = {
    fr: ['language.which'],
    en: ['common.help', 'home.hint.language', 'language.choice.fr', 'language.which', 'language.which_ussd', 'simulator.emptyThread', 'welcome.choice.language', 'welcome.hint.language'],
  };

  test.each([['fr', ENGLISH], ['en', FRENCH]] as const)('%s', (language, foreign) => {
    expect([...TEXTS[language]].filter(([, text]) => foreign.test(text.replace(/\{\{.*?\}\}|\$t\(.*?\)/g, ''))).map(([key]) => key).sort()).toEqual(OFFERS[language]);
  });
});

describe('a choice of the screen goes before a word understood everywhere', () => {
  const texts = loadTexts();
  const machines: readonly AnyStateMachine[] = flows;

  function shadows(flow: AnyStateMachine, state: string, language: Language, channel: ChannelName): string[] {
    const screen = flow.states[state]?.meta as Screen<object> | undefined;
    if (screen?.say === undefined || typeof screen.choose === 'string' || flow.states[state]?.type === 'final') return [];
    const session = { flow: flow.id, version: '1', state, context: flow.config.context as Record<string, unknown>, page: 0 };
    const { options, back = '' } = speak({ session, screen, over: false, step: 1 }, { texts, language, channel });
    const shown = { keys: {}, options, page: 0, pages: 1, back, free: options.length === 0, secret: false };
    return words.flatMap(([word, ways]) => ways.flatMap((way) => {
      const meant = hearText(way, shown);
      // The word beside 0 is 0: that is no shadow; and what was just done is undone by « annuler ».
      return meant.kind === 'heard' && meant.option !== undefined && meant.option !== 'undo' ? [`${flow.id}.${state}: « ${plain(way)} » is ${meant.option}, elsewhere ${word}`] : [];
    }));
  }

  test('here, and here only: add a line by hand when it is meant so', () => {
    const found = machines.flatMap((flow) => Object.keys(flow.states).flatMap((state) => LANGUAGES.flatMap((language) => CHANNELS.flatMap((channel) => shadows(flow, state, language, channel)))));
    expect([...new Set(found)].sort()).toEqual([
      'consent.which: « recevoir » is resume, elsewhere resume',
      'data.confirming: « supprimer » is erase, elsewhere data',
      'data.menu: « recevoir » is export, elsewhere resume',
      'data.menu: « supprimer » is erase, elsewhere data',
      'handoff.waiting: « menu » is menu, elsewhere menu',
      'home.clientMore: « changer de profil » is profile, elsewhere profile',
      'home.clientMore: « language » is language, elsewhere language',
      'home.clientMore: « langue » is language, elsewhere language',
      'home.clientMore: « mes donnees » is data, elsewhere data',
      'home.clientMore: « my data » is data, elsewhere data',
      'home.clientMore: « profil » is profile, elsewhere profile',
      'home.clientMore: « profile » is profile, elsewhere profile',
      'home.sellingMore: « language » is language, elsewhere language',
      'home.sellingMore: « langue » is language, elsewhere language',
      'home.sellingMore: « parler a une personne » is human, elsewhere human',
      'home.sellingMore: « une personne » is human, elsewhere human',
      'home.sewingMore: « language » is language, elsewhere language',
      'home.sewingMore: « langue » is language, elsewhere language',
      'home.sewingMore: « parler a une personne » is human, elsewhere human',
      'home.sewingMore: « une personne » is human, elsewhere human',
      'home.shopMore: « language » is language, elsewhere language',
      'home.shopMore: « langue » is language, elsewhere language',
      'home.shopMore: « parler a une personne » is human, elsewhere human',
      'home.shopMore: « une personne » is human, elsewhere human',
      'home.staffMore: « language » is language, elsewhere language',
      'home.staffMore: « langue » is language, elsewhere language',
      'home.staffMore: « parler a une personne » is human, elsewhere human',
      'home.staffMore: « une personne » is human, elsewhere human',
      'home.workshopMore: « language » is language, elsewhere language',
      'home.workshopMore: « langue » is language, elsewhere language',
      'home.workshopMore: « parler a une personne » is human, elsewhere human',
      'home.workshopMore: « une personne » is human, elsewhere human',
      'language.which: « english » is en, elsewhere english',
      'language.which: « francais » is fr, elsewhere french',
      'offerHuman.offered: « menu » is no, elsewhere menu',
      'offerHuman.offered: « une personne » is yes, elsewhere human',
      'resume.offered: « reprendre » is yes, elsewhere resume',
      'tailoredOrder.offer: « annuler » is no, elsewhere cancel',
      'tailoredOrder.offer: « cancel » is no, elsewhere cancel',
      'welcome.who: « english » is language, elsewhere english',
      'welcome.who: « francais » is language, elsewhere french',
    ]);
  });
});
