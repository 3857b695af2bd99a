import { expect, test } from 'vitest';
import { orchestratorWorlds } from '../../testdata/orchestrator-world.ts';

const { world } = orchestratorWorlds();
/** Several programs start in each of these, on a machine that may be busy. */
const patient = { timeout: 240_000 };

test('serves the API of the runtime with tokens of its own, and stops on SIGTERM', patient, async () => {
  const it = world();
  const server = await it.serve();
  expect(await server.says('token create')).toContain('There is no token yet');
  expect(await server.ask(undefined, 'GET', '/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
  const token = await it.token('ci', 'read,run');
  const waited = await server.ask(token, 'GET', '/api/v1/agents/echo?fresh=1');
  expect(waited).toMatchObject({ status: 200, body: { name: 'echo', status: 'loaded' } });
  expect(await server.ask(token, 'GET', '/api/v1/agents')).toMatchObject({ status: 200, body: [{ name: 'echo' }] });
  const submitted = await fetch(`${server.url}/api/v1/tasks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'text/event-stream' },
    body: '{"agent_name":"echo","input":{"a":1}}',
  });
  expect(await submitted.text()).toContain('event: task.succeeded\n');
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});
