import { expect, test } from '@jest/globals';
import { openUndo } from '../../chaos/machines/undo.ts';

test('what was made is taken away newest first, each once', async () => {
  const undone: string[] = [];
  const undo = openUndo();
  undo.add(() => undone.push('folder'));
  const early = undo.add(async () => undone.push('server'));
  undo.add(() => undone.push('process'));
  await early();
  await undo.all();
  await undo.all();
  expect(undone).toEqual(['server', 'process', 'folder']);
});

test('what is made while all is taken away goes too', async () => {
  const undone: string[] = [];
  const undo = openUndo();
  undo.add(async () => {
    undo.add(() => undone.push('made meanwhile'));
    expect(undo.isOver()).toBe(true);
  });
  await undo.all();
  undo.add(() => undone.push('made afterwards'));
  expect(undone).toEqual(['made meanwhile', 'made afterwards']);
});

test('one thing that cannot be taken away keeps nothing else', async () => {
  const undone: string[] = [];
  const complained: unknown[] = [];
  const { error } = console;
  console.error = (...said: unknown[]) => void complained.push(said);
  const undo = openUndo();
  undo.add(() => undone.push('folder'));
  undo.add(async () => Promise.reject(new Error('busy')));
  await undo.all();
  console.error = error;
  expect(undone).toEqual(['folder']);
  expect(complained).toHaveLength(1);
});
