/** ESM on Node 24: `npm test` passes --experimental-vm-modules. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' }],
  },
  testTimeout: 60_000, // on a machine that is busy with other things
  globalSetup: '<rootDir>/test/helpers/begin-run.ts',
  globalTeardown: '<rootDir>/test/helpers/end-run.ts',
  maxWorkers: 2,
  workerIdleMemoryLimit: '350MB', // what a file leaves behind is not all given back, and looking through it takes longer than a new process
};
