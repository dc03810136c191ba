import { balanceXof } from '../money/ledger.ts';
import type { Business } from '../tenants/business.ts';

/** What a client has with a business beside any order: what was paid too much, or too late. */
export const creditXof = ({ db, id }: Business, clientId: string): Promise<number> => balanceXof(db, id, `client:${clientId}`);

/** Nobody else spends of it until the transaction ends. */
export const holdClient = ({ db, id }: Business, clientId: string) => db.$queryRaw`SELECT id::text FROM "Client" WHERE id = ${clientId}::uuid AND "tenantId" = ${id}::uuid FOR UPDATE`;
