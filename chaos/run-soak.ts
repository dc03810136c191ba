import { orLeave, readSoakOptions, SOAK_HELP } from './options.ts';
import { perform, played } from './perform.ts';
import { soak } from './scenarios/soak.ts';

const options = orLeave(SOAK_HELP, () => readSoakOptions(process.argv.slice(2)));

await perform({ seed: options.seed, measure: { kills: 0, seconds: 0, short: false } }, (theatre) => played('soak', soak(theatre, options).then((result) => [result])));
