import { expect, it } from 'vitest';
import { checkTree } from '../check-tree.ts';
import { folderOf } from './code/problem-picture.ts';

/** Checks agents of these names and versions, each in a folder of its own, and expects these severities and places. */
function check(agents: readonly string[], expected: readonly string[]): void {
  const folders = agents.map((agent, index) => {
    const [name, version] = agent.split('@');
    const text = `name: ${name}\nversion: ${version}\nruntime: { type: python, entrypoint: main.py }\n`;
    return { ...folderOf({ 'agent.yaml': text, 'main.py': 'def execute(input_data):\n    return {}\n' }), path: `f${index}` };
  });
  const { problems } = checkTree({ agents: folders, configs: [] });
  expect(problems.map(({ path, severity, code, related }) => `${severity} ${code} ${path} ${related?.length}`)).toEqual(expected);
}

it('warns of a copy, on both', () => {
  check(
    ['a@1.0.0', 'b@1.0.0', 'a@1.0.0'],
    ['warning duplicate-agent-name f0/agent.yaml 1', 'warning duplicate-agent-name f2/agent.yaml 1'],
  );
});

it('remarks on two versions, for a task by name alone is refused', () => {
  check(['a@1.0.0', 'a@2.0.0'], ['info duplicate-agent-name f0/agent.yaml 1', 'info duplicate-agent-name f1/agent.yaml 1']);
});

it('is silent about other names', () => {
  check(['a@1.0.0', 'a-b@1.0.0', 'ab@1.0.0'], []);
});
