import { spawnSync } from 'node:child_process';

/** In this order, because a later one says little when an earlier one fails. */
const STEPS = [
  ['generate', 'the database client is the schema’s'],
  ['types', 'every type holds'],
  ['lint', 'no habit that hides a fault'],
  ['imports', 'who may import whom'],
  ['dead', 'nothing is left over'],
  ['test', 'laws and tests'],
] as const;

/** Arguments are handed to the tests: `npm run check -- --silent`. */
const forTests = process.argv.slice(2);

for (const [script, sentence] of STEPS) {
  console.log(`\n── ${script}: ${sentence}`);
  const started = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', script, ...(script === 'test' ? ['--', ...forTests] : [])], { stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) {
    console.log(`── ${script} FAILED after ${seconds} s; what follows was not run.`);
    process.exit(1);
  }
  console.log(`── ${script} passed in ${seconds} s`);
}
