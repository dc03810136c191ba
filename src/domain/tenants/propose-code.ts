import type { Tx } from '../../db/open-database.ts';
import { codesFor, codeTyped, unfitCode, type Taboo } from './business-code.ts';

export type Proposed = { code: string; asked: string; why: 'free' | 'shape' | 'lookAlike' | 'taken' };

/** A code that nobody has, from the name of the business. To be called outside the walls. */
export async function proposeCode(db: Tx, name: string, taboo: Taboo): Promise<string> {
  const candidates = codesFor(name, taboo);
  const taken = await db.tenant.findMany({ where: { code: { in: candidates } }, select: { code: true } });
  const free = candidates.find((code) => !taken.some((each) => each.code === code));
  if (free === undefined) throw new Error('no code is left for this name');
  return free;
}

/** The code somebody chose, or why not and another that resembles it. */
export async function chooseCode(db: Tx, typed: string, name: string, taboo: Taboo): Promise<Proposed> {
  const asked = codeTyped(typed);
  const why = unfitCode(asked, taboo) ?? ((await db.tenant.count({ where: { code: asked } })) > 0 ? 'taken' : 'free');
  if (why === 'free') return { code: asked, asked, why };
  return { code: await proposeCode(db, why === 'shape' ? name : `${asked} ${name}`, taboo), asked, why };
}
