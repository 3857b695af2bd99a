import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TraceEvent } from '@hermes-runtime/schemas';
import { afterEach, expect, test, vi } from 'vitest';
import type { RuntimeApi } from './runtime-api.ts';
import { type LinkState, RuntimeLink } from './runtime-link.ts';
import { socketPath } from './socket-path.ts';
import { type StartResult, startRuntime } from './start-runtime.ts';

const program = path.resolve(import.meta.dirname, '../../../runtime/src/cli/main.ts');
const patience = { timeout: 20_000 };

type World = {
  readonly link: RuntimeLink;
  readonly states: readonly LinkState[];
  readonly events: readonly TraceEvent[];
  readonly starts: () => number;
  readonly agents: () => readonly string[];
  readonly another: () => RuntimeLink;
};

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A real runtime of its own, from the sources, that serves one small agent. */
function world(start?: () => Promise<StartResult>): World {
  const base = mkdtempSync(path.join(tmpdir(), 'link-'));
  const roots = path.join(base, 'ws');
  const env = {
    ...process.env,
    XDG_RUNTIME_DIR: path.join(base, 'run'),
    XDG_DATA_HOME: path.join(base, 'share'),
    XDG_STATE_HOME: path.join(base, 'state'),
  };
  for (const folder of [env.XDG_RUNTIME_DIR, env.XDG_DATA_HOME, env.XDG_STATE_HOME]) mkdirSync(folder, { mode: 0o700 });
  mkdirSync(path.join(roots, 'hello'), { recursive: true });
  writeFileSync(path.join(roots, 'hello/agent.yaml'), 'name: hello\nversion: 1.0.0\nruntime: { type: shell, entrypoint: main.sh }\n');
  writeFileSync(path.join(roots, 'hello/main.sh'), `echo '{}'\n`);
  const states: LinkState[] = [];
  const events: TraceEvent[] = [];
  let starts = 0;
  let agents: readonly string[] = [];
  const make = (): RuntimeLink => {
    const link = new RuntimeLink({
      socket: socketPath(env),
      start: async () => {
        starts += 1;
        return start ? start() : startRuntime(program, env);
      },
      roots: () => [roots],
      version: '0.1.0',
      onState: (state) => states.push(state),
      onSnapshot: (all) => (agents = all.map(({ name }) => name)),
      onEvent: (event) => events.push(event),
      onSettled: async (api) => {
        const reply = await api.agents();
        if (reply.ok) agents = reply.value.map(({ name, status }) => `${name} ${status}`);
      },
    });
    cleanups.unshift(async () => link.stop());
    return link;
  };
  const link = make();
  cleanups.push(async () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }));
  return { link, states, events, starts: () => starts, agents: () => agents, another: make };
}

async function connected(link: RuntimeLink): Promise<RuntimeApi> {
  const api = await link.ensure();
  if (!api) throw new Error(link.message);
  return api;
}

test('joining starts no runtime', async () => {
  const it = world();
  expect(await it.link.join()).toBeUndefined();
  expect([it.starts(), it.link.state]).toEqual([0, 'stopped']);
});

test('asked twice at once it starts one runtime, and the folders are served', async () => {
  const it = world();
  await Promise.all([it.link.ensure(), it.link.ensure()]);
  expect(it.starts()).toBe(1);
  expect(it.states).toEqual(['starting', 'connected']);
  await vi.waitFor(() => expect(it.agents()).toEqual(['hello loaded']), patience);
});

test('a second window joins the runtime of the first', async () => {
  const it = world();
  const first = await connected(it.link);
  const second = await it.another().join();
  expect(await second?.info()).toEqual(await first.info());
  expect(it.starts()).toBe(1);
});

test('what is submitted comes back as events', async () => {
  const it = world();
  const api = await connected(it.link);
  await api.addRoot(path.dirname((await agentPath(api)) ?? ''), 'settled');
  const reply = await api.submit({ agent_name: 'hello', input: {}, source: 'editor' });
  expect(reply).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(it.events.map(({ type }) => type)).toContain('task.succeeded'), patience);
  expect(it.events.find(({ type }) => type === 'task.queued')).toMatchObject({ source: 'editor', agent: { name: 'hello' } });
});

test('a runtime that was killed is started again', async () => {
  const it = world();
  const api = await connected(it.link);
  const before = (await api.info())?.pid;
  process.kill(before ?? 0, 'SIGKILL');
  await vi.waitFor(() => expect(it.states).toEqual(['starting', 'connected', 'stopped', 'starting', 'connected']), patience);
  expect((await it.link.api?.info())?.pid).not.toBe(before);
});

test('a runtime that somebody stopped stays stopped', async () => {
  const it = world();
  const api = await connected(it.link);
  await api.stop();
  await vi.waitFor(() => expect(it.link.state).toBe('stopped'), patience);
  expect(it.starts()).toBe(1);
});

test('after a stop the next start does not meet the old one', async () => {
  const it = world();
  const before = (await (await connected(it.link)).info())?.pid;
  await it.link.stop();
  expect((await (await connected(it.link)).info())?.pid).not.toBe(before);
  expect(it.link.state).toBe('connected');
});

test('a runtime that cannot start says why, and may be tried again', async () => {
  let works = false;
  const it = world(async () => ({ ok: false, message: works ? 'again' : 'no room' }));
  expect(await it.link.ensure()).toBeUndefined();
  expect([it.link.state, it.link.message]).toEqual(['failed', 'no room']);
  works = true;
  await it.link.ensure();
  expect([it.starts(), it.link.message]).toEqual([2, 'again']);
});

async function agentPath(api: RuntimeApi): Promise<string | undefined> {
  const reply = await api.agents();
  return reply.ok ? reply.value[0]?.path : undefined;
}
