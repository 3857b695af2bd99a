import type { Store } from '../store/store.ts';
import type { AgentOutcomes } from './engine.ts';

/** How many tasks a percentile looks back. */
const window = 100;

export function outcomesOf(store: Store, agentPath: string): AgentOutcomes {
  const last_task = store.lastOf(agentPath);
  const sorted = store.durationsOf(agentPath, window).toSorted((a, b) => a - b);
  const p50 = percentile(sorted, 0.5);
  const p95 = percentile(sorted, 0.95);
  return { ...(last_task && { last_task }), ...(p50 !== undefined && { p50_ms: p50 }), ...(p95 !== undefined && { p95_ms: p95 }) };
}

/** Nearest rank, of numbers in ascending order. */
function percentile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
