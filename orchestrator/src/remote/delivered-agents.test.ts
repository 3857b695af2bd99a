import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { echo, gated, orchestratorWorlds, runtimeToken } from '../../testdata/orchestrator-world.ts';
import { both, picture, traceOf } from '../../testdata/remote-world.ts';

const { world } = orchestratorWorlds();
/** Several programs start in each of these, on a machine that may be busy. */
const patient = { timeout: 240_000 };

test('agents of the orchestrator run at the runtime, which is brought their files, and again where it has lost them', patient, async () => {
  const failing = {
    'agents/broken/agent.yaml': 'name: broken\nversion: 1.0.0\nruntime: { type: nodejs, entrypoint: main.mjs }\n',
    'agents/broken/main.mjs': 'import "./gone.mjs";\nexport const execute = () => ({});\n',
  };
  const it = world({ ...gated, ...echo, ...failing });
  const all = await both(it);
  const { runtime, server, token } = all;
  const run = async (input: object): Promise<readonly string[]> => {
    const { status, body } = await server.ask(token, 'POST', '/api/v1/tasks', { agent_name: 'echo', input });
    expect([status, body]).toEqual([202, expect.objectContaining({ status: 'queued' })]);
    return picture(await traceOf(all, (body as { task_id: string }).task_id));
  };
  const expected = ['task.queued', 'attempt.started 1', 'log 1 echoing', 'attempt.succeeded 1', 'task.succeeded'];
  expect(await run({ n: 1 })).toEqual(expected);
  // What does not load there is told here, with its line.
  expect((await server.ask(token, 'GET', '/api/v1/agents/broken?fresh=1')).body).toMatchObject({
    status: 'rejected',
    failure: { code: 'import_error' },
  });
  expect((await runtime.ask(runtimeToken, 'GET', '/api/v1/tasks')).body).toMatchObject([{ agent_version: '1.0.0', input: { n: 1 } }]);

  runtime.child.kill('SIGKILL');
  await runtime.ended;
  const snapshots = join(it.folder, 'runtime/data/hermes-runtime/snapshots');
  for (const name of readdirSync(snapshots)) chmodSync(join(snapshots, name), 0o755);
  rmSync(snapshots, { recursive: true });
  expect(existsSync(snapshots)).toBe(false);
  await it.serveRuntime(runtime.port);
  expect(await run({ n: 2 })).toEqual(expected);
});
