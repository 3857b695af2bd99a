import { expect, test } from 'vitest';
import { apiWorlds, type ApiWorld } from '../../testdata/api-world.ts';

const { world } = apiWorlds();

async function post({ url, token }: ApiWorld, body: string | Uint8Array<ArrayBuffer>): Promise<[number, string]> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/v1/tasks`, { method: 'POST', headers, body });
  const answer = (await response.json()) as { error?: { code: string } };
  return [response.status, answer.error?.code ?? ''];
}

test('survives bodies that are not what they should be, each with its own answer', async () => {
  const it = await world();
  expect(await post(it, '{"agent_name":')).toEqual([400, 'invalid_json']);
  expect(await post(it, new Uint8Array([0x22, 0xff, 0x22]))).toEqual([400, 'invalid_json']);
  expect(await post(it, `{"agent_name":"echo","input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toEqual([400, 'json_too_deep']);
  expect(await post(it, `{"agent_name":"echo","input":{${Array.from({ length: 100_001 }, (_, i) => `"${i}":1`).join()}}}`)).toEqual([
    400,
    'json_too_deep',
  ]);
  expect(await post(it, '[]')).toEqual([400, 'invalid_request']);
  expect(await post(it, '{"agent_name":"echo","inputs":{}}')).toEqual([400, 'invalid_request']);
  expect(await post(it, '{"agent_name":"echo","input":{"text":"[[[[[[ \\" [[[[[["}}')).toEqual([202, '']);
});

test('stops reading a body that is too large', async () => {
  const it = await world();
  const answer = await post(it, JSON.stringify({ agent_name: 'echo', input: { text: 'x'.repeat(9 * 1024 * 1024) } })).catch(
    (error: unknown) => String(error),
  );
  // The server closes early: a client that still writes may see the connection go instead of the answer.
  expect(JSON.stringify(answer)).toMatch(/413|fetch failed/);
  expect(await post(it, '{"agent_name":"echo"}')).toEqual([202, '']);
});

test('stops reading a large body that does not say how large it is', async () => {
  const it = await world();
  let sent = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      sent += 1;
      if (sent > 500) controller.close();
      else controller.enqueue(new TextEncoder().encode(sent === 1 ? '"' : 'x'.repeat(100_000)));
    },
  });
  const headers = { authorization: 'Bearer the-token', 'content-type': 'application/json' };
  const outcome = await fetch(`${it.url}/api/v1/tasks`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit).then(
    ({ status }) => status,
    () => 'cut',
  );
  expect([413, 'cut']).toContain(outcome);
  expect(sent).toBeLessThan(500);
});

test('a key called __proto__ is a key like any other', async () => {
  const it = await world();
  const [status] = await post(
    it,
    '{"agent_name":"echo","input":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
  );
  expect(status).toBe(202);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  const [stored] = it.engine.list().tasks;
  expect(JSON.stringify(stored?.input)).toContain('"__proto__":{"polluted":true}');
});

test('a body with an own __proto__ beside the fields is refused', async () => {
  const it = await world();
  expect((await post(it, '{"agent_name":"echo","__proto__":{"input":{}}}'))[0]).toBe(400);
});

test('refuses a case that would run out of stack further on', async () => {
  const { url, token } = await world();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = `{"input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const response = await fetch(`${url}/api/v1/cases`, { method: 'POST', headers, body });
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('nested deeper')]);
});
