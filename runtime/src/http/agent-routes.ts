import type { AgentSummary } from '@hermes-runtime/schemas';
import type { Hono } from 'hono';
import { agentSummary } from '../registry/agent-summary.ts';
import type { ListedAgent } from '../registry/agent-directory.ts';
import type { ApiDeps, ApiEnv } from './api-deps.ts';
import { ApiError } from './api-error.ts';

/** `GET /api/v1/agents` is a bare array, as in the original; `[]` when there are none. */
export function addAgentRoutes(api: Hono<ApiEnv>, { engine, registry, info }: ApiDeps): void {
  const summary = (entry: ListedAgent): AgentSummary => agentSummary(entry, engine.outcomesOf(entry.folder), info().rung);
  /** With `?descriptor`, also the whole of agent.yaml. */
  const answer = (entry: ListedAgent, query: string | undefined): AgentSummary => {
    const descriptor = query === undefined ? undefined : (entry.serving?.file ?? entry.file);
    return { ...summary(entry), ...(descriptor && { descriptor }) };
  };

  api.get('/api/v1/agents', (c) => {
    // Read before the list: a subscription from here may repeat what the list has, but misses nothing.
    c.header('x-hermes-last-seq', String(engine.lastSeq()));
    const { entries } = registry;
    return c.json(
      entries
        .map((entry) => answer(entry, c.req.query('descriptor')))
        .toSorted((a, b) => (a.name === b.name ? order(a.path, b.path) : order(a.name, b.name))),
    );
  });

  api.get('/api/v1/agents/:name', async (c) => {
    const name = c.req.param('name');
    const path = c.req.query('path');
    // Who is about to run it wants to know what was saved last, not what was looked at last.
    if (c.req.query('fresh') !== undefined) await registry.fresh(name, path);
    // A folder says it all: until its descriptor is read, its agent has no name of its own.
    const found = registry.entries.filter((entry) => (path === undefined ? summary(entry).name === name : entry.folder === path));
    const [entry] = found;
    if (!entry) throw new ApiError('unknown_agent', `There is no agent "${name}". GET /api/v1/agents lists those that are known.`);
    if (found.length > 1) {
      throw new ApiError('ambiguous_agent', `${found.length} agents are called "${name}". Say which one with ?path=FOLDER.`, {
        problems: found.map(({ folder }) => ({ path: '', message: folder })),
      });
    }
    return c.json(answer(entry, c.req.query('descriptor')));
  });
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
