import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const CLOCK_AND_CHANCE = [
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'The time comes from the scope: a test then says what time it is.'],
  ["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'The time comes from the scope: a test then says what time it is.'],
  ["CallExpression[callee.object.name='Math'][callee.property.name='random']", 'Chance is passed in: a test then says how the dice fall.'],
  ["CallExpression[callee.name='randomUUID'], CallExpression[callee.property.name='randomUUID']", 'An id is made by the database or passed in.'],
].map(([selector, message]) => ({ selector, message }));

const named = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['src/generated/', 'node_modules/', 'coverage/', 'data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 70],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      // A number has one spelling: `after ${seconds} s` needs no String().
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `if (bad) return refuse(res);` is how a handler stops.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A port that promises is answered by an async function, also where nothing needs waiting for.
      '@typescript-eslint/require-await': 'off',
      // Providers count code points, and [...text] is how they are counted.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      // Express knows an error handler by its four parameters, used or not.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // whatsapp-api-js and winston document plain objects where their types name a class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'flows/**/*.ts', 'templates/**/*.ts'],
    ignores: ['src/config.ts'],
    rules: { 'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' }] },
  },
  {
    files: ['src/domain/**/*.ts', 'src/conversation/**/*.ts', 'flows/**/*.ts', 'templates/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...CLOCK_AND_CHANCE] },
  },
  {
    // `types: {} as FlowTypes<…>` is how XState learns the types of a machine, and `Record<never, never>` how a flow says that it has no commands.
    files: ['flows/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off', '@typescript-eslint/no-generated-empty-object-type': 'off' },
  },
  {
    // A recorded payload has the shape its provider chose, and a test that reads it wrongly fails, as does one whose server rejects; a describe is a chapter, not a function.
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      ...Object.fromEntries(['argument', 'assignment', 'call', 'member-access', 'return'].map((unsafe) => [`@typescript-eslint/no-unsafe-${unsafe}`, 'off'])),
    },
  },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: named('Buffer URL WebAssembly console module process') } },
  { files: ['src/web/**/static/*.js'], languageOptions: { globals: named('DOMParser EventSource FormData URL URLSearchParams clearTimeout document fetch history location navigator setTimeout window') } },
);
