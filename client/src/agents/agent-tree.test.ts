import type { AgentSummary } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { agentTree, waitingText } from './agent-tree.ts';

const weather: AgentSummary = {
  name: 'weather-checker',
  version: '1.0.0',
  path: '/agents/weather-checker',
  digest: 'sha256:3f2a99',
  language: 'python',
  status: 'loaded',
  problems: [],
  rung: 'namespaces',
};

function check(agent: Partial<AgentSummary>, expected: readonly string[]): void {
  const rows = agentTree([{ ...weather, ...agent }]);
  expect(
    rows
      .flatMap((row) => [row, ...row.children])
      .map(({ text, context }) => `${text.icon.id} ${text.label} | ${text.description} [${context}]`),
  ).toEqual(expected);
}

test('a loaded agent shows version, language and rung', () => {
  check({}, ['pass weather-checker | 1.0.0 · python · namespaces [agent runnable]']);
});

test('an agent that was rejected says so, and which version still serves', () => {
  check(
    {
      status: 'rejected',
      failure: {
        code: 'import_error',
        exception_type: 'ModuleNotFoundError',
        message: "No module named 'cgi'",
        at: { file: 'main.py', line: 1 },
      },
    },
    [
      'error weather-checker | 1.0.0 · not loaded · still serving 3f2a · python · namespaces [agent runnable]',
      "error ModuleNotFoundError: No module named 'cgi' | main.py:1 [problem]",
    ],
  );
});

test('an agent without a version that serves cannot be run', () => {
  const { digest, ...undigested } = weather;
  expect(digest).toBeDefined();
  expect(agentTree([{ ...undigested, status: 'rejected' }])[0]?.context).toBe('agent');
});

test('an agent that lacks dependencies can be run, which asks, or have them installed', () => {
  check({ status: 'waiting', waiting_for: 'dependencies', missing_dependencies: ['requests==2.31.0'] }, [
    'clockface weather-checker | 1.0.0 · waits for dependencies · python · namespaces [agent runnable installable]',
  ]);
});

test('each problem is a row that names its line and code', () => {
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } };
  check({ problems: [{ path: 'weather-checker/agent.yaml', code: 'unknown-key', severity: 'warning', message: 'Unknown key', range }] }, [
    'pass weather-checker | 1.0.0 · python · namespaces · 1 problem [agent runnable]',
    'warning Unknown key | agent.yaml:4 · unknown-key [problem]',
  ]);
});

test('how many agents wait for Python is said in one sentence, or not at all', () => {
  const waits: AgentSummary = { ...weather, status: 'waiting', waiting_for: 'interpreter' };
  expect([waitingText([weather]), waitingText([waits]), waitingText([waits, waits, waits])]).toEqual([
    '',
    '1 agent waits for Python ≥ 3.9.',
    '3 agents wait for Python ≥ 3.9.',
  ]);
});
