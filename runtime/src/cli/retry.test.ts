import { expect, test } from 'vitest';
import { cliWorlds, type CliResult } from '../../testdata/cli-world.ts';

const { world } = cliWorlds();

const sender = {
  'sender/agent.yaml': `name: sender
version: 1.0.0
input_schema: { type: object, properties: { to: { type: string }, token: { type: string, writeOnly: true } } }
runtime: { type: nodejs, entrypoint: main.mjs }
`,
  'sender/main.mjs': `import { execFileSync } from 'node:child_process';
export function execute({ to }) {
  execFileSync('true');
  throw new Error('no such box: "' + to + '"');
}
`,
};

const listOf = ({ stdout }: CliResult): Record<string, unknown>[] => JSON.parse(stdout) as Record<string, unknown>[];

test('all tasks that failed for one cause are run again, each once, after their effects were named', { timeout: 90_000 }, async () => {
  const it = world(sender);
  const ids: string[] = [];
  for (const input of ['{"to":"a"}', '{"to":"b"}', '{"to":"c","token":"canary-token"}']) {
    const run = await it.run(['run', 'sender', '--input', input, '--json']);
    ids.push(String((JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>)['task_id']));
  }
  const asked = await it.run(['retry', ids[0] ?? '', '--cause']);
  expect([asked.code, asked.stdout]).toEqual([2, '']);
  expect(asked.stderr).toMatch(/3 tasks of sender had these effects[^]*3× true[^]*Nothing was run/);
  const retried = await it.run(['retry', ids[0] ?? '', '--cause', '--yes', '--json']);
  expect([retried.code, retried.stderr]).toEqual([1, expect.stringContaining('2 accepted · 1 refused')]);
  const outcomes = listOf(retried);
  expect(new Set(outcomes.map(({ retry_of }) => retry_of))).toEqual(new Set(ids));
  expect(outcomes.filter((outcome) => 'task_id' in outcome)).toHaveLength(2);
  // Said again for one of them, it is the task that there is.
  const known = outcomes.find(({ retry_of }) => retry_of === ids[0]);
  expect((await it.run(['retry', ids[0] ?? '', '--yes'])).stdout.trim()).toBe(known?.['task_id']);
});
