import { checkAgent, readCode, type InstalledPackage } from '@hermes-runtime/contract';
import { expect, it } from 'vitest';
import { agentFixContext, type FixableAgent } from './fix-context.ts';
import { quickFixes } from './quick-fixes.ts';

/** The fixes of the only problem of an agent with one dependency: their titles, and what they write or run. */
function check(type: 'python' | 'nodejs', dependency: string, installed: readonly InstalledPackage[], commands = true): unknown[] {
  const file = type === 'python' ? 'main.py' : 'main.mjs';
  const texts: Readonly<Record<string, string>> = {
    'agent.yaml': `name: a\nversion: 1.0.0\nruntime: { type: ${type}, entrypoint: ${file}, dependencies: ["${dependency}"] }\n`,
    'main.py': 'import other\n\n\ndef execute(input_data):\n    return other.load()\n',
    'main.mjs': "import { load } from './other.mjs';\nexport const execute = () => load();\n",
  };
  const files: FixableAgent['files'] = {
    path: 'a',
    readText: (name) => texts[name],
    stat: (name) => (Object.hasOwn(texts, name) ? { kind: 'file', executable: false, inside: true } : undefined),
    list: () => [],
    installed: () => installed,
    readCode,
  };
  const { descriptor, problems } = checkAgent(files);
  const problem = problems.find(({ path, code }) => path === 'a/agent.yaml' && /-dependency/.test(code));
  if (descriptor === undefined || problem === undefined) return [];
  const context = agentFixContext({ descriptor, files, folder: '/agents/a', problems, commands });
  return quickFixes(problem, context).map(({ title, command, edits }) => [title, command?.arguments ?? edits[0]?.edits[0]?.newText]);
}

const install = ['Install the dependencies', ['/agents/a']];

it('installs what is missing, in an editor that can', () => {
  expect(check('python', 'requests==2.31.0', [])).toEqual([install]);
  expect(check('python', 'requests==2.31.0', [], false)).toEqual([]);
});

it.each([
  ['python', 'openai>=1.40.0,<2', [{ name: 'openai', version: '0.28.1' }], 'openai==0.28.1'],
  ['python', 'requests[socks] == 2.31.0', [{ name: 'requests', version: '2.28.0' }], 'requests[socks]==2.28.0'],
  ['nodejs', '@scope/pack@^2.0.0', [{ name: '@scope/pack', version: '1.4.0' }], '@scope/pack@1.4.0'],
] as const)('installs the other version, or asks for the one that is there: %s %s', (type, dependency, installed, text) => {
  expect(check(type, dependency, installed)).toEqual([install, [`Change to "${text}"`, /[@[]/.test(text) ? JSON.stringify(text) : text]]);
});
