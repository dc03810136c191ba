import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';

export type FoundClient = { clientId: string; personId: string; name: string; phone: string | null };

const FOUND_MAX = 20;
/** Fewer digits than this end too many phones. */
const DIGITS_MIN = 3;

/** Clients of this business by parts of their name, whatever the accents, or by the end of their phone. */
export async function searchClients({ db, id }: Business, typed: string): Promise<FoundClient[]> {
  const digits = typed.normalize('NFKC').replace(/[^\d]/g, '').replace(/^00/, '');
  const byPhone = digits.length >= DIGITS_MIN && !/\p{L}/u.test(typed);
  const words = plain(typed).split(' ').filter((word) => word !== '');
  if (words.length === 0) return [];
  const wanted = byPhone ? [`%${digits}`] : words.map((word) => `%${word}%`);
  return db.$queryRaw<FoundClient[]>`
    SELECT c.id::text AS "clientId", p.id::text AS "personId", p."fullName" AS name, c.phone
    FROM "Client" c JOIN "Person" p ON p.id = c."personId"
    WHERE c."tenantId" = ${id}::uuid AND p."erasedAt" IS NULL
      AND CASE WHEN ${byPhone} THEN c.phone ELSE lower(regexp_replace(normalize(p."fullName", NFD), ${COMBINING}, '', 'g')) END LIKE ALL (${wanted})
    ORDER BY p."fullName", c.id LIMIT ${FOUND_MAX}`;
}

/** What an accent becomes once it is taken off its letter. */
const COMBINING = '[\u0300-\u036f]';
