import { pageOf, type ListPage, type PageAsk } from '../operators/list-page.ts';
import { plain } from '../spoken/plain.ts';
import type { Business } from '../tenants/business.ts';

/** `id` is the client's. */
export type FoundClient = { id: string; personId: string; name: string; phone: string | null };

/** Fewer digits than this end too many phones. */
const DIGITS_MIN = 3;

/** Clients of this business by parts of their name, whatever the accents, or by the end of their phone; all of them where nothing is asked. By their names. */
export async function searchClients({ db, id }: Business, typed: string | undefined, { after = '', limit }: PageAsk): Promise<ListPage<FoundClient>> {
  const { wanted, byPhone } = wantedIn(typed);
  if (wanted.length === 0) return { rows: [], next: undefined };
  const rows = await db.$queryRaw<FoundClient[]>`
    SELECT c.id::text, p.id::text AS "personId", p."fullName" AS name, c.phone
    FROM "Client" c JOIN "Person" p ON p.id = c."personId"
    WHERE c."tenantId" = ${id}::uuid AND p."erasedAt" IS NULL
      AND CASE WHEN ${byPhone} THEN c.phone ELSE lower(regexp_replace(normalize(p."fullName", NFD), ${COMBINING}, '', 'g')) END LIKE ALL (${wanted})
      AND (${after} = '' OR (p."fullName", c.id) > (SELECT q."fullName", k.id FROM "Client" k JOIN "Person" q ON q.id = k."personId" WHERE k.id = nullif(${after}, '')::uuid))
    ORDER BY p."fullName", c.id LIMIT ${limit + 1}`;
  return pageOf(rows, limit);
}

function wantedIn(typed: string | undefined): { wanted: string[]; byPhone: boolean } {
  if (typed === undefined) return { wanted: ['%'], byPhone: false };
  const digits = typed.normalize('NFKC').replace(/[^\d]/g, '').replace(/^00/, '');
  const byPhone = digits.length >= DIGITS_MIN && !/\p{L}/u.test(typed);
  const words = plain(typed).split(' ').filter((word) => word !== '');
  return { wanted: words.length === 0 ? [] : byPhone ? [`%${digits}`] : words.map((word) => `%${word}%`), byPhone };
}

/** What an accent becomes once it is taken off its letter. */
export const COMBINING = '[\u0300-\u036f]';
