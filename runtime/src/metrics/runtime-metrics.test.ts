import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Script, agentNamed, endOf, engineWorlds, failing, start, partial } from '../../testdata/engine-world.ts';
import { createRuntimeMetrics } from './runtime-metrics.ts';

const { world } = engineWorlds();
const hasPromtool = spawnSync('promtool', ['--version']).status === 0;

const skipping: Script = (_spec, { onEvent }) => {
  start(onEvent);
  onEvent(partial({ type: 'item.skipped', time: 2, item: 'x', reason: 'old' }));
  return { status: 'succeeded', output: {}, ms: 1 };
};

async function scrape(agents: readonly string[], script: Script = skipping): Promise<string> {
  const it = world({ agents: agents.map((name) => agentNamed(name)), script });
  const metrics = createRuntimeMetrics({ store: it.store, engine: it.engine, version: '1.2.3' });
  await it.engine.start();
  for (const agent_name of agents) await endOf(it, (await it.engine.submit({ agent_name })).task_id);
  return metrics.text();
}

test('counts tasks by agent and status, attempts, findings and durations', async () => {
  const text = await scrape(['weather', 'rss']);
  const lines = text.split('\n');
  expect(lines).toContain('hermes_tasks_total{agent="weather",status="succeeded"} 1');
  expect(lines).toContain('hermes_tasks_submitted_total{agent="rss"} 1');
  expect(lines).toContain('hermes_attempts_total{status="succeeded"} 2');
  expect(lines).toContain('hermes_findings_total{kind="skipped"} 2');
  expect(lines).toContain('hermes_task_duration_seconds_bucket{agent="rss",le="+Inf"} 1');
  expect(lines).toContain('hermes_build_info{version="1.2.3"} 1');
  expect(lines).toContain('hermes_store_writable 1');
  expect(lines).toContain('hermes_tasks_running 0');
});

test('counts failures as such', async () => {
  expect(await scrape(['weather'], failing())).toContain('hermes_tasks_total{agent="weather",status="failed"} 1\n');
});

test('keeps the number of labels bounded, however many agents there are', async () => {
  const names = Array.from({ length: 230 }, (_, index) => `agent-${index}`);
  const ended = (await scrape(names)).split('\n').filter((line) => line.startsWith('hermes_tasks_total{'));
  expect(ended).toHaveLength(201);
  expect(ended.at(-1)).toBe('hermes_tasks_total{agent="other",status="succeeded"} 30');
});

test.skipIf(!hasPromtool)(`${hasPromtool ? '' : 'not run: promtool is not installed: '}is what promtool calls clean`, async () => {
  const text = await scrape(['weather', 'rss']);
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], { input: text, encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});
