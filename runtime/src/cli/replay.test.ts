import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cliWorlds, type CliResult, type CliWorld } from '../../testdata/cli-world.ts';

const { world } = cliWorlds();

const divider = {
  'divider/agent.yaml': `name: divider
version: 1.0.0
input_schema: { type: object, properties: { by: { type: number }, token: { type: string, writeOnly: true } } }
examples: [{ name: two, input: { by: 2, token: another-canary }, output: { half: 0.5 } }]
runtime: { type: nodejs, entrypoint: main.mjs }
`,
  'divider/main.mjs': `export function execute({ by, token }) {
  if (by === 0) throw new Error('by is zero' + (token ? ', with a token' : ''));
  return { half: 1 / by };
}
`,
};

function jsonOf(result: CliResult): Record<string, unknown> {
  return JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
}

async function failed(it: CliWorld): Promise<string> {
  const run = await it.run(['run', 'divider', '--input', '{"by":0,"token":"canary-token"}', '--json']);
  expect(run.code).toBe(1);
  return String(jsonOf(run)['task_id']);
}

test('a failed task fails again in an exact replay, on the code and the input that it had', { timeout: 60_000 }, async () => {
  const it = world(divider);
  const task = await failed(it);
  const exact = await it.run(['replay', task.slice(0, 8)]);
  expect([exact.code, exact.stderr]).toEqual([1, expect.stringContaining('exact replay · of')]);
  expect(exact.stderr).toMatch(/by is zero, with a token .*main\.mjs:2/);
  expect(exact.stderr.replaceAll(/\s+/g, ' ')).toContain('receipt input equal · code equal · environment equal · 0 live effects');

  const file = join(it.agents, 'one.case.json.gz');
  expect((await it.run(['case', task, '--output', file])).stdout).toBe(`${file}\n`);
  const again = jsonOf(await it.run(['replay', file, '--json']));
  expect(again).toMatchObject({ status: 'failed', replay: { code: 'equal', result: 'equal', live_effects: 0 } });
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  expect([text.includes('canary'), text.includes('hermes-runtime-case/1')]).toEqual([false, true]);
});

test('the same input on other code, and another input live', { timeout: 60_000 }, async () => {
  const it = world(divider);
  const task = await failed(it);
  const edited = jsonOf(await it.run(['replay', task, '--input', '{"by":4}', '--json']));
  expect(edited).toMatchObject({ status: 'succeeded', output: { half: 0.25 }, replay_of: task, replay_mode: 'edited' });
  const refused = await it.run(['replay', task, '--mode', 'again']);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('was a secret that is no longer kept')]);
  const missing = await it.run(['replay', 'ffffffff']);
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('unknown_task')]);
});

test('a task becomes a test that runs without the network, and an example with an output is one', { timeout: 60_000 }, async () => {
  const it = world(divider);
  const run = jsonOf(await it.run(['run', 'divider', '--input', '{"by":5}', '--json']));
  const added = await it.run(['test', 'add', String(run['task_id']), '--name', '五/five', '--json']);
  expect(jsonOf(added)).toMatchObject({ expect: { status: 'succeeded', output: { half: 0.2 } } });
  expect(existsSync(join(it.agents, 'divider/tests/五-five.case.json'))).toBe(true);
  const passed = await it.run(['test']);
  expect([passed.code, passed.stdout.split('\n').map((line) => line.replace(/ {2}.*/, ''))]).toEqual([
    0,
    ['✓ divider › 五-five', '✓ divider › two', ''],
  ]);
  const mended = await it.run(['test', '--filter', 'no such']);
  expect([mended.code, mended.stderr]).toEqual([0, expect.stringContaining('No tests here')]);
});

test('a request that was not recorded is answered by hand, and said to be', { timeout: 60_000 }, async () => {
  const it = world(divider);
  const task = jsonOf(await it.run(['run', 'divider', '--input', '{"by":2}', '--json']))['task_id'];
  const main = join(it.agents, 'divider/main.mjs');
  writeFileSync(
    main,
    "export const execute = async () => ({ half: await (await fetch('http://stock.example/9?token=canary-1')).json() });\n",
  );
  const diverged = await it.run(['replay', String(task), '--mode', 'my-code']);
  expect([diverged.code, diverged.stderr]).toEqual([1, expect.stringMatching(/GET stock\.example\/9.* was not recorded/)]);
  const id = /hermes-runtime replay (\w+) --give FILE/.exec(diverged.stderr)?.[1] ?? '';
  writeFileSync(join(it.agents, 'answer.json'), '{ "status": 200, "body": 0.75, "headers": { "Set-Cookie": "sid=canary-2" } }');
  const given = await it.run(['replay', id, '--give', 'answer.json']);
  expect([given.code, given.stderr.replaceAll(/\s+/g, ' ')]).toEqual([
    0,
    expect.stringContaining('0 live effects · 0 served · 1 given by hand'),
  ]);
  expect(given.stderr).toMatch(/replay with my code · .* · 1 given by hand/);
  expect(given.stderr).toMatch(/GET stock\.example.*200.* · given by hand/);
  // A replay of that replay has the answer too; a live one takes none.
  const once = jsonOf(await it.run(['replay', id, '--give', 'answer.json', '--json']));
  const again = jsonOf(await it.run(['replay', String(once['task_id']), '--mode', 'my-code', '--json']));
  expect(again).toMatchObject({ status: 'succeeded', output: { half: 0.75 }, replay: { given: 1, served: 0, live_effects: 0 } });
  const live = await it.run(['replay', String(task), '--mode', 'again', '--yes', '--give', 'answer.json']);
  expect([live.code, live.stderr]).toEqual([2, expect.stringContaining('answer.json is no answer')]);
  writeFileSync(join(it.agents, 'answer.json'), '{ "method": "GET", "url": "http://x/", "status": 200 }');
  const refused = await it.run(['replay', String(task), '--mode', 'again', '--yes', '--give', 'answer.json']);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('is not taken in this mode')]);
  expect((await it.run(['trace', id, '--json'])).stdout).not.toContain('canary');
});
