import type { AgentSummary, Failure } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { blamedLine, loadFailure } from './load-failure.ts';

const descriptor = `name: rss-monitor
runtime:
  entrypoint: feedparser.py
  dependencies:
    - requests==2.31.0
    - feedparser==6.0.10
    - "typing-extensions>=4"
`;

function check(message: string, line: number | undefined): void {
  expect(blamedLine({ code: 'import_error', message }, descriptor)).toBe(line);
}

test('a package that breaks while it is imported is blamed on the line that asks for it', () =>
  check("No module named 'cgi' (feedparser/encodings.py:29)", 5));
test('hyphens and underscores are the same', () => check('boom (typing_extensions/x.py:1)', 6));
test("the agent's own code keeps its own line", () => check("No module named 'cgi'", undefined));
test('a package that nobody asked for by name is not blamed', () => check('boom (sgmllib/x.py:3)', undefined));

const agent: AgentSummary = { name: 'a', version: '1.0.0', path: '/a', language: 'python', status: 'rejected', problems: [] };
const failure: Failure = { code: 'import_error', message: 'boom' };
const problem = {
  path: 'agent.yaml',
  code: 'x',
  severity: 'error',
  message: 'm',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
} as const;

test('a failure that a rule already tells is not told twice', () => {
  expect(loadFailure({ ...agent, failure, problems: [problem] })).toBeUndefined();
  expect(loadFailure({ ...agent, failure, problems: [{ ...problem, severity: 'warning' }] })).toBe(failure);
});

test('an agent that only waits has not failed', () => {
  expect(loadFailure({ ...agent, status: 'waiting', waiting_for: 'dependencies', failure })).toBeUndefined();
});
