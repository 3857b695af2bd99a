import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { apiWorlds, type ApiWorld } from '../../testdata/api-world.ts';
import { sseResponse } from './event-stream.ts';

const { world } = apiWorlds();

type Message = {
  readonly id: string | undefined;
  readonly type: string;
  readonly data: { readonly type: string; readonly seq: number; readonly task_id?: string };
};

function get({ url, token }: ApiWorld, path: string, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> {
  return fetch(url + path, { headers: { authorization: `Bearer ${token}`, ...headers }, ...(signal && { signal }) });
}

function submit({ url, token }: ApiWorld, agent_name: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/v1/tasks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ agent_name, input: { text: 'hello' } }),
  });
}

function messages(text: string): Message[] {
  return text
    .split('\n\n')
    .filter((block) => block.includes('data: '))
    .map((block) => {
      const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      return { id: field('id'), type: field('event') ?? '', data: JSON.parse(field('data') ?? '') as Message['data'] };
    });
}

const whole = ['task.queued', 'attempt.started', 'attempt.succeeded', 'task.succeeded'];

test('a task is one request: submitting it with Accept streams its events to the end', async () => {
  const it = await world();
  const response = await submit(it, 'echo', { accept: 'text/event-stream' });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events = messages(await response.text());
  expect(events.map(({ type }) => type)).toEqual(whole);
  expect(events.map(({ id }) => id)).toEqual(events.map(({ data }) => String(data.seq)));
  expect(response.headers.get('x-hermes-task-id')).toBe(events[0]?.data.task_id);
});

test('refuses in plain JSON even when a stream was asked for', async () => {
  const it = await world();
  const response = await submit(it, 'nobody', { accept: 'text/event-stream' });
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/json']);
});

test('a reader that comes back with Last-Event-ID misses nothing and gets nothing twice', async () => {
  const it = await world();
  const { task_id } = (await (await submit(it, 'echo')).json()) as { task_id: string };
  const all = messages(await (await get(it, `/api/v1/tasks/${task_id}/events`)).text());
  const rest = messages(await (await get(it, `/api/v1/tasks/${task_id}/events`, { 'last-event-id': all[1]?.id ?? '' })).text());
  expect([...all.slice(0, 2), ...rest]).toEqual(all);
  const json = (await (
    await get(it, `/api/v1/tasks/${task_id}/events?after=${all[0]?.id ?? ''}`, { accept: 'application/json' })
  ).json()) as { events: unknown[] };
  expect(json.events).toEqual(all.slice(1).map(({ data }) => data));
});

test('two clients see the same events in the same order, over SSE and over the WebSocket', async () => {
  const it = await world();
  const after = it.engine.lastSeq();
  const received: number[] = [];
  const socket = new WebSocket(`${it.url.replace('http', 'ws')}/api/v1/stream?after=${after}`, {
    headers: { authorization: `Bearer ${it.token}` },
  });
  const ended = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const event = JSON.parse(data.toString()) as Message['data'];
      received.push(event.seq);
      if (event.type === 'task.succeeded' && received.length >= 3 * whole.length) resolve();
    });
  });
  await Promise.all([submit(it, 'echo'), submit(it, 'echo'), submit(it, 'echo')]);
  await ended;
  socket.close();
  const abort = new AbortController();
  const stream = await get(it, `/api/v1/events?after=${after}`, {}, abort.signal);
  let text = '';
  for await (const chunk of stream.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString();
    if (messages(text).length >= received.length) break;
  }
  abort.abort();
  expect(messages(text).map(({ data }) => data.seq)).toEqual(received);
  expect(received).toEqual(received.toSorted((a, b) => a - b));
});

test('nothing is read ahead of a reader that does not read', async () => {
  let pulled = 0;
  const abort = new AbortController();
  async function* endless(): AsyncGenerator<string> {
    for (; !abort.signal.aborted; pulled += 1) yield 'x'.repeat(100_000);
  }
  const reader = sseResponse(endless(), abort).body?.getReader();
  await reader?.read();
  await reader?.read();
  // Everything that could run without the reader runs now.
  await new Promise((resolve) => setImmediate(resolve));
  expect(pulled).toBeLessThanOrEqual(2);
  await reader?.cancel();
  expect(abort.signal.aborted).toBe(true);
});
