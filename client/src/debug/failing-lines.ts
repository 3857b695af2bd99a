import type { Task } from '@hermes-runtime/schemas';
import * as path from 'node:path';

export type FailingLine = {
  /** From 1. */
  readonly line: number;
  readonly count: number;
  /** The newest task that failed there. */
  readonly task: Task;
};

/** The lines of a file at which tasks have failed, as the list of tasks knows them; replays do not count. */
export function failingLines(file: string, tasks: readonly Task[]): readonly FailingLine[] {
  const lines = new Map<number, FailingLine>();
  for (const task of tasks) {
    const { failure, agent_path, replay_mode, status } = task;
    if (failure?.at === undefined || agent_path === undefined || replay_mode !== undefined || status === 'succeeded') continue;
    if (path.join(agent_path, failure.at.file) !== file) continue;
    const known = lines.get(failure.at.line);
    lines.set(failure.at.line, known ? { ...known, count: known.count + 1 } : { line: failure.at.line, count: 1, task });
  }
  return [...lines.values()].toSorted((a, b) => a.line - b.line);
}
