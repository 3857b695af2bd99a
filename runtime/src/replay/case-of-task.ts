import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AgentFile, type Case, type Recording, type TaskView, findingsOf, isFinal } from '@hermes-runtime/schemas';
import type { AgentSource, AgentVersion } from '../ports.ts';
import { listFileSet } from '../registry/file-set.ts';

export type CaseParts = {
  readonly view: TaskView;
  readonly recording: Recording | undefined;
  readonly agents: AgentSource;
};

export type CaseFound = { readonly status: 'found'; readonly value: Case } | { readonly status: 'missing' | 'unfinished' | 'code_gone' };

/** Everything that a replay of an ended task needs. */
export function caseOfTask({ view, recording, agents }: CaseParts): CaseFound {
  if (!isFinal(view.status)) return { status: 'unfinished' };
  const kept = agents.version?.(view.agent);
  const descriptor = recording?.descriptor ?? kept?.file;
  if (descriptor === undefined) return { status: 'code_gone' };
  const last = view.attempts.at(-1);
  const started = last?.started;
  return {
    status: 'found',
    value: {
      schema: 'hermes-runtime-case/1',
      task_id: view.task_id,
      recorded_at: view.finished_at ?? view.queued_at,
      agent: view.agent,
      files: kept === undefined || kept.snapshot === '' ? {} : digestsOf(kept),
      descriptor: withoutInputs(descriptor),
      interpreter: {
        language: started?.language ?? descriptor.runtime?.type ?? 'shell',
        version: started?.language_version ?? '',
        ...(started?.environment !== undefined && { environment: started.environment }),
      },
      input: view.input,
      status: endOf(view),
      attempt: last?.attempt ?? 1,
      ...(view.output !== undefined && { output: view.output }),
      ...(view.failure !== undefined && { failure: view.failure }),
      findings: findingsOf(view).length,
      traffic: recording !== undefined || view.facts.exchanges.length === 0 ? 'kept' : 'not_kept',
      exchanges: [...(recording?.exchanges ?? [])],
      bodies: recording?.bodies ?? {},
      feeds: [...(recording?.feeds ?? [])],
    },
  };
}

/** What the author wrote down as inputs is no part of this task, and may hold a secret of another. */
function withoutInputs({ examples: _examples, schedule: _schedule, ...rest }: AgentFile): AgentFile {
  return rest;
}

function endOf({ status }: TaskView): Case['status'] {
  return status === 'failed' || status === 'timed_out' || status === 'canceled' ? status : 'succeeded';
}

/** sha-256 of each file of a kept version, by path. */
function digestsOf({ snapshot }: AgentVersion): Record<string, string> {
  const files = listFileSet(snapshot, []).files;
  return Object.fromEntries(files.map(({ path }) => [path, hash('sha256', readFileSync(join(snapshot, path)), 'hex')]));
}
