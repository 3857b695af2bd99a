import { type AttemptDebugging, createAttemptDebugging } from '../debugger/attempt-debugging.ts';
import type { Log } from '../logging/log.ts';
import type { AttemptContext, AttemptOutcome, AttemptSpec, Clock } from '../ports.ts';
import { attemptLimits } from './attempt-limits.ts';
import { startedEvent } from './attempt-started.ts';
import { outcomeOfEnding } from './outcome-of-ending.ts';
import type { Slot } from './slot.ts';
import type { Acquired, SlotPool } from './slot-pool.ts';
import { type WatchTime, superviseAttempt } from './supervise-attempt.ts';
import type { WarmVersion } from './warm-version.ts';

export type RunDeps = { readonly clock: Clock; readonly log: Log };

/** One attempt from its first event to its outcome. */
export async function runAttempt(
  version: WarmVersion,
  attempt: AttemptSpec,
  context: AttemptContext,
  deps: RunDeps,
): Promise<AttemptOutcome> {
  if (context.signal.aborted) return { status: 'canceled', ms: 0 };
  const limits = attemptLimits(attempt.agent.file);
  const { pool } = version;
  const first = await acquireUnlessCanceled(pool, context.signal);
  if (first === undefined) return { status: 'canceled', ms: 0 };
  if (first.status === 'rejected') return { status: 'failed', failure: first.failure, ms: 0 };
  const started = deps.clock.monotonic();
  context.onEvent(
    startedEvent(attempt, {
      plan: version.plan,
      ready: first.loaded.frame,
      pid: first.slot.pid,
      warm: first.warm,
      time: deps.clock.now(),
    }),
  );
  const attemptIn = async (acquired: Acquired): Promise<AttemptOutcome> => {
    if (acquired.status === 'rejected') return { status: 'failed', failure: acquired.failure, ms: deps.clock.monotonic() - started };
    const { slot } = acquired;
    const usedBefore = slot.used();
    const debugging = debuggingOf(slot, version, attempt, context, deps);
    const running = slot.run(attempt, limits, { ...context, ...(debugging && { onDebugger: debugging.onState }) });
    const watchTime = debugging?.watchTime ?? timeLimit(deps.clock, attempt.timeout_ms);
    const ending = await superviseAttempt(running, { clock: deps.clock, watchTime, signal: context.signal });
    debugging?.close();
    // A slot that had served before and went without a word had left before it read this task: nothing of it has run.
    const unread = usedBefore > 0 && ending.stoppedBy === undefined && ending.exit?.code === 0 && !ending.recording.heard();
    if (unread) return attemptIn(await pool.acquire());
    if (ending.exit === undefined) pool.put(slot);
    else pool.replace();
    return outcomeOfEnding(ending, {
      limits,
      timeoutMs: attempt.timeout_ms,
      ms: deps.clock.monotonic() - started,
      endedByClient: debugging?.endedByClient() ?? false,
    });
  };
  return attemptIn(first);
}

function timeLimit(clock: Clock, ms: number): WatchTime {
  return (stop) => clock.after(ms, () => stop('timeout'));
}

function debuggingOf(
  slot: Slot,
  { plan }: WarmVersion,
  attempt: AttemptSpec,
  { onEvent }: AttemptContext,
  { clock, log }: RunDeps,
): AttemptDebugging | undefined {
  if (slot.debugger === undefined) return undefined;
  const adapter = plan.launch.language === 'python' ? 'debugpy' : 'inspector';
  const { debugFolder: folder, harness } = plan;
  return createAttemptDebugging({
    adapter,
    worker: slot.debugger,
    folder,
    hidden: [harness],
    timeoutMs: attempt.timeout_ms,
    clock,
    log,
    onEvent,
  });
}

/** A slot that becomes ready after the cancel is kept for the next attempt. */
async function acquireUnlessCanceled(pool: SlotPool, signal: AbortSignal): Promise<Acquired | undefined> {
  const acquiring = pool.acquire();
  const aborted = Promise.withResolvers<undefined>();
  const onAbort = (): void => aborted.resolve(undefined);
  signal.addEventListener('abort', onAbort, { once: true });
  const acquired = await Promise.race([acquiring, aborted.promise]);
  signal.removeEventListener('abort', onAbort);
  if (acquired === undefined) {
    void acquiring.then((late) => {
      if (late.status === 'ready') pool.put(late.slot);
    });
  }
  return acquired;
}
