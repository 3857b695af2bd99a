import { checkAgent, readCode } from '@hermes-runtime/contract';
import { expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { agentFixContext, type FixableAgent } from './fix-context.ts';
import { quickFixes } from './quick-fixes.ts';

const valid = `name: word-counter
version: 1.0.0
input_schema:
  type: object
  properties:
    text: { type: string }
  additionalProperties: false
runtime:
  type: python
  entrypoint: main.py
timeout_seconds: 10
examples:
  - input: { text: a }
`;

/** The lines that each fix of the first problem puts in the place of one of a valid agent's. */
function check(line: string, wrong: string): string[] {
  const text = valid.replace(line, wrong);
  const texts: Readonly<Record<string, string>> = {
    'agent.yaml': text,
    'main.py': 'def execute(input_data):\n    return use(input_data)\n',
  };
  const files: FixableAgent['files'] = {
    path: '',
    readText: (name) => texts[name],
    stat: (name) => (Object.hasOwn(texts, name) ? { kind: 'file', executable: false, inside: true } : undefined),
    list: () => ['main.py'],
    readCode,
  };
  const { descriptor, problems } = checkAgent(files);
  const [problem] = problems;
  if (descriptor === undefined || problem === undefined) throw new Error('nothing is wrong');
  const context = agentFixContext({ descriptor, files, folder: '/agents/word-counter', problems, commands: false });
  const at = valid.slice(0, valid.indexOf(line)).split('\n').length - 1;
  const lineOf = (mended: string): string => mended.split('\n').at(at)?.trim() ?? '';
  return quickFixes(problem, context).map(({ edits }) => lineOf(applyEdits(text, edits[0]?.edits ?? [])));
}

it.each([
  ['timeout_seconds: 10', 'timeout_seconds: [10]', ['timeout_seconds: 10']],
  ['timeout_seconds: 10', 'timeout_seconds: soon', ['examples:']],
  ['version: 1.0.0', 'version: ^1.2', ['version: 1.2.0']],
  ['version: 1.0.0', 'version: ""', ['version: 1.0.0']],
  ['name: word-counter', 'name: 天气', ['name: word-counter']],
  ['name: word-counter', 'name: [word-counter]', ['name: word-counter']],
  ['- input: { text: a }', '- input: { txt: a }', ['- input: { text: a }']],
  ['- input: { text: a }', '- input: { text: [a] }', ['- input: { text: a }']],
  ['entrypoint: main.py', 'entrypoint: agent.yaml', ['entrypoint: main.py']],
  ['entrypoint: main.py', 'entrypoint: main.py\n  dependencies: [requests==]', ['entrypoint: main.py', 'entrypoint: main.py']],
  ['name: word-counter', 'name word-counter', ['name: word-counter']],
  ['input_schema:', 'input_schema', ['input_schema:']],
  ['type: python', 'type: "python', ['type: "python"', 'type: python']],
  ['text: { type: string }', 'text: type: string }', ['text: { type: string }']],
  ['  entrypoint: main.py', '   entrypoint: main.py', ['entrypoint: main.py']],
  ['type: python', 'type: pyhton', ['type: python']],
])('%s was written as %j', (line, wrong, mended) => {
  const found = check(line, wrong);
  expect(found.length).toBeGreaterThan(0);
  expect(found.slice(0, mended.length)).toEqual(mended);
});
