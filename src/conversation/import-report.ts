import type { Imported } from '../domain/shop/import-products.ts';
import type { Say } from '../i18n.ts';
import type { NoTable } from '../media/read-table.ts';

/** More would fill the screen: they are mended first. */
const SHOWN_MAX = 10;
const VALUE_CHARS = 30;

/** What became of a list of goods, line by line where something is wrong. */
export function reportImport(say: Say, outcome: Imported | NoTable): string {
  if ('refused' in outcome) return say(`importGoods.no.${outcome.refused}`);
  if (!('errors' in outcome)) return say('importGoods.done', outcome);
  const { errors } = outcome;
  const lines = errors.slice(0, SHOWN_MAX).map(({ line, problem, value }) => say('importGoods.line', { line, problem: say(`importGoods.problem.${problem}`), value: value === '' ? '-' : value.slice(0, VALUE_CHARS) }));
  const more = errors.length > SHOWN_MAX ? [say('importGoods.more', { more: errors.length - SHOWN_MAX })] : [];
  return [say('importGoods.wrong', { wrong: errors.length }), ...lines, ...more].join('\n');
}
