import { expect, test } from 'vitest';
import { agentYaml, apiWorlds, mainPy, type ApiWorld } from '../../testdata/api-world.ts';

const { world } = apiWorlds();

const json = { 'content-type': 'application/json' };

function call({ url, token }: ApiWorld, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
}

function post(it: ApiWorld, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return call(it, path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
}

test('the calls of the original work with the token added', async () => {
  const it = await world();
  expect(await (await fetch(`${it.url}/health`)).json()).toEqual({ status: 'ok' });
  const submitted = await post(it, '/api/v1/tasks', { agent_name: 'echo', input: { text: '北京' } });
  expect(submitted.status).toBe(202);
  const { task_id, status } = (await submitted.json()) as { task_id: string; status: string };
  expect(status).toBe('queued');
  await (await call(it, `/api/v1/tasks/${task_id}/events`)).text();
  const task = await (await call(it, `/api/v1/tasks/${task_id}`)).json();
  expect(task).toMatchObject({ status: 'succeeded', output: { text: '北京' }, source: 'http' });
  expect(task).toHaveProperty('started_at');
  expect(task).toHaveProperty('finished_at');
});

test('health tells the truth when no worker can start', async () => {
  const it = await world({ refusal: { code: 'sandbox_unavailable', message: 'namespaces are required here' } });
  for (const path of ['/health', '/readyz']) {
    const response = await fetch(it.url + path);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'unavailable', code: 'sandbox_unavailable', message: 'namespaces are required here' },
    ]);
  }
  expect((await fetch(`${it.url}/livez`)).status).toBe(200);
});

test('lists no agents as an empty array', async () => {
  const it = await world({ agents: { 'readme.txt': 'nothing here' } });
  expect(await (await call(it, '/api/v1/agents')).json()).toEqual([]);
});

test('lists agents by name, with what a subscription needs to follow', async () => {
  const it = await world({
    agents: { 'b/agent.yaml': agentYaml('beta'), 'b/main.py': mainPy, 'a/agent.yaml': agentYaml('alpha'), 'a/main.py': mainPy },
  });
  const response = await call(it, '/api/v1/agents');
  expect(((await response.json()) as { name: string; status: string }[]).map(({ name, status }) => [name, status])).toEqual([
    ['alpha', 'loaded'],
    ['beta', 'loaded'],
  ]);
  expect(Number(response.headers.get('x-hermes-last-seq'))).toBeGreaterThan(0);
});

test('refuses an input that does not fit, with every place at once, and makes no task', async () => {
  const it = await world();
  const response = await post(it, '/api/v1/tasks', { agent_name: 'echo', input: { text: 5 } });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ error: { code: 'invalid_input', problems: [{ path: '/text' }] } });
  expect(await (await call(it, '/api/v1/tasks')).json()).toEqual([]);
});

test('names what is known when an agent is not', async () => {
  const it = await world();
  const response = await post(it, '/api/v1/tasks', { agent_name: 'ecko' });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: 'unknown_agent' } });
});

test('asks which one is meant when a name exists twice, and takes the folder as the answer', async () => {
  const it = await world({
    agents: { 'a/agent.yaml': agentYaml('twin'), 'a/main.py': mainPy, 'b/agent.yaml': agentYaml('twin'), 'b/main.py': `${mainPy}\n` },
  });
  const response = await post(it, '/api/v1/tasks', { agent_name: 'twin' });
  expect(response.status).toBe(409);
  const { error } = (await response.json()) as { error: { code: string; problems: { message: string }[] } };
  expect(error.code).toBe('ambiguous_agent');
  expect(error.problems.map(({ message }) => message.slice(-9))).toEqual(['/agents/a', '/agents/b']);
  expect((await post(it, '/api/v1/tasks', { agent_name: 'twin', agent_path: error.problems[0]?.message })).status).toBe(202);
});

test('cancels a running task and answers when it has ended', async () => {
  const it = await world({ agents: { 'f/agent.yaml': agentYaml('forever'), 'f/main.py': mainPy } });
  const { task_id } = (await (await post(it, '/api/v1/tasks', { agent_name: 'forever' })).json()) as { task_id: string };
  expect(await (await post(it, `/api/v1/tasks/${task_id.slice(0, 8)}/cancel`, {})).json()).toEqual({ task_id, status: 'canceled' });
  expect((await post(it, '/api/v1/tasks/ffffffff/cancel', {})).status).toBe(404);
});

test('answers the same key once, and refuses it with another input', async () => {
  const it = await world();
  const body = { agent_name: 'echo', input: { text: 'a' }, idempotency_key: 'k1' };
  const first = (await (await post(it, '/api/v1/tasks', body)).json()) as { task_id: string };
  const again = (await (await post(it, '/api/v1/tasks', body)).json()) as { task_id: string };
  expect(again.task_id).toBe(first.task_id);
  expect((await post(it, '/api/v1/tasks', { ...body, input: { text: 'b' } })).status).toBe(409);
});

test('pages through tasks, newest first', async () => {
  const it = await world();
  for (const text of ['1', '2', '3']) await post(it, '/api/v1/tasks', { agent_name: 'echo', input: { text } });
  const page = await call(it, '/api/v1/tasks?limit=2');
  const rest = await call(it, `/api/v1/tasks?limit=2&cursor=${page.headers.get('x-hermes-cursor') ?? ''}`);
  const inputs = [...((await page.json()) as { input: object }[]), ...((await rest.json()) as { input: object }[])].map(
    ({ input }) => input,
  );
  expect(inputs).toEqual([{ text: '3' }, { text: '2' }, { text: '1' }]);
  expect(rest.headers.get('x-hermes-cursor')).toBeNull();
  expect((await call(it, '/api/v1/tasks?status=done')).status).toBe(400);
  expect((await call(it, '/api/v1/tasks?limit=0')).status).toBe(400);
});

test('describes itself, with every reference leading somewhere', async () => {
  const it = await world();
  const text = await (await call(it, '/openapi.json')).text();
  const description = JSON.parse(text) as Record<string, unknown>;
  expect(description['openapi']).toBe('3.1.0');
  for (const [, ref = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = ref.split('/').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], description);
    expect(target, ref).toBeDefined();
  }
});

test('answers at every address that it describes', async () => {
  const it = await world();
  const { paths } = (await (await call(it, '/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> };
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of Object.keys(methods)) {
      const abort = new AbortController();
      const response = await call(it, path.replace(/\{\w+\}/, 'x'), { method: method.toUpperCase(), signal: abort.signal });
      const text = response.ok ? '' : await response.text();
      expect([method, path, text.includes('"not_found"')]).toEqual([method, path, false]);
      abort.abort();
    }
  }
});

test('answers an unknown path and a bug in words and with a code', async () => {
  const it = await world();
  const missing = await call(it, '/api/v1/nothing');
  expect([missing.status, await missing.json()]).toMatchObject([404, { error: { code: 'not_found' } }]);
});

test('installs on request and tells how far it is', async () => {
  const it = await world();
  const [agent] = it.registry.entries;
  const response = await post(it, '/api/v1/environments', { agent_path: agent?.folder });
  expect(await response.text()).toContain('event: progress\ndata: {"type":"progress","message":"fetching"}\n\nevent: installed\n');
});

test('says whether an agent has what it needs, and what a debugger needs beside it', async () => {
  const it = await world();
  const folder = encodeURIComponent(it.registry.entries[0]?.folder ?? '');
  const answers = ['', '&debugger=true'].map(async (more) => (await call(it, `/api/v1/environments?agent_path=${folder}${more}`)).json());
  expect(await Promise.all(answers)).toMatchObject([{ status: 'ready' }, { status: 'waiting', failure: { code: 'debugger_missing' } }]);
  expect((await call(it, '/api/v1/environments?agent_path=/nowhere')).status).toBe(404);
});

test('only the socket adds folders, opens ports and stops the runtime', async () => {
  const it = await world();
  for (const [method, path] of [
    ['PUT', '/api/v1/roots'],
    ['POST', '/api/v1/listen'],
    ['POST', '/api/v1/stop'],
  ] as const) {
    const response = await call(it, path, { method, headers: json, body: JSON.stringify({ path: '/', port: 0 }) });
    expect([path, response.status, await response.json()]).toMatchObject([path, 403, { error: { code: 'local_only' } }]);
  }
  expect(it.stops()).toBe(0);
  expect((await it.client.call('POST', '/api/v1/stop')).status).toBe(202);
  expect(it.stops()).toBe(1);
});
