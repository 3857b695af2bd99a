import { expect, it } from 'vitest';
import { checkAgent } from '../check-agent.ts';
import { folderOf } from './code/problem-picture.ts';

/** Codes and what is suggested, for an entrypoint that the disk spells in this way. */
function said(entrypoint: string, spelled: string | undefined): readonly unknown[] {
  const text = `name: a\nversion: 1.0.0\nruntime: { type: python, entrypoint: ${entrypoint} }\n`;
  const folder = folderOf({ 'agent.yaml': text, 'Main.py': 'def execute(input_data):\n    return {}\n' });
  const fact = { kind: 'file', executable: false, inside: true, ...(spelled === undefined ? {} : { spelled }) } as const;
  const readText = (file: string): string | undefined => folder.readText(file === 'agent.yaml' ? file : 'Main.py');
  return checkAgent({ ...folder, readText, stat: () => fact }).problems.map(({ code, data }) => [code, data]);
}

it('marks an entrypoint that the disk spells with other letters', () => {
  expect(said('main.py', 'Main.py')).toEqual([['entrypoint-case', { replacement: 'Main.py' }]]);
});

it('is silent where it is spelled alike, is a link to another name, or nobody says', () => {
  expect(said('Main.py', undefined)).toEqual([]);
  expect(said('./Main.py', 'Main.py')).toEqual([]);
  expect(said('Main.py', 'src/agent.py')).toEqual([]);
});
