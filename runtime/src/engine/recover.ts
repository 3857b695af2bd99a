import { type AgentRef, type Failure, type TaskQueued, type TaskView, attemptTransitions } from '@hermes-runtime/schemas';
import type { Log } from '../logging/log.ts';
import type { AgentSource, AgentVersion, Clock } from '../ports.ts';
import type { NewEvent } from '../store/new-event.ts';
import type { Store } from '../store/store.ts';
import type { UnfinishedTask } from '../store/task-queries.ts';
import { type ActiveTask, type Age, activeTask, ageFrom } from './active-task.ts';
import { afterAttempt } from './after-attempt.ts';
import { isTriedOnce } from './served-replay.ts';
import { delayBefore } from './retry.ts';
import { lostFailure } from './scheduler.ts';

export type RecoverDeps = {
  readonly store: Store;
  readonly agents: AgentSource;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether what ran goes on without the process that began it. */
  readonly outlives: boolean;
  /** Tasks that this process took itself. */
  readonly isOurs: (taskId: string) => boolean;
};

export type Recovered = { readonly task: ActiveTask; readonly delayMs: number };

/** Tasks looked at before the event loop gets a turn. */
const atOnce = 500;

/**
 * Decides about every task that an earlier process left unfinished: what ran is lost, and tried again if attempts are left,
 * or is taken up where it goes on without us; what waited goes on waiting. Answers the tasks that go on, once all decisions are durable.
 */
export async function recover(deps: RecoverDeps): Promise<readonly Recovered[]> {
  const going: Recovered[] = [];
  const stored: Promise<unknown>[] = [];
  const left = deps.store.unfinished().filter(({ task_id }) => !deps.isOurs(task_id));
  for (const [index, unfinished] of left.entries()) {
    const { events, next } = decide(deps, unfinished);
    if (events.length > 0) stored.push(deps.store.append(events, { whenFull: 'hold' }));
    if (next) going.push(next);
    // oxlint-disable-next-line no-await-in-loop -- The API answers while 100,000 tasks are looked at.
    if (index % atOnce === atOnce - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(stored);
  return going;
}

type Plan = { readonly events: readonly NewEvent[]; readonly next?: Recovered };

function decide(deps: RecoverDeps, { task_id, id, status, claimed }: UnfinishedTask): Plan {
  const { store, clock, agents, log } = deps;
  const queued = store.eventAt(id);
  if (queued?.type !== 'task.queued') {
    log.error('engine.task_damaged', { task_id });
    return failing(clock, task_id, ageFrom(clock), {
      code: 'internal',
      message: 'The record of this task is damaged on the disk. Run the agent again.',
    });
  }
  const age = ageFrom(clock, clock.now() - queued.time);
  const agent = versionOf(agents, queued.agent);
  const view = status === 'queued' ? undefined : store.salvage(task_id);
  const ended = endedAttempts(view);
  if (claimed > ended || isUnderway(view)) {
    if (!deps.outlives || !agent) return afterLoss(deps, queued, ended + 1, agent, age);
    const task = { ...activeTask({ queued, agent, age, attempt: ended + 1 }), resumed: ended + 1 };
    return { events: [], next: { task, delayMs: 0 } };
  }
  if (!agent) return failing(clock, task_id, age, goneFailure(queued.agent));
  const attempt = ended + 1;
  const task = activeTask({ queued, agent, age, attempt });
  return { events: [], next: { task, delayMs: view?.status === 'waiting' ? waitLeft(clock, view, agent, attempt) : 0 } };
}

function endedAttempts(view: TaskView | undefined): number {
  return view?.attempts.filter(({ status }) => attemptTransitions[status].length === 0).length ?? 0;
}

function isUnderway(view: TaskView | undefined): boolean {
  return view !== undefined && view.attempts.length > endedAttempts(view);
}

function afterLoss({ clock }: RecoverDeps, queued: TaskQueued, attempt: number, agent: AgentVersion | undefined, age: Age): Plan {
  const { task_id } = queued;
  const { events, next } = afterAttempt({
    task_id,
    attempt,
    end: { status: 'lost', failure: lostFailure(attempt) },
    policy: isTriedOnce(queued) ? undefined : agent?.file.retry,
    cancel: undefined,
    now: clock.now(),
    ms: age.ms(),
  });
  if (next.type === 'ended' || !agent) return { events };
  return { events, next: { task: activeTask({ queued, agent, age, attempt: next.attempt }), delayMs: next.delay_ms } };
}

/** A task runs wholly on one version: another digest under the same name will not do. */
function versionOf(agents: AgentSource, ref: AgentRef): AgentVersion | undefined {
  const kept = agents.version?.(ref);
  if (kept) return kept;
  const found = agents.find(ref.name, ref.path);
  return found.status === 'found' && found.agent.ref.digest === ref.digest ? found.agent : undefined;
}

/** The wall clock may have been set while nothing ran: never sooner than now, never longer than the whole delay. */
function waitLeft(clock: Clock, { waiting }: TaskView, agent: AgentVersion, attempt: number): number {
  const whole = delayBefore(attempt, agent.file.retry);
  return waiting?.until === undefined ? whole : Math.min(whole, Math.max(0, waiting.until - clock.now()));
}

function failing(clock: Clock, task_id: string, age: Age, failure: Failure): Plan {
  return { events: [{ type: 'task.failed', time: clock.now(), task_id, failure, ms: age.ms() }] };
}

function goneFailure({ name, version, path }: AgentRef): Failure {
  return {
    code: 'agent_gone',
    message: `Agent "${name}" ${version} is no longer as it was when this task was queued: its folder ${path} has changed or is gone. Run the agent again.`,
  };
}
