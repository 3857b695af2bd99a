import { expect, test } from 'vitest';
import { echo, gated, orchestratorWorlds, runtimeToken } from '../../testdata/orchestrator-world.ts';
import { both, cableTo, picture, said, submit, traceOf, wholePicture, withRuntime } from '../../testdata/remote-world.ts';

const { world } = orchestratorWorlds();
/** Several programs start in each of these, on a machine that may be busy. */
const patient = { timeout: 240_000 };

test('attempts go to the runtime, whose agents are listed, and their trace comes back', patient, async () => {
  const it = world(gated);
  const all = await both(it);
  const { runtime, server, token, gate } = all;
  expect(await server.ask(token, 'GET', '/api/v1/agents')).toMatchObject({ body: [{ name: 'gated', status: 'loaded' }] });
  const key = 'a-secret-of-some-length';
  const id = await submit(all, { key });
  gate.open();
  const events = await traceOf(all, id);
  expect(picture(events)).toEqual(wholePicture.map((line) => line.replace('two', 'two ‹secret›')));
  expect(await server.ask(token, 'GET', `/api/v1/tasks/${id}`)).toMatchObject({ body: { output: { ok: true, length: key.length } } });
  const there = await runtime.ask(runtimeToken, 'GET', '/api/v1/tasks');
  expect(there.body).toMatchObject([{ status: 'succeeded', input: { key: 'secret://key' } }]);
  expect(JSON.stringify([events, there.body])).not.toContain(key);
});

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'an orchestrator that ends by %s in mid-task takes the attempt up again',
  patient,
  async (signal) => {
    const it = world(gated);
    const all = await both(it);
    const { runtime, server, token, gate } = all;
    const id = await submit(all);
    await gate.askedTimes(1);
    await said(all, id, '"one"');
    server.child.kill(signal);
    await server.ended;
    const again = await it.serve('', withRuntime(runtime.url));
    expect((await again.ask(token, 'GET', `/api/v1/tasks/${id}`)).body).toMatchObject({ status: 'running' });
    gate.open();
    expect(picture(await traceOf({ server: again, token }, id))).toEqual(wholePicture);
    expect(gate.asked()).toBe(1);
    expect((await runtime.ask(runtimeToken, 'GET', '/api/v1/tasks')).body).toHaveLength(1);
  },
);

test('an attempt that ended while no orchestrator ran is recorded by the next one', patient, async () => {
  const it = world(gated);
  const all = await both(it);
  const { runtime, server, token, gate } = all;
  const id = await submit(all);
  await gate.askedTimes(1);
  server.child.kill('SIGKILL');
  await server.ended;
  gate.open();
  const [there] = (await runtime.ask(runtimeToken, 'GET', '/api/v1/tasks')).body as { task_id: string }[];
  await traceOf({ server: runtime, token: runtimeToken }, there?.task_id ?? '');
  const again = await it.serve('', withRuntime(runtime.url));
  expect(picture(await traceOf({ server: again, token }, id))).toEqual(wholePicture);
  expect(gate.asked()).toBe(1);
});

test(
  'without a runtime of its own an attempt dies with the orchestrator, is lost and tried again: what counts executions works',
  patient,
  async () => {
    const it = world({ ...echo, ...Object.fromEntries(Object.entries(gated).map(([name, text]) => [name.replace('runtime-', ''), text])) });
    const { gate } = await both(it);
    const token = await it.token('local', 'read,run');
    const server = await it.serve('store: { path: ./other }\n');
    const local = (
      await it.run('token', 'create', '--config', 'orchestrator-config.yaml', '--name', 'ci', '--scopes', 'read,run')
    ).stdout.trim();
    expect(token).not.toBe(local);
    await server.ask(local, 'GET', '/api/v1/agents/gated?fresh=1');
    const id = await submit({ server, token: local, gate });
    await gate.askedTimes(1);
    await said({ server, token: local }, id, '"one"');
    server.child.kill('SIGKILL');
    await server.ended;
    const again = await it.serve('store: { path: ./other }\n');
    await gate.askedTimes(2);
    gate.open();
    const lines = picture(await traceOf({ server: again, token: local }, id));
    expect(lines).toEqual(expect.arrayContaining(['attempt.lost 1', 'attempt.succeeded 2', 'task.succeeded']));
  },
);

test('a cable that is cut again and again loses nothing and repeats nothing', patient, async () => {
  const it = world(gated);
  const cables: Awaited<ReturnType<typeof cableTo>>[] = [];
  const all = await both(it, {
    through: async (port) => {
      const cable = await cableTo(port);
      cables.push(cable);
      return cable.url;
    },
  });
  const { server, token, gate } = all;
  const [cable] = cables;
  const id = await submit(all);
  await gate.askedTimes(1);
  await said(all, id, '"one"');
  for (let n = 0; n < 3; n += 1) {
    const before = cable?.connections() ?? 0;
    cable?.cut();
    while ((cable?.connections() ?? 0) === before) await new Promise((resolve) => setImmediate(resolve));
    cable?.mend();
  }
  cable?.cut();
  gate.open();
  let health = await server.ask(undefined, 'GET', '/health');
  while (health.status === 200) health = await server.ask(undefined, 'GET', '/health');
  expect(health).toMatchObject({ status: 503, body: { code: 'runtime_unreachable' } });
  cable?.mend();
  expect(picture(await traceOf(all, id))).toEqual(wholePicture);
  expect(gate.asked()).toBe(1);
  expect(await server.ask(token, 'GET', `/api/v1/tasks/${id}`)).toMatchObject({
    body: { status: 'succeeded', attempts: [{ attempt: 1 }] },
  });
});
