import { post } from '../../src/domain/money/ledger.ts';
import { tillOf } from './paying.ts';
import type { World } from './world.ts';

/** A client has so much with a business, as what was paid too much once. */
export const hasCredit = async (world: World, code: string, xof: number): Promise<void> => {
  const till = tillOf(world);
  const clientId = await till.clientOf(code);
  await till.as(code, {}, ({ db, id: tenantId, now }) => post(db, { tenantId, kind: 'received', refType: 'test', refId: clientId, at: now, debit: [{ account: 'provider', xof }], credit: [{ account: `client:${clientId}`, xof }] }));
};
