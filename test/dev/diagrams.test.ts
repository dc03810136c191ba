import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createMachine } from 'xstate';
import { flows } from '../../flows/index.ts';
import { diagram, flowsReadme } from '../../src/dev/diagram.ts';

test('flows/README.md is what the machines say today: npm run diagrams', () => {
  expect(readFileSync(new URL('../../flows/README.md', import.meta.url), 'utf8')).toBe(flowsReadme(flows));
});

test('each flow says in a sentence what it is for', () => {
  const silent = flows.filter(({ id }) => !new RegExp(`^## \\[${id}\\]\\(\\S+\\)\\n\\n[«\\p{Lu}].*[.?!]$`, 'mu').test(flowsReadme(flows)));
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('a drawing shows each way once, what leads there, and where an end leads', () => {
  const flow = createMachine({
    id: 'small',
    initial: 'asking',
    states: {
      asking: { on: { 'a.done': [{ guard: () => false, target: 'sorting' }, { target: 'left' }], 'a.refused': 'left' } },
      sorting: { always: [{ guard: () => false, target: 'left' }, { target: 'gone' }] },
      gone: { type: 'final', meta: { goto: '@open' } },
      left: { type: 'final', meta: { say: 'small.left' } },
    },
  });
  expect(diagram(flow).split('\n')).toEqual([
    'stateDiagram-v2',
    '  [*] --> asking',
    '  asking --> sorting: a.done',
    '  asking --> left: a.done, a.refused',
    '  sorting --> left',
    '  sorting --> gone',
    '  gone --> [*]: @open',
    '  left --> [*]',
  ]);
});
