import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { Target, type TargetState } from './target.ts';

type Stream = { readonly from: string | undefined; readonly send: (seq: number) => void; readonly cut: () => void };

const token = 'hrt_canary';
const patience = { timeout: 20_000 };
const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** A real server that says what an orchestrator says, and can be told to break. */
async function orchestrator(): Promise<{ readonly url: string; readonly streams: readonly Stream[]; refuses: boolean; lastSeq: number }> {
  const streams: Stream[] = [];
  const state = { url: '', streams, refuses: false, lastSeq: 5 };
  const server = createServer((request, response) => answer(request, response, state));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  state.url = `http://127.0.0.1:${port}`;
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return state;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  state: { readonly streams: Stream[]; refuses: boolean; lastSeq: number },
): void {
  if (request.url === '/health') return void response.end('{"status":"ok"}');
  if (state.refuses || request.headers.authorization !== `Bearer ${token}`) {
    response.writeHead(401).end('{"error":{"code":"unauthorized","message":"This token is not known here."}}');
    return;
  }
  if (request.url !== '/api/v1/events') return void response.writeHead(200, { 'x-hermes-last-seq': String(state.lastSeq) }).end('[]');
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': hello\n\n');
  const from = request.headers['last-event-id'];
  state.streams.push({
    from: typeof from === 'string' ? from : undefined,
    send: (seq) => {
      const event = { seq, type: 'agent.removed', time: 1, path: '/agents/a', name: 'a' };
      response.write(`id: ${seq}\ndata: ${JSON.stringify(event)}\n\n`);
    },
    cut: () => response.destroy(),
  });
}

function connect(
  url: string,
  text: string,
): { readonly target: Target; readonly seqs: readonly number[]; readonly states: readonly TargetState[] } {
  const seqs: number[] = [];
  const states: TargetState[] = [];
  const target: Target = new Target({
    address: { name: 'prod', url },
    token: text,
    onChange: () => states.push(target.state),
    onTasks: () => undefined,
    onConnected: () => undefined,
    onEvent: ({ seq }) => seqs.push(seq),
  });
  cleanups.push(() => target.dispose());
  return { target, seqs, states };
}

test('a stream that broke is taken up where it ended', patience, async () => {
  const server = await orchestrator();
  const { target, seqs, states } = connect(server.url, token);
  await vi.waitFor(() => expect(server.streams).toHaveLength(1), 10_000);
  expect(server.streams[0]?.from).toBe('5');
  server.streams[0]?.send(6);
  await vi.waitFor(() => expect(seqs).toEqual([6]), 10_000);
  server.lastSeq = 6;
  server.streams[0]?.cut();
  await vi.waitFor(() => expect(states).toContain('connecting'), 10_000);
  target.retry();
  await vi.waitFor(() => expect(server.streams).toHaveLength(2), 10_000);
  expect(server.streams[1]?.from).toBe('6');
  expect(target.state).toBe('connected');
});

test('a store that begins anew is read anew', patience, async () => {
  const server = await orchestrator();
  const { target, states } = connect(server.url, token);
  await vi.waitFor(() => expect(server.streams).toHaveLength(1), 10_000);
  server.lastSeq = 1;
  server.streams[0]?.cut();
  await vi.waitFor(() => expect(states).toContain('connecting'), 10_000);
  target.retry();
  await vi.waitFor(() => expect(server.streams).toHaveLength(2), 10_000);
  expect(server.streams[1]?.from).toBe('1');
});

test('who is not let in is told why, and does not knock again by himself', patience, async () => {
  const server = await orchestrator();
  const { target } = connect(server.url, 'another');
  await vi.waitFor(() => expect(target.state).toBe('refused'), 10_000);
  expect(target.message).toBe('This token is not known here.');
});

test('nobody there is a reason in words, and never the token', patience, async () => {
  const { target } = connect('http://127.0.0.1:9', token);
  await vi.waitFor(() => expect(target.state).toBe('unreachable'), 10_000);
  expect(target.message).toBe('the connection was refused');
});
