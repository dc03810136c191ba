import type { Prisma } from '../../db/open-database.ts';

/** Who acts in the admin, when, and from which address: what every act receives first. */
export type Acting = { db: Prisma; now: Date; operatorId: string; address: string };

export const actorOf = (operatorId: string): string => `operator:${operatorId}`;

/** What an audit row says of each act. */
export const byOperator = ({ operatorId, address, now }: Acting) => ({ actor: actorOf(operatorId), address, at: now });
