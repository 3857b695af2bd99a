import type { Failure } from '@hermes-runtime/schemas';
import { attachMs } from '../debugger/attempt-debugging.ts';
import type { AttemptOutcome } from '../ports.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import { failureOfExit, memoryExceeded, signalName } from './failure-of-exit.ts';
import type { SupervisedEnding } from './supervise-attempt.ts';

/** Says what the end of an attempt means. Who stopped it comes first, then what it broke, then what it said, then how it died. */
export function outcomeOfEnding(
  ending: SupervisedEnding,
  facts: { readonly limits: AttemptLimits; readonly timeoutMs: number; readonly ms: number; readonly endedByClient: boolean },
): AttemptOutcome {
  const { ms, limits } = facts;
  if (ending.stoppedBy === 'cancel') return { status: 'canceled', ms };
  if (ending.stoppedBy === 'unattended') return { status: 'failed', failure: notAttached, ms };
  if (ending.stoppedBy === 'timeout') return { status: 'timed_out', failure: timeoutFailure(facts.timeoutMs), ms };
  const { recording } = ending;
  const breach = recording.breach();
  if (breach !== undefined) return { status: 'failed', failure: breach, ms };
  const result = recording.result();
  if (result?.status === 'result') return { status: 'succeeded', output: result.output, ms };
  if (result?.status === 'failed' && !ending.outOfMemory) return { status: 'failed', failure: memoryAware(result.failure, limits), ms };
  if (facts.endedByClient) return { status: 'canceled', ms };
  const end = recording.end();
  const failure = failureOfExit(
    {
      code: end?.exit_code ?? ending.exit?.code,
      signal: (end?.signal === undefined ? undefined : signalName(end.signal)) ?? ending.exit?.signal,
      outOfMemory: ending.outOfMemory,
      lastWords: recording.lastWords(),
    },
    limits.memory_mb,
  );
  return { status: 'failed', failure, ms };
}

/** Python raises when memory ends; that is a limit reached and not a mistake at that line, which stays named. */
function memoryAware(failure: Failure, limits: AttemptLimits): Failure {
  if (failure.exception_type !== 'MemoryError') return failure;
  return { ...failure, ...memoryExceeded(limits.memory_mb) };
}

const notAttached: Failure = {
  code: 'debugger_not_attached',
  message: `The attempt waited for a debugger, and none attached within ${attachMs / 1000} s, or it left before the agent's first line. Debug it again, and attach to the socket of attempt.debug_ready.`,
};

function timeoutFailure(timeoutMs: number): Failure {
  return {
    code: 'timeout',
    message: `The attempt took longer than ${timeoutMs / 1000} s and was stopped. Make it faster, or raise timeout_seconds.`,
  };
}
