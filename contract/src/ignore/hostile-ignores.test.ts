import type { Problem, Range } from '@hermes-runtime/schemas';
import { expect, it } from 'vitest';
import { seededRandom } from '../../testdata/seeded-random.ts';
import { checkAgent } from '../check-agent.ts';
import { indexLines } from '../descriptor/line-index.ts';
import { own } from '../value.ts';
import { folderOf } from '../rules/code/problem-picture.ts';

const descriptor = `name: a # hermes-ignore invalid-name, unknown-key: b
version: 1.0.0
runtime: { type: python, entrypoint: main.py }
# hermes-ignore unknown-key: ours
team: search
description: |
  # hermes-ignore unknown-key: text
owner: x # hermes-ignore unknown-key
`;
const code = `import os
# hermes-ignore environment-read , unused-ignore: a
level = os.environ["A"]  # hermes-ignore
text = """
# hermes-ignore missing-execute
"""
def execute(input_data):
    return {}  # hermes-ignore: return-not-object`;
const pieces = [
  '# hermes-ignore ',
  'hermes-ignore',
  '#',
  ':',
  ',',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '"',
  "'",
  '"""',
  '{',
  '|',
  '- ',
  'unknown-key',
  '😀',
  '\0',
];

function isInside(text: string, { start, end }: Range): boolean {
  const lines = indexLines(text);
  const holds = ({ line, character }: Range['start']): boolean =>
    line < lines.count && character <= lines.lineAt(line).end - lines.lineAt(line).start;
  return holds(start) && holds(end) && (start.line < end.line || (start.line === end.line && start.character <= end.character));
}

it('keeps every place inside of the text, whatever is typed', () => {
  const below = seededRandom(7);
  let texts = { 'agent.yaml': descriptor, 'main.py': code };
  const said = new Set<string>();
  const outside: string[] = [];
  for (let edit = 0; edit < 600; edit += 1) {
    const file = below(2) === 0 ? 'agent.yaml' : 'main.py';
    if (edit % 6 === 0) texts = { 'agent.yaml': descriptor, 'main.py': code };
    const text = texts[file];
    const at = below(text.length + 1);
    texts[file] = text.slice(0, at) + (pieces[below(pieces.length)] ?? '') + text.slice(at + (below(3) === 0 ? below(4) : 0));
    const { problems } = checkAgent(folderOf(texts));
    const ours = problems.filter((problem: Problem) => problem.code.includes('ignore'));
    for (const { path, range, data, message } of ours) {
      const shown = path === 'main.py' ? texts['main.py'] : texts['agent.yaml'];
      const removal = own(data, 'remove') as Range | undefined;
      if (!isInside(shown, range) || (removal !== undefined && !isInside(shown, removal))) outside.push(`${message}\n${shown}`);
      said.add(message.replaceAll(/"[^"]*"/g, '""'));
    }
  }
  expect(outside).toEqual([]);
  expect(said.size).toBeGreaterThan(3);
});

it('reads no more of them than a person writes', () => {
  const many = '# hermes-ignore unknown-key: a\n'.repeat(1000);
  expect(checkAgent(folderOf({ 'agent.yaml': descriptor + many, 'main.py': code })).problems.length).toBeLessThan(250);
});
