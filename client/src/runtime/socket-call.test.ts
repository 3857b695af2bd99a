import { mkdtempSync, rmSync } from 'node:fs';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Endpoint, socketEndpoint } from './endpoint.ts';
import { callRuntime, readStream } from './socket-call.ts';

/** A real server on a real socket, for the time of one test. */
async function withServer<T>(listener: RequestListener, use: (socket: Endpoint) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'call-'));
  const socket = path.join(folder, 's');
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  try {
    return await use(socketEndpoint(socket));
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

test('sends a body as JSON and reads the answer', async () => {
  const answer = await withServer(
    (request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () =>
        response
          .writeHead(202, { 'x-hermes-last-seq': '7' })
          .end(JSON.stringify({ got: JSON.parse(text), type: request.headers['content-type'] })),
      );
    },
    async (socket) => callRuntime(socket, { method: 'POST', path: '/x', body: { city: '北京' } }),
  );
  expect(answer).toMatchObject({ status: 202, body: { got: { city: '北京' }, type: 'application/json' } });
  expect(answer.headers['x-hermes-last-seq']).toBe('7');
});

test('an answer that is no JSON is its text', async () => {
  const answer = await withServer(
    (_request, response) => response.writeHead(500).end('oh'),
    async (socket) => callRuntime(socket, { method: 'GET', path: '/' }),
  );
  expect(answer).toMatchObject({ status: 500, body: 'oh' });
});

test('a server that came back on the same path is reached by a new connection', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'call-'));
  const socket = path.join(folder, 's');
  for (const turn of ['one', 'two']) {
    const server = createServer((_request, response) => response.end(JSON.stringify(turn)));
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    expect((await callRuntime(socketEndpoint(socket), { method: 'GET', path: '/' })).body).toBe(turn);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  rmSync(folder, { recursive: true });
});

test('nobody there is a rejection', async () => {
  await expect(callRuntime(socketEndpoint('/nowhere/s'), { method: 'GET', path: '/' })).rejects.toThrow('ENOENT');
});

const stream =
  (end: 'end' | 'destroy'): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('id: 1\nevent: log\ndata: {"a":');
    setImmediate(() => {
      response.write('1}\n\n');
      setImmediate(() => (end === 'end' ? response.end() : response.destroy()));
    });
  };

test.each([
  ['end', 'ended'],
  ['destroy', 'cut'],
] as const)('a stream whose server does %s is told as %s', async (how, expected) => {
  const seen: string[] = [];
  const end = await withServer(stream(how), async (socket) =>
    readStream(socket, { method: 'GET', path: '/' }, { onMessage: ({ data }) => seen.push(data) }),
  );
  expect([seen, end.type]).toEqual([['{"a":1}'], expected]);
});

test('a stream that is refused hands over the answer', async () => {
  const end = await withServer(
    (_request, response) => response.writeHead(404).end('{"error":{"code":"unknown_agent","message":"m"}}'),
    async (socket) => readStream(socket, { method: 'GET', path: '/' }, { onMessage: () => undefined }),
  );
  expect(end).toMatchObject({ type: 'refused', answer: { status: 404 } });
});

test('another machine is asked at its address, with the token', async () => {
  const server = createServer((request, response) => response.end(JSON.stringify([request.url, request.headers.authorization])));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const endpoint: Endpoint = { type: 'url', url: `http://127.0.0.1:${port}/`, token: 'secret' };
    expect((await callRuntime(endpoint, { method: 'GET', path: '/health' })).body).toEqual(['/health', 'Bearer secret']);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
