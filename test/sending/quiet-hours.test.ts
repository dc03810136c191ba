import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { morning } from '../../src/sending/quiet-hours.ts';

const HOUR_MS = 3_600_000;
const localTime = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at);
const isNight = (time: string): boolean => time >= '21:00:00' || time < '07:00:00';

/** Where nothing ever moves the clocks, and where something does: clients and sellers abroad have their hours too. */
const STEADY = ['Africa/Dakar', 'Africa/Porto-Novo', 'Africa/Nairobi', 'Africa/Johannesburg', 'Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'];
const SHIFTING = ['Europe/Paris', 'America/Montreal', 'Africa/Cairo', 'Africa/Casablanca', 'Australia/Lord_Howe'];
const moments = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2029-12-31T23:59:59Z'), noInvalidDate: true });

/** One hour more or less in the night in which clocks are moved. */
const longest = (zone: string): number => (STEADY.includes(zone) ? 10 : 11) * HOUR_MS;

describe('the end of the night', () => {
  test('is seven in the morning there, ahead of us, and within the length of a night; by day there is none', () => {
    fc.assert(fc.property(fc.constantFrom(...STEADY, ...SHIFTING), moments, (zone, now) => {
      const until = morning(now, zone);
      expect(until !== undefined).toBe(isNight(localTime(now, zone)));
      if (until === undefined) return;
      expect(localTime(until, zone)).toBe('07:00:00');
      expect(until.getTime()).toBeGreaterThan(now.getTime());
      expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(longest(zone));
    }), { numRuns: 3_000 });
  });

  test('is exact to the second on either side of nine in the evening and of seven', () => {
    const at = (time: string) => morning(new Date(`2026-11-20T${time}Z`), 'Africa/Dakar')?.toISOString();
    expect(['20:59:59.999', '21:00:00.000', '23:59:59.999'].map(at)).toEqual([undefined, '2026-11-21T07:00:00.000Z', '2026-11-21T07:00:00.000Z']);
    expect(['00:00:00.000', '06:59:59.999', '07:00:00.000'].map(at)).toEqual(['2026-11-20T07:00:00.000Z', '2026-11-20T07:00:00.000Z', undefined]);
  });

  test.each([
    ['forward', '2027-03-27T22:00:00Z', '2027-03-28T05:00:00.000Z'],
    ['forward, from between the two hours', '2027-03-28T00:59:00Z', '2027-03-28T05:00:00.000Z'],
    ['back', '2027-10-30T20:00:00Z', '2027-10-31T06:00:00.000Z'],
    ['back, in the hour that comes twice', '2027-10-31T01:30:00Z', '2027-10-31T06:00:00.000Z'],
  ])('in the night in which clocks go %s', (_, now, until) => {
    expect(morning(new Date(now), 'Europe/Paris')?.toISOString()).toBe(until);
  });

  test('of a place nobody knows is that of UTC: a business misspelt must not hold up the others', () => {
    expect(morning(new Date('2026-11-20T23:00:00Z'), 'Afrique/Cotonou')?.toISOString()).toBe('2026-11-21T07:00:00.000Z');
    expect(morning(new Date('2026-11-20T12:00:00Z'), '')).toBeUndefined();
  });
});
