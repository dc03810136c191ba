import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { AnyStateMachine } from 'xstate';
import { flows } from '../../flows/index.ts';
import { migrations } from '../../flows/migrations.ts';
import { has, LANGUAGES, loadTexts } from '../../src/i18n.ts';
import { FLOW_LAWS, nameOf, type Ground } from './flow-laws.ts';

const FOLDER = new URL('../../src/conversation/commands/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name !== 'handlers.ts');
const handlers: object[] = (await Promise.all(files.map((name) => import(new URL(name, FOLDER).href)))).flatMap((exported: object) => Object.values(exported) as object[]);

const machines: readonly AnyStateMachine[] = flows;
const asked = new Set(machines.flatMap(({ states }) => Object.values(states)).flatMap(({ entry }) => entry.map(nameOf)));
const texts = loadTexts();
const ground: Ground = {
  flows: new Set(machines.map(({ id }) => id)),
  commands: new Set(handlers.flatMap((each) => Object.keys(each))),
  hasText: (key) => LANGUAGES.every((language) => has(texts, key, language)),
};

describe.each(machines.map((flow): [string, AnyStateMachine] => [flow.id, flow]))('flow %s', (_id, flow) => {
  test.each(FLOW_LAWS.map(({ says, faults }): [string, typeof faults] => [says, faults]))('%s', (_says, faults) => {
    expect(faults(flow, ground)).toEqual([]);
  });
});

describe('the flows together', () => {
  test('no two flows have one name', () => {
    expect(machines.map(({ id }) => id)).toEqual([...ground.flows]);
  });

  test('no handler waits for a command that no flow asks', () => {
    expect([...ground.commands].filter((name) => !asked.has(name))).toEqual([]);
  });

  test('a migration leads from a retired version of a flow that exists', () => {
    const faults = Object.entries(migrations).flatMap(([id, steps]) => {
      const flow = machines.find((each) => each.id === id);
      return Object.keys(steps).filter((version) => flow?.version === version || flow === undefined).map((version) => `${id} ${version}`);
    });
    expect(faults).toEqual([]);
  });
});
