import type { Tx } from '../../db/open-database.ts';
import type { Refused } from '../../scope.ts';
import { plain } from '../spoken/plain.ts';
import { codeTyped } from './business-code.ts';
import { settingsOf } from './settings.ts';

export type Workshop = { tenantId: string; name: string; code: string };
/** `near`: those whose code or name is much like what was typed. `name`: of the one that takes no orders now. */
export type Unfound = (Refused<'unknown'> & { near: Workshop[] }) | (Refused<'closed'> & { name: string });

const NEAR_MAX = 3;
/** So many slips of the thumb make one code of another. */
const SLIPS_MAX = 1;
const NAME_LETTERS_MIN = 3;
const LOOKED_AT_MAX = 200;
const SHOWN = { id: true, name: true, code: true, capabilities: true, isActive: true, settings: true } as const;

/** The business that takes orders under this code, as people read it on a wall and type it, and whether it sews. Outside the walls: anybody may come in. */
export async function findWorkshop(tx: Tx, said: { code: string } | { tenantId: string }): Promise<{ workshop: Workshop; sews: boolean } | Unfound> {
  const found = await tx.tenant.findUnique({ where: 'code' in said ? { code: codeTyped(said.code) } : { id: said.tenantId }, select: SHOWN });
  if (found === null) return { refused: 'unknown', near: 'code' in said ? await workshopsLike(tx, said.code) : [] };
  const { id, name, code, capabilities, isActive, settings } = found;
  if (!isActive) return { refused: 'closed', name };
  return settingsOf(settings).takesOrders ? { workshop: { tenantId: id, name, code }, sews: capabilities.includes('tailoring') } : { refused: 'closed', name };
}

/** Of these businesses those that sew and are in business, as they are given. */
export async function workshopsAmong(tx: Tx, tenantIds: string[]): Promise<Workshop[]> {
  const rows = await tx.tenant.findMany({ where: { id: { in: tenantIds }, isActive: true, capabilities: { has: 'tailoring' } }, select: SHOWN });
  return tenantIds.flatMap((id) => rows.filter((row) => row.id === id)).map(({ id, name, code }) => ({ tenantId: id, name, code }));
}

async function workshopsLike(tx: Tx, typed: string): Promise<Workshop[]> {
  const [code, name] = [codeTyped(typed), plain(typed)];
  const rows = await tx.tenant.findMany({ where: { isActive: true, capabilities: { hasSome: ['tailoring', 'stock'] } }, select: SHOWN, orderBy: { createdAt: 'asc' }, take: LOOKED_AT_MAX });
  const like = rows.filter((row) => slips(row.code, code) <= SLIPS_MAX || (name.length >= NAME_LETTERS_MIN && plain(row.name).includes(name)));
  return like.slice(0, NEAR_MAX).map((row) => ({ tenantId: row.id, name: row.name, code: row.code }));
}

/** Letters to change, add or leave out to make one word of the other. */
function slips(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [down, letter] of Array.from(one).entries()) {
    const above = row;
    row = [down + 1];
    for (const [across, each] of Array.from(other).entries()) row.push(Math.min((above[across + 1] ?? 0) + 1, (row[across] ?? 0) + 1, (above[across] ?? 0) + (letter === each ? 0 : 1)));
  }
  return row.at(-1) ?? 0;
}
