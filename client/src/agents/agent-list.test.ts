import type { AgentSummary, TraceEvent } from '@hermes-runtime/schemas';
import { expect, test, vi } from 'vitest';
import { AgentList } from './agent-list.ts';

const agent = (name: string): AgentSummary => ({
  name,
  version: '1.0.0',
  path: `/agents/${name}`,
  language: 'python',
  status: 'loaded',
  problems: [],
});
const removed: TraceEvent = { type: 'agent.removed', seq: 1, time: 1, path: '/agents/a' };

test('a burst of events costs two requests at most', async () => {
  const fetch = vi.fn<() => Promise<readonly AgentSummary[]>>(async () => [agent('a')]);
  const list = new AgentList({ fetch, onChange: () => undefined });
  for (let count = 0; count < 50; count += 1) list.apply(removed);
  await vi.waitFor(() => expect(list.all).toHaveLength(1));
  await new Promise((resolve) => setImmediate(resolve));
  expect(fetch.mock.calls.length).toBeLessThanOrEqual(2);
});

test('events of tasks ask for nothing', () => {
  const fetch = vi.fn<() => Promise<undefined>>(async () => undefined);
  new AgentList({ fetch, onChange: () => undefined }).apply({ type: 'task.resumed', seq: 1, time: 1, task_id: 't' });
  expect(fetch).not.toHaveBeenCalled();
});

test('an agent that was just made is waited for', async () => {
  const list = new AgentList({ fetch: async () => undefined, onChange: () => undefined });
  const found = list.find('/agents/new', 5_000);
  list.reset([agent('old')]);
  list.reset([agent('old'), agent('new')]);
  expect((await found)?.name).toBe('new');
});

test('an agent that is still loading is waited for too', async () => {
  const list = new AgentList({ fetch: async () => undefined, onChange: () => undefined });
  list.reset([{ ...agent('slow'), status: 'waiting' }]);
  const found = list.find('/agents/slow', 5_000);
  list.reset([{ ...agent('slow'), status: 'waiting', waiting_for: 'dependencies' }]);
  expect((await found)?.waiting_for).toBe('dependencies');
});

test('an agent that does not come is given up', async () => {
  const list = new AgentList({ fetch: async () => undefined, onChange: () => undefined });
  expect(await list.find('/agents/never', 20)).toBeUndefined();
});

test('a list that cannot be had leaves the old one', async () => {
  const list = new AgentList({ fetch: async () => Promise.reject(new Error('gone')), onChange: () => undefined });
  list.reset([agent('a')]);
  list.apply(removed);
  await new Promise((resolve) => setImmediate(resolve));
  expect(list.all).toHaveLength(1);
});
