import type { AttemptSummary, Task } from '../generated/types.ts';
import { findingsOf } from './findings.ts';
import { sawText, saysText } from './says-and-saw.ts';
import type { AttemptView, TaskView } from './task-view.ts';

/** The task as `GET /api/v1/tasks/{id}` gives it. */
export function taskOf(view: TaskView): Task {
  const findings = findingsOf(view);
  const { agent } = view;
  return {
    task_id: view.task_id,
    agent_name: agent.name,
    agent_version: agent.version,
    agent_digest: agent.digest,
    agent_path: agent.path,
    status: view.status,
    created_at: iso(view.queued_at),
    started_at: view.started_at === undefined ? null : iso(view.started_at),
    finished_at: view.finished_at === undefined ? null : iso(view.finished_at),
    input: view.input,
    output: view.output ?? null,
    failure: view.failure ?? null,
    findings: [...findings],
    agent_says: saysText(view),
    runtime_saw: sawText(findings),
    attempts: view.attempts.map((attempt) => summaryOf(attempt)),
    ...(view.source !== undefined && { source: view.source }),
    ...(view.replay_of !== undefined && { replay_of: view.replay_of }),
    ...(view.replay_mode !== undefined && { replay_mode: view.replay_mode }),
    ...(view.replay !== undefined && { replay: view.replay }),
    ...(view.debug !== undefined && { debug: view.debug }),
    last_seq: view.last_seq,
  };
}

function summaryOf({ attempt, status, started, finished_at, failure }: AttemptView): AttemptSummary {
  return {
    attempt,
    status,
    ...(started && { started_at: iso(started.time), rung: started.rung }),
    ...(finished_at !== undefined && { finished_at: iso(finished_at) }),
    ...(failure && { failure }),
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
