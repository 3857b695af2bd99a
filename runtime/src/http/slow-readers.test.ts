import { getEventListeners, once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { ApiEnv } from './api-deps.ts';
import { drained } from './drained.ts';
import { sseResponse } from './event-stream.ts';
import { listen } from './listen.ts';

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('a reader that stops reading costs what the kernel buffers, however much there is to read', async () => {
  const chunk = 'x'.repeat(256 * 1024);
  let pulled = 0;
  const abort = new AbortController();
  async function* endless(): AsyncGenerator<string> {
    // Ends where nothing held it back, so that the test fails rather than the machine.
    for (; !abort.signal.aborted && pulled < 1_000; pulled += 1) yield chunk;
  }
  const api = new Hono<ApiEnv>().get('/stream', () => sseResponse(endless(), abort));
  const server = await listen({
    api,
    sockets: { upgrade: () => undefined, close: () => undefined },
    at: { host: '127.0.0.1', port: 0 },
    door: () => ({ type: 'socket' }),
  });
  closing.push(server.close);
  const reader = connect(server.port, '127.0.0.1');
  closing.push(() => void reader.destroy());
  reader.pause();
  reader.write('GET /stream HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const pulledAfter = async (count: number): Promise<number> => turns(count).then(() => pulled);
  for (let before = -1, now = 0; now === 0 || now !== before;) {
    before = now;
    now = await pulledAfter(500);
  }
  // 64 MB are far above what a loopback connection holds, and far below all that there is.
  expect(pulled).toBeLessThan(256);
  reader.destroy();
  await once(reader, 'close');
  while (!abort.signal.aborted) await turns(1);
});

test('a stream whose source fails is broken for its reader, and leaves nothing behind', async () => {
  const abort = new AbortController();
  async function* failing(): AsyncGenerator<string> {
    yield 'first';
    throw new Error('the disk is gone');
  }
  const reader = sseResponse(failing(), abort).body?.getReader();
  const read = async (): Promise<void> => {
    for (;;) if ((await reader?.read())?.done !== false) return;
  };
  await expect(read()).rejects.toThrow('the disk is gone');
  expect(abort.signal.aborted).toBe(true);
});

test('waiting for a slow reader a thousand times leaves nothing on the signal', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  closing.push(() => {
    server.close();
  });
  const accepted = once(server, 'connection') as Promise<[WebSocket]>;
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  closing.push(() => client.terminate());
  const [[peer]] = await Promise.all([accepted, once(client, 'open')]);
  const { signal } = new AbortController();
  for (let time = 0; time < 1_000; time += 1) await drained(peer, signal);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
