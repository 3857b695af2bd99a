import { expect, test } from 'vitest';
import { gated, orchestratorWorlds, runtimeToken } from '../../testdata/orchestrator-world.ts';
import { both, picture, said, submit, traceOf, withRuntime } from '../../testdata/remote-world.ts';

const { world } = orchestratorWorlds();
/** Several programs start in each of these, on a machine that may be busy. */
const patient = { timeout: 240_000 };

test('a runtime that is killed in mid-task and comes back: the attempt is lost, and tried again', patient, async () => {
  const it = world(gated);
  const all = await both(it);
  const { runtime, gate, server, token } = all;
  const id = await submit(all);
  await gate.askedTimes(1);
  await said(all, id, '"one"');
  runtime.child.kill('SIGKILL');
  await runtime.ended;
  await it.serveRuntime(runtime.port);
  await gate.askedTimes(2);
  gate.open();
  expect(picture(await traceOf(all, id))).toEqual([
    'task.queued',
    'attempt.started 1',
    'log 1 one',
    'attempt.lost 1',
    'attempt.retry_scheduled 2',
    'task.waiting',
    'task.resumed',
    'attempt.started 2',
    'log 2 one',
    'http.exchanged 2',
    'log 2 two',
    'attempt.succeeded 2',
    'task.succeeded',
  ]);
  expect(gate.asked()).toBe(2);
  expect(await server.ask(token, 'GET', `/api/v1/tasks/${id}`)).toMatchObject({
    body: { attempts: [{ status: 'lost', failure: { code: 'attempt_lost' } }, { status: 'succeeded' }] },
  });
});

test('a runtime that does not come back: each attempt is lost after the time that the configuration gives', patient, async () => {
  const it = world(gated);
  const all = await both(it, { config: 'runtime_lost_after_seconds: 0.5\n' });
  const { runtime, gate, server, token } = all;
  const id = await submit(all);
  await gate.askedTimes(1);
  runtime.child.kill('SIGKILL');
  await runtime.ended;
  const lines = picture(await traceOf(all, id));
  expect(lines.filter((line) => line.startsWith('attempt.lost'))).toEqual(['attempt.lost 1', 'attempt.lost 2']);
  expect(await server.ask(token, 'GET', `/api/v1/tasks/${id}`)).toMatchObject({
    body: { status: 'failed', failure: { code: 'attempt_lost' } },
  });
});

test('both are killed in mid-task and come back: the attempt is lost once, and tried again once', patient, async () => {
  const it = world(gated);
  const all = await both(it);
  const { runtime, gate, server, token } = all;
  const id = await submit(all);
  await gate.askedTimes(1);
  await said(all, id, '"one"');
  for (const { child } of [server, runtime]) child.kill('SIGKILL');
  await Promise.all([server.ended, runtime.ended]);
  const again = await it.serve('', withRuntime(runtime.url));
  await it.serveRuntime(runtime.port);
  await gate.askedTimes(2);
  gate.open();
  const lines = picture(await traceOf({ server: again, token }, id));
  expect(lines.filter((line) => line.startsWith('attempt.'))).toEqual([
    'attempt.started 1',
    'attempt.lost 1',
    'attempt.retry_scheduled 2',
    'attempt.started 2',
    'attempt.succeeded 2',
  ]);
  expect(gate.asked()).toBe(2);
});

test('canceling a task cancels it at the runtime', patient, async () => {
  const it = world(gated);
  const all = await both(it);
  const { runtime, gate, server, token } = all;
  const id = await submit(all);
  await gate.askedTimes(1);
  expect(await server.ask(token, 'POST', `/api/v1/tasks/${id}/cancel`, {})).toMatchObject({ status: 200, body: { status: 'canceled' } });
  expect((await runtime.ask(runtimeToken, 'GET', '/api/v1/tasks')).body).toMatchObject([{ status: 'canceled' }]);
  expect(await server.ask(token, 'GET', `/api/v1/tasks/${id}`)).toMatchObject({ body: { attempts: [{ status: 'canceled' }] } });
});

test('a failed attempt brings the traffic that a replay needs, without secrets', patient, async () => {
  const it = world(gated);
  const all = await both(it);
  const { gate, server, token } = all;
  gate.open(503);
  const id = await submit(all, { key: 'a-secret-of-some-length' });
  const lines = picture(await traceOf(all, id));
  expect(lines.filter((line) => line.startsWith('attempt.'))).toEqual([
    'attempt.started 1',
    'attempt.failed 1',
    'attempt.retry_scheduled 2',
    'attempt.started 2',
    'attempt.failed 2',
  ]);
  const { body } = await server.ask(token, 'GET', `/api/v1/tasks/${id}/case`);
  expect(body).toMatchObject({ traffic: 'kept', exchanges: [{ response: { status: 503 } }], descriptor: { name: 'gated' }, attempt: 2 });
  expect(JSON.stringify(body)).toContain('hermes-secret-key');
  expect(JSON.stringify(body)).not.toContain('a-secret-of-some-length');
  expect(gate.asked()).toBe(2);
});
