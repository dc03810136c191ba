import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIFECYCLE, mayBecome, OPEN, STATUSES, type OrderStatus } from '../../../src/domain/orders/lifecycle.ts';
import type { Actor } from '../../../src/domain/tenants/business.ts';

const ACTORS: Actor[] = ['client', 'staff', 'owner', 'system'];

describe('STY-13, STY-14 · the life of an order', () => {
  test.each<[OrderStatus, OrderStatus, Actor[]]>([
    ['quote', 'confirmed', ['client', 'staff', 'owner']], ['quote', 'rejected', ['client']], ['quote', 'expired', ['system']], ['confirmed', 'in_progress', ['owner', 'system']], ['confirmed', 'quote', ['owner']], ['confirmed', 'cancelled', ['client', 'owner', 'system']],
    ['in_progress', 'ready', ['staff', 'owner']], ['in_progress', 'confirmed', ['system']], ['in_progress', 'cancelled', ['client', 'owner']], ['fitting', 'cancelled', ['owner']], ['fitting', 'ready', ['staff', 'owner']], ['ready', 'in_progress', ['staff', 'owner']], ['ready', 'delivered', ['staff', 'owner']], ['ready', 'unclaimed', ['system']], ['unclaimed', 'delivered', ['staff', 'owner']],
    ['quote', 'ready', []], ['confirmed', 'delivered', []], ['in_progress', 'delivered', []], ['delivered', 'in_progress', []], ['cancelled', 'confirmed', []], ['in_progress', 'quote', []],
  ])('from %s to %s: %j', (status, to, may) => {
    expect(ACTORS.filter((actor) => mayBecome({ status, heldFrom: null }, to, actor))).toEqual(may);
  });

  test('what was put on hold comes back to where it was, or is cancelled', () => {
    const back = (to: OrderStatus) => mayBecome({ status: 'on_hold', heldFrom: 'fitting' }, to, 'owner');
    expect(STATUSES.filter(back)).toEqual(['fitting', 'cancelled']);
  });

  test('from anywhere that is open an order can end, and from nowhere that has ended does it go on', () => {
    const ends = (status: OrderStatus, seen = new Set<OrderStatus>()): boolean => LIFECYCLE[status].length === 0 || (!seen.has(status) && LIFECYCLE[status].some(({ to }) => ends(to, new Set([...seen, status]))));
    expect(OPEN.filter((status) => !ends(status))).toEqual([]);
    expect(STATUSES.filter((status) => !OPEN.includes(status)).toSorted()).toEqual(['cancelled', 'delivered', 'expired', 'rejected']);
  });

  test('whatever is tried in whatever order, nothing is delivered that was never ready', () => fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...STATUSES), fc.constantFrom(...ACTORS)), { maxLength: 60 }), (tries) => {
    let order: { status: OrderStatus; heldFrom: OrderStatus | null } = { status: 'quote', heldFrom: null };
    const been = new Set<OrderStatus>(['quote']);
    for (const [to, by] of tries) {
      if (!mayBecome(order, to, by)) continue;
      order = { status: to, heldFrom: to === 'on_hold' ? order.status : null };
      been.add(to);
    }
    expect(!been.has('delivered') || (been.has('ready') && been.has('confirmed'))).toBe(true);
  })));
});
