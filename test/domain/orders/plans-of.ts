import type { Tx } from '../../../src/db/open-database.ts';

/** How the database would answer each raw query of a piece of work, which finds nothing meanwhile. One plan is one query. */
export async function plansOf(db: Tx, work: (explaining: Tx) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  const explain = async (texts: TemplateStringsArray, ...values: unknown[]) => {
    const asked = [`EXPLAIN ${texts[0] ?? ''}`, ...texts.slice(1)];
    const lines = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(Object.assign(asked, { raw: asked }), ...values);
    plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
    return [];
  };
  await work(new Proxy(db, { get: (of, name) => (name === '$queryRaw' ? explain : Reflect.get(of, name) as unknown) }));
  return plans;
}
