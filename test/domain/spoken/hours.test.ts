import { expect, test } from '@jest/globals';
import { readHours } from '../../../src/domain/spoken/hours.ts';

const week = (days: string, opens = '', closes = '') => ({ workdays: Array.from(days, Number), hours: opens === '' ? null : { opens, closes } });

test.each([
  ['lun-sam 8h-18h', week('123456', '08:00', '18:00')],
  ['lundi au vendredi de 8h30 à 17h', week('12345', '08:30', '17:00')],
  ['Du lundi au samedi, 9 h 00 - 18 h 30', week('123456', '09:00', '18:30')],
  ['tous les jours 8h-20h', week('1234567', '08:00', '20:00')],
  ['every day 7-20', week('1234567', '07:00', '20:00')],
  ['mon-fri 8:00-17:00', week('12345', '08:00', '17:00')],
  ['mar mer jeu 9-17', week('234', '09:00', '17:00')],
  ['mardi, jeudi et samedi', week('246')],
  ['sam-lun 8h-12h', week('167', '08:00', '12:00')],
  ['lun-ven 8h-12h 15h-19h', week('12345', '08:00', '19:00')],
  ['8h-18h lun–sam', week('123456', '08:00', '18:00')],
  ['LUN – VEN 8H À 24H', week('12345', '08:00', '24:00')],
])('%s', (typed, read) => expect(readHours(typed)).toEqual(read));

test.each(['', '8h-18h', 'lun-sam 18h-8h', 'lun-sam 8h', 'lun-sam 25h-26h', 'lun-sam 8h70-9h', 'le matin', 'lun-sam 8h-18h sauf fetes', 'comme tout le monde'])('« %s » is not understood, and asked again', (typed) => expect(readHours(typed)).toBeUndefined());
