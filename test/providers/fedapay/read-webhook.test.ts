import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readWebhook } from '../../../src/providers/fedapay/read-webhook.ts';

const recorded = readFileSync('test/fixtures/fedapay/webhook_transaction_approved_sandbox_full.json');
const event = JSON.parse(recorded.toString());
const read = (body: unknown) => readWebhook(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));
const withEntity = (changes: object) => ({ ...event, entity: { ...event.entity, ...changes } });

describe('a webhook of FedaPay', () => {
  test('recorded, it says which transaction became what; the error it carries does not undo an approval', () => {
    expect(readWebhook(recorded)).toEqual({
      kind: 'transaction', name: 'transaction.approved', providerId: '235879', status: 'approved', amountXof: 22_000,
      key: 'transaction.approved:235879:2024-02-19T11:48:10.408Z',
    });
  });

  test('nobody\'s name, address, number or key is kept of it', () => {
    const kept = JSON.stringify([readWebhook(recorded), read(withEntity({ status: 'settled' })), read({ ...event, name: 'masked1234@example.com' })]);
    expect(kept).not.toMatch(/@|Masked|pk_sandbox|22964000001/);
  });

  test('our reference is read where there is one', () => {
    expect(read(withEntity({ merchant_reference: 'pay-1' }))).toMatchObject({ merchantRef: 'pay-1' });
  });

  test('two copies have one key, two events of a transaction two', () => {
    const late = withEntity({ updated_at: '2024-02-19T12:00:00.000Z' });
    expect(read(late).key).toBe(read(late).key);
    expect(new Set([read(event).key, read(late).key, read({ ...event, name: 'transaction.updated' }).key]).size).toBe(3);
  });

  test('without a time the bytes are its key', () => {
    const bare = { ...event, entity: { ...event.entity, updated_at: null } };
    expect(read(bare).key).toMatch(/^transaction\.approved:235879:[0-9a-f]{64}$/);
    expect(read(bare).key).not.toBe(read({ ...bare, seen: 2 }).key);
  });

  test.each([
    ['transferred', 'approved'], ['approved_partially_refunded', 'approved'], ['transferred_partially_refunded', 'approved'], ['refunded', 'refunded'],
    ['pending', 'pending'], ['declined', 'declined'], ['canceled', 'canceled'], ['expired', 'expired'],
  ])('«%s» is %s to us', (theirs, ours) => {
    expect(read(withEntity({ status: theirs }))).toMatchObject({ kind: 'transaction', status: ours });
  });

  test.each([
    ['a state that we do not know', withEntity({ status: 'half_approved' }), 'transaction.approved'],
    ['an amount of another currency', withEntity({ currency: { iso: 'GNF' } }), 'transaction.approved'],
    ['an amount with cents', withEntity({ amount: 220.5 }), 'transaction.approved'],
    ['an amount below nought', withEntity({ amount: -22_000 }), 'transaction.approved'],
    ['an id that is none', withEntity({ id: '235879/../1' }), 'transaction.approved'],
    ['news of a customer', { name: 'customer.updated', object: 'customer', entity: { id: 1, email: 'x@example.com' } }, 'customer.updated'],
    ['news of a payout', { name: 'payout.sent', entity: { id: 1, status: 'sent', amount: 100 } }, 'payout.sent'],
    ['an entry of their list of events, whose entity is a text', { type: 'transaction.approved', entity: JSON.stringify(event.entity) }, undefined],
    ['no JSON', '{"name":', undefined],
    ['nothing', '', undefined],
  ])('%s is unknown, and has its key', (_, body, name) => {
    expect(read(body)).toEqual({ kind: 'unknown', ...(name !== undefined && { name }), key: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('whatever is posted, it answers', () => {
    const anyEvent = fc.record({ name: fc.oneof(fc.constantFrom('transaction.approved', 'transaction.', 'payout.sent'), fc.string()), entity: fc.oneof(fc.jsonValue(), fc.record({ id: fc.jsonValue(), amount: fc.jsonValue(), status: fc.constantFrom('approved', 'toString', '__proto__') })) });
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), anyEvent), (body) => {
      const news = read(JSON.stringify(body));
      expect(news.key).not.toBe('');
      if (news.kind === 'transaction') expect(Number.isSafeInteger(news.amountXof) && news.amountXof >= 0 && /^\d+$/.test(news.providerId)).toBe(true);
    }));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(readWebhook(Buffer.from(bytes)).kind).toBe('unknown')));
  });
});
