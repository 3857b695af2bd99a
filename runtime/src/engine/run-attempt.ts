import type { Failure, PartialEvent, Recording } from '@hermes-runtime/schemas';
import type { Log } from '../logging/log.ts';
import type { AttemptOutcome, AttemptRunner, AttemptSpec, Clock, TraceLevel } from '../ports.ts';
import { attemptRecorder, isRecorded } from '../replay/recording.ts';
import { type Redact, redactorFor } from '../secrets/redact.ts';
import { redactRecord } from '../secrets/redact-record.ts';
import type { Store } from '../store/store.ts';
import type { ActiveTask } from './active-task.ts';
import type { AgentContracts } from './agent-contract.ts';
import type { AttemptResult } from './attempt-result.ts';
import type { PrepareInput } from './prepare-input.ts';
import { depthLimit, isDeeperThan } from './value-depth.ts';
import { watchAttempt } from './watch-attempt.ts';
import { eventOfAttempt, isSaidByAttempt } from './worker-events.ts';

export type RunAttemptDeps = {
  readonly store: Store;
  readonly runner: AttemptRunner;
  readonly clock: Clock;
  readonly contracts: AgentContracts;
  readonly prepareInput: PrepareInput;
  readonly log: Log;
  /** The longest that an attempt may take, whatever its agent says. */
  readonly timeoutSeconds: number;
  readonly trace: TraceLevel;
  /** Whose traffic is kept. */
  readonly record: 'off' | 'failed' | 'all';
};

/** Runs one attempt and answers how it ended. Never rejects: what throws below is a failure of the attempt. */
export async function runAttempt(deps: RunAttemptDeps, task: ActiveTask, signal: AbortSignal): Promise<AttemptResult> {
  const { agent, attempt, task_id } = task;
  const prepared = deps.prepareInput(task);
  if (prepared.status === 'failed') return { outcome: { status: 'failed', failure: prepared.failure, ms: 0 } };
  const redact = redactorFor(prepared.secrets);
  const events = attemptEvents(deps, task, redact);
  const recorder = attemptRecorder();
  try {
    const spec: AttemptSpec = {
      task_id,
      attempt,
      agent,
      input: prepared.input,
      secrets: prepared.secrets,
      idempotency_key: task_id,
      timeout_ms: Math.min(agent.file.timeout_seconds ?? Number.POSITIVE_INFINITY, deps.timeoutSeconds) * 1000,
      trace: deps.trace,
      placeholders: prepared.placeholders,
      record: isRecorded({ trace: deps.trace, replay: prepared.replay }, deps.record),
      ...(prepared.replay && { replay: prepared.replay }),
      ...(task.debug && { debug: true }),
    };
    const outcome = await watchAttempt(
      async (stop) => deps.runner.run(spec, { signal: stop, onEvent: events.take, onRecorded: recorder.take }),
      {
        clock: deps.clock,
        signal,
        // A person decides how long a debugger waits, and another machine how long its queue is.
        timeoutMs: task.debug || deps.runner.outlives === true ? undefined : spec.timeout_ms,
        onGivenUp: (why) => deps.log.warning('engine.attempt_given_up', { task_id, attempt, why }),
        onLate: ({ status }) => deps.log.warning('engine.late_result', { task_id, attempt, status }),
      },
    );
    const ended = redactOutcome(redact, checked(deps, task, outcome));
    if (deps.record === 'failed' && ended.status === 'succeeded') return { outcome: ended };
    const recorded = recorder.recording();
    const recording: Recording | undefined = recorded && { attempt, descriptor: agent.file, ...recorded };
    return { outcome: ended, recording: recording && JSON.stringify(recording) };
  } catch (error) {
    deps.log.error('engine.runner_failed', { task_id, attempt, error: redact(describe(error)) });
    return { outcome: { status: 'failed', failure: redactRecord(redact, internal(error)), ms: 0 } };
  } finally {
    events.close();
  }
}

type AttemptEvents = { readonly take: (event: PartialEvent) => void; readonly close: () => void };

/** The fence: what an attempt says after its end changes nothing, and is logged. */
function attemptEvents({ store, log }: RunAttemptDeps, task: ActiveTask, redact: Redact): AttemptEvents {
  const { task_id, attempt } = task;
  let stored = storedBefore(store, task);
  let state: 'starting' | 'running' | 'ended' = 'starting';
  return {
    take: (event) => {
      if (state === 'ended') {
        log.warning('engine.late_event', { task_id, attempt, type: event.type });
        return;
      }
      const known = eventOfAttempt(redactRecord(redact, event), task_id, attempt);
      if (!known || (known.type === 'attempt.started') !== (state === 'starting')) {
        log.warning('engine.refused_event', { task_id, attempt, type: event.type });
        return;
      }
      state = 'running';
      if (stored > 0) stored -= 1;
      else store.appendSoon(known);
    },
    close: () => {
      state = 'ended';
    },
  };
}

/**
 * How many events of an attempt an earlier process has stored. One that is taken up tells everything again from its beginning, in the
 * same order, and a crash loses only the end of what was said: so many are skipped, and the trace has neither gap nor duplicate.
 */
function storedBefore(store: Store, { task_id, attempt, resumed }: ActiveTask): number {
  if (resumed !== attempt) return 0;
  const events = store.read({ task_id, after: 0, limit: 10_000_000 }).events;
  return events.filter((event) => 'attempt' in event && event.attempt === attempt && isSaidByAttempt(event.type)).length;
}

/** A result must be what the agent promised. */
function checked({ contracts }: RunAttemptDeps, { agent }: ActiveTask, outcome: AttemptOutcome): AttemptOutcome {
  if (outcome.status !== 'succeeded') return outcome;
  const { output, ms } = outcome;
  if (isDeeperThan(output, depthLimit)) {
    const failure: Failure = {
      code: 'result_too_deep',
      message: `The result is nested deeper than ${depthLimit} levels. Return a flatter value.`,
    };
    return { status: 'failed', failure, ms };
  }
  const problems = contracts.of(agent).output.validate(output);
  const [first] = problems;
  if (!first) return outcome;
  const failure: Failure = {
    code: 'output_mismatch',
    message: `The result does not fit output_schema: ${first.path === '' ? 'the whole value' : first.path} ${first.message}. Change the code or the schema.`,
    path: first.path,
    problems: [...problems],
  };
  return { status: 'failed', failure, ms };
}

function redactOutcome(redact: Redact, outcome: AttemptOutcome): AttemptOutcome {
  const ended = redactRecord(redact, outcome);
  return 'failure' in outcome && 'failure' in ended ? { ...ended, failure: redactRecord(redact, outcome.failure) } : ended;
}

function internal(error: unknown): Failure {
  return {
    code: 'internal',
    message: `The runtime could not run the attempt: ${describe(error)}. This is a bug of the runtime; its log has more.`,
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
