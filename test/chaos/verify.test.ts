import { describe, expect, test } from '@jest/globals';
import type { Said } from '../../chaos/crowd/ledger.ts';
import type { Evidence, Sent } from '../../chaos/verdict/evidence.ts';
import { ACT } from '../../chaos/verdict/expected-talk.ts';
import { verify } from '../../chaos/verdict/verify.ts';

const AWA = '+2290196100001';
const KOFI = '+2290196100002';
const INES = '+2290196100003';

/** Three people, one on each channel, and nothing wrong: four messages, three SMS, a call of three hops. */
function good(): Evidence {
  const said: Said[] = [
    ...['m1c1', 'm2c1', ACT, 'm3c1'].map((text, n): Said => ({ contact: AWA, channel: 'whatsapp', event: `wamid.${n}`, text, outcome: 'taken' })),
    ...['m1c2', 'm2c2', 'm3c2'].map((text, n): Said => ({ contact: KOFI, channel: 'sms', event: `sms.${n}`, text, outcome: 'taken' })),
    ...['', 'm1c3', 'm2c3'].map((text, n): Said => ({ contact: INES, channel: 'ussd', event: `ussd.${n}`, text, outcome: 'taken', screen: `CON Choix non valide: ${text}` })),
  ];
  const letters = said.map(({ event, contact, channel }, at) => ({ id: at + 1, event, contact, channel, status: 'done' }));
  const turns = said.map(({ contact, channel, text }, at) => ({ letter: at + 1, contact, channel, text }));
  const written = turns.filter(({ channel }) => channel !== 'ussd');
  return {
    said, letters, turns,
    parcels: written.map(({ letter, contact, channel, text }) => ({ key: `turn:${letter}:0`, letter, contact, channel, status: 'sent', text: `re ${text}`, doubts: 0 })),
    sent: written.map(({ letter, contact, channel, text }, at): Sent => ({ channel: channel === 'sms' ? 'sms' : 'whatsapp', contact, key: channel === 'sms' ? null : `turn:${letter}:0`, text: `re ${text}`, at })),
    talks: [{ contact: AWA, flow: 'welcome', misses: 0, step: 2 }, { contact: KOFI, flow: 'welcome', misses: 2, step: 1 }, { contact: INES, flow: 'welcome', misses: 2, step: 1 }],
    acts: [{ contact: AWA, count: 1 }],
    backlog: 0,
  };
}

/** A copy without the one at this place, with the one at this place twice, or with two neighbours exchanged. */
const without = <T>(all: T[], at: number): T[] => all.toSpliced(at, 1);
const twice = <T>(all: T[], at: number): T[] => all.toSpliced(at, 0, ...all.slice(at, at + 1));
const exchanged = <T>(all: T[], at: number): T[] => all.toSpliced(at, 2, ...all.slice(at, at + 2).toReversed());

const counts = (evidence: Evidence, ...terms: [Parameters<typeof verify>[1]?]) => {
  const { lost, doubled, swapped, torn, resent, sms } = verify(evidence, ...terms);
  return { lost: lost.length, doubled: doubled.length, swapped: swapped.length, torn: torn.length, resent, reported: sms.reported, seen: sms.seen, unreported: sms.unreported.length };
};
const NOTHING = { lost: 0, doubled: 0, swapped: 0, torn: 0, resent: 0, reported: 0, seen: 0, unreported: 0 };

test('nothing is found where nothing is wrong', () => {
  expect(verify(good()).messages).toBe(10);
  expect(counts(good())).toEqual(NOTHING);
});

const [AN_ANSWER, AN_SMS] = [1, 4];
const WRONG: [string, (evidence: Evidence) => Evidence, Partial<typeof NOTHING>][] = [
  ['a message that was accepted and never stored is lost', (e) => ({ ...e, letters: without(e.letters, 8) }), { lost: 1 }],
  ['a message without a turn is lost, and its conversation stands elsewhere', (e) => ({ ...e, turns: without(e.turns, 9) }), { lost: 1, torn: 1 }],
  ['a message that was parked is lost', (e) => ({ ...e, letters: e.letters.map((letter) => (letter.id === 10 ? { ...letter, status: 'parked' } : letter)) }), { lost: 1 }],
  ['a turn without a reply is lost', (e) => ({ ...e, parcels: without(e.parcels, AN_ANSWER), sent: without(e.sent, AN_ANSWER) }), { lost: 1 }],
  ['a reply that never reached WhatsApp is lost', (e) => ({ ...e, sent: without(e.sent, AN_ANSWER) }), { lost: 1 }],
  ['a reply that never reached the SMS network is lost', (e) => ({ ...e, sent: without(e.sent, AN_SMS) }), { lost: 1 }],
  ['a message played twice is doubled, and its conversation stands elsewhere', (e) => ({ ...e, turns: twice(e.turns, 9) }), { doubled: 1, torn: 1 }],
  ['a message whose rows were written twice is doubled', (e) => ({ ...e, acts: [{ contact: AWA, count: 2 }] }), { doubled: 1 }],
  ['a reply that WhatsApp got twice is doubled', (e) => ({ ...e, sent: twice(e.sent, AN_ANSWER) }), { doubled: 1 }],
  ['two messages played in the wrong order are swapped', (e) => ({ ...e, turns: exchanged(e.turns, 4) }), { swapped: 1 }],
  ['two hops played in the wrong order are swapped', (e) => ({ ...e, turns: exchanged(e.turns, 8) }), { swapped: 1 }],
  ['two answers in the wrong order are swapped', (e) => ({ ...e, sent: exchanged(e.sent, AN_ANSWER) }), { swapped: 1 }],
  ['two SMS in the wrong order are swapped', (e) => ({ ...e, sent: exchanged(e.sent, AN_SMS) }), { swapped: 1 }],
  ['the screen of another hop is swapped', (e) => ({ ...e, said: e.said.map((each) => (each.text === 'm2c3' ? { ...each, screen: 'CON Choix non valide: m1c3' } : each)) }), { swapped: 1 }],
  ['a conversation that counts wrongly is torn', (e) => ({ ...e, talks: e.talks.map((talk) => (talk.contact === KOFI ? { ...talk, misses: 3 } : talk)) }), { torn: 1 }],
  ['a conversation that is not there is torn', (e) => ({ ...e, talks: without(e.talks, 0) }), { torn: 1 }],
  ['an SMS sent twice without a word is told', (e) => ({ ...e, sent: twice(e.sent, AN_SMS) }), { seen: 1, unreported: 1 }],
];

describe('each fault is found, once, and nothing else', () => {
  test.each(WRONG)('%s', (_says, spoil, found) => {
    expect(counts(spoil(good()))).toEqual({ ...NOTHING, ...found });
  });
});

describe('what is no broken promise', () => {
  test('an SMS sent twice that Griot reports as possibly doubled', () => {
    const evidence = good();
    expect(counts({ ...evidence, sent: twice(evidence.sent, AN_SMS), parcels: evidence.parcels.map((parcel, at) => (at === AN_SMS ? { ...parcel, doubts: 1 } : parcel)) })).toEqual({ ...NOTHING, reported: 1, seen: 1 });
  });

  test('WhatsApp sent twice while no status comes', () => {
    expect(counts({ ...good(), sent: twice(good().sent, AN_ANSWER) }, { statusesWithheld: true })).toEqual({ ...NOTHING, resent: 1 });
  });

  test('news that overtake an answer, and talk that its scenario knows', () => {
    const evidence = good();
    const news = { key: 'payment:1', letter: null, contact: AWA, channel: 'whatsapp' as const, status: 'sent', text: null, doubts: 0 };
    const overtaking = { ...evidence, parcels: [...evidence.parcels, news], sent: [{ channel: 'whatsapp' as const, contact: AWA, key: 'payment:1', text: 'payé', at: 0 }, ...evidence.sent] };
    expect(counts(overtaking)).toEqual(NOTHING);
    expect(counts({ ...evidence, talks: without(evidence.talks, 0) }, { ownTalk: true })).toEqual(NOTHING);
  });

  test('a turn without a reply where replies are withheld', () => {
    const evidence = good();
    expect(counts({ ...evidence, parcels: without(evidence.parcels, AN_ANSWER), sent: without(evidence.sent, AN_ANSWER) }, { repliesWithheld: true })).toEqual(NOTHING);
  });

  test('a hop without a screen that was heard, or not, or late', () => {
    const evidence = good();
    const unsure = evidence.said.map((each): Said => (each.text === 'm1c3' ? { contact: INES, channel: 'ussd', event: each.event, text: each.text, outcome: 'unsure' } : each));
    expect(counts({ ...evidence, said: unsure })).toEqual(NOTHING);
    expect(counts({ ...evidence, said: unsure, turns: exchanged(evidence.turns, 8) })).toEqual(NOTHING);
    const unheard = { ...evidence, said: unsure, letters: without(evidence.letters, 8), turns: without(evidence.turns, 8), talks: evidence.talks.map((talk) => (talk.contact === INES ? { ...talk, misses: 1 } : talk)) };
    expect(counts(unheard)).toEqual(NOTHING);
  });
});
