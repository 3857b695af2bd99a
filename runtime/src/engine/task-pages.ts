import type { Store } from '../store/store.ts';
import type { FoundTask, TaskPage, TaskQuery } from './engine.ts';

const defaultLimit = 100;
const largestLimit = 1_000;

export function pageOf(store: Store, { status, agent, agent_path, since, cursor, limit = defaultLimit }: TaskQuery): TaskPage {
  // Read first: what is stored while the page is made reaches a subscriber twice rather than never.
  const last_seq = store.lastSeq();
  const before = Number(cursor);
  const { tasks, damaged, oldest, more } = store.list({
    limit: Math.min(Math.max(1, Math.trunc(limit)), largestLimit),
    ...(status !== undefined && { statuses: typeof status === 'string' ? [status] : status }),
    ...(agent !== undefined && { agent }),
    ...(agent_path !== undefined && { agent_path }),
    ...(since !== undefined && { since }),
    ...(cursor !== undefined && Number.isFinite(before) && { before }),
  });
  return { tasks, damaged, last_seq, ...(more && oldest !== undefined && { next: String(oldest) }) };
}

export function findTask(store: Store, idOrPrefix: string): FoundTask {
  if (idOrPrefix === '') return { status: 'missing' };
  const ids = store.startingWith(idOrPrefix, 20);
  if (ids.includes(idOrPrefix)) return { status: 'found', task_id: idOrPrefix };
  const [first] = ids;
  if (first === undefined) return { status: 'missing' };
  return ids.length === 1 ? { status: 'found', task_id: first } : { status: 'ambiguous', task_ids: ids };
}
