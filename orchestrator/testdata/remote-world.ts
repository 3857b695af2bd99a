import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { type Gate, openGate } from './gate.ts';
import { runtimeToken, type Served, type World } from './orchestrator-world.ts';

export type Event = { readonly type: string; readonly seq: number; readonly attempt?: number; readonly text?: string };

export type Both = { readonly runtime: Served & { readonly port: number }; readonly server: Served; readonly token: string; readonly gate: Gate };

export const withRuntime = (url: string): Record<string, string> => ({ HERMES_RUNTIME_URL: url, HERMES_RUNTIME_TOKEN: runtimeToken });

/** A runtime that has loaded its agents, an orchestrator that sends attempts to it, a token and a gate. */
export async function both(it: World, { config = '', through }: { config?: string; through?: (port: number) => Promise<string> } = {}): Promise<Both> {
  const gate = await openGate();
  onTestFinished(gate.close);
  const [runtime, token] = await Promise.all([it.serveRuntime(), it.token('ci', 'read,run')]);
  await runtime.ask(runtimeToken, 'GET', '/api/v1/agents/gated?fresh=1');
  const url = (await through?.(runtime.port)) ?? runtime.url;
  return { runtime, token, gate, server: await it.serve(config, withRuntime(url)) };
}

export async function submit({ server, token, gate }: Omit<Both, 'runtime'>, input: object = {}): Promise<string> {
  const { status, body } = await server.ask(token, 'POST', '/api/v1/tasks', { agent_name: 'gated', input: { gate: gate.url, ...input } });
  expect([status, body]).toEqual([202, expect.objectContaining({ status: 'queued' })]);
  return (body as { task_id: string }).task_id;
}

/** The whole trace, once the task has ended. */
export async function traceOf({ server, token }: Pick<Both, 'server' | 'token'>, id: string): Promise<readonly Event[]> {
  const response = await fetch(`${server.url}/api/v1/tasks/${id}/events`, { headers: { authorization: `Bearer ${token}` } });
  return [...(await response.text()).matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data) as Event);
}

/** Resolves once the task's stored trace holds these words. */
export async function said({ server, token }: Pick<Both, 'server' | 'token'>, id: string, words: string): Promise<void> {
  const response = await fetch(`${server.url}/api/v1/tasks/${id}/events`, { headers: { authorization: `Bearer ${token}` } });
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    if (text.includes(words)) return;
  }
  throw new Error(`The task ended and its trace never held ${words}:\n${text}`);
}

/** The order of a trace, without what differs from run to run. */
export function picture(events: readonly Event[]): readonly string[] {
  return events.map(({ type, attempt, text }) => [type, attempt, text].filter((part) => part !== undefined).join(' ').trim());
}

export const wholePicture: readonly string[] = [
  'task.queued',
  'attempt.started 1',
  'log 1 one',
  'http.exchanged 1',
  'log 1 two',
  'attempt.succeeded 1',
  'task.succeeded',
];

export type Cable = {
  readonly url: string;
  /** Ends every connection; new ones are refused until `mend`. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Connections that were made through it. */
  readonly connections: () => number;
};

/** A cable between two programs that a test can cut. */
export async function cableTo(port: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let connections = 0;
  let own = 0;
  const server = createServer((near) => {
    connections += 1;
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    // The runtime answers to its own port only, and both ports have five digits.
    near.on('data', (chunk: Buffer) => far.write(Buffer.from(chunk.toString('latin1').replace(`127.0.0.1:${own}`, `127.0.0.1:${port}`), 'latin1')));
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  own = (server.address() as AddressInfo).port;
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${own}`,
    connections: () => connections,
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      isCut = false;
    },
  };
}
