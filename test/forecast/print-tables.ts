import { parseArgs } from 'node:util';
import { casesOf } from './measure-errors.ts';
import { yearsOf } from './measure-year.ts';
import { errorTable, promiseTable, yearTable } from './tables.ts';

/** What docs/forecast.md shows: `npm run forecast`, or of other seeds `npm run forecast -- --seeds 1-20`. */
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '101-140' } } });
const [first = 1, last = first] = values.seeds.split('-').map(Number);
const seeds = Array.from({ length: last - first + 1 }, (_, at) => first + at);

const cases = seeds.flatMap(casesOf);
process.stdout.write(`Seeds ${values.seeds}.\n\n${errorTable(cases)}\n\n${promiseTable(cases)}\n\n`);
process.stdout.write(`${yearTable(seeds.flatMap(yearsOf))}\n`);
