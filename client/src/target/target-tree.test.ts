import type { AgentSummary } from '@hermes-runtime/schemas';
import { expect, test } from 'vitest';
import { type ShownTarget, targetTree } from './target-tree.ts';

const agent = (name: string, version: string, digest: string): AgentSummary => ({
  name,
  version,
  digest,
  path: `/agents/${name}`,
  language: 'python',
  status: 'loaded',
  problems: [],
});

const prod: ShownTarget = {
  address: { name: 'prod', url: 'https://prod.example.com' },
  state: 'connected',
  message: '',
  agents: [agent('rss-monitor', '2.0.0', 'a'), agent('echo', '1.0.0', 'e')],
  used: false,
};

test('without a target there is nothing, so that the view can say how to connect one', () => {
  expect(targetTree([], [agent('echo', '1.0.0', 'e')])).toEqual([]);
});

test('a target shows its agents beside those of the workspace', () => {
  const [local, remote] = targetTree([prod], [agent('rss-monitor', '2.1.0', 'b'), agent('echo', '1.0.0', 'e')]);
  expect(local?.text.description).toBe('2 agents · Run goes here');
  expect(remote?.text).toMatchObject({ label: 'prod', description: '2 agents', spoken: 'prod, connected, 2 agents' });
  expect(remote?.children.map(({ text }) => `${text.label} ${text.description}`)).toEqual([
    'echo 1.0.0 · same as yours',
    'rss-monitor 2.0.0 · yours is ahead: 2.1.0',
  ]);
});

test('a target that cannot be reached says why, and where Run goes', () => {
  const broken: ShownTarget = { ...prod, state: 'unreachable', message: 'the connection was refused', used: true };
  const [local, remote] = targetTree([broken], []);
  expect(local?.context).toBe('target local');
  expect(remote?.text.description).toBe('cannot be reached: the connection was refused · Run goes here');
  expect(remote?.context).toBe('target remote unreachable used');
  expect(remote?.children.map(({ text }) => text.label)).toEqual(['cannot be reached: the connection was refused']);
});
