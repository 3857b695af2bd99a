import type { AgentSummary } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { agentLines } from './dev-lines.ts';
import type { Look } from './trace/look.ts';

const look: Look = { width: 92, unicode: true, colour: false, links: false };

function agent(name: string, more: Partial<AgentSummary> = {}): AgentSummary {
  return { name, version: '1.0.0', path: `/a/${name}`, language: 'python', status: 'loaded', problems: [], ...more };
}

test('says how to get an agent where there is none', () => {
  expect(agentLines([], look, 5)[0]).toContain('No agent here yet');
});

test('shows trouble first, and counts what does not fit', () => {
  const broken = agent('broken', {
    status: 'rejected',
    failure: { code: 'import_error', message: 'No module named x', at: { file: 'main.py', line: 3 } },
  });
  const all = [...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => agent(name)), broken];
  expect(agentLines(all, look, 4)).toEqual(['✗ broken@1.0.0  main.py:3  No module named x', '✓ a@1.0.0', '✓ b@1.0.0', '  4 more agents']);
});

test('one missing interpreter is one line, however many agents wait for it', () => {
  const waiting = (name: string): AgentSummary => agent(name, { status: 'waiting', waiting_for: 'interpreter' });
  expect(agentLines([waiting('a'), waiting('b'), agent('c')], look, 5)).toEqual(['? 2 agents wait for Python ≥ 3.9.', '✓ c@1.0.0']);
});

test('names what an agent needs', () => {
  const needy = agent('needy', { status: 'waiting', waiting_for: 'dependencies', missing_dependencies: ['requests==2.31.0'] });
  expect(agentLines([needy], look, 5)).toEqual(['? needy@1.0.0  needs requests==2.31.0']);
});
