import type { FileFact } from '@hermes-runtime/contract';
import { expect, it } from 'vitest';
import { keepFields, type KeptFields } from './kept-fields.ts';

it('reads again as soon as a file that was looked at changes, comes or goes, and not before', () => {
  const texts = new Map([
    ['main.py', 'a'],
    ['lib.py', 'b'],
    ['notes.md', 'c'],
  ]);
  const file: FileFact = { kind: 'file', executable: false, inside: true };
  const folder = {
    readText: (name: string) => texts.get(name),
    stat: (name: string) => (texts.has(name) ? file : undefined),
    list: () => [...texts.keys()].filter((name) => name.endsWith('.py')),
  };
  let times = 0;
  let kept: KeptFields | undefined;
  const ask = (question = ''): number => {
    kept = keepFields(kept, question, folder, ({ readText, stat, list }) => {
      times += 1;
      for (const name of ['main.py', 'lib.py']) if (stat(name) !== undefined) readText(name);
      list();
      return { parses: true, found: true, files: [] };
    });
    return times;
  };
  expect(ask()).toBe(1);
  expect(ask()).toBe(1);
  texts.set('notes.md', 'd');
  expect(ask()).toBe(1);
  texts.set('lib.py', 'e');
  expect(ask()).toBe(2);
  texts.delete('lib.py');
  expect(ask()).toBe(3);
  texts.set('other.py', '');
  expect(ask()).toBe(4);
  expect(ask()).toBe(4);
  expect(ask('of another entrypoint')).toBe(5);
});
