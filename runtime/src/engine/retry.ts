import type { FailureCode, RetryPolicy } from '@hermes-runtime/schemas';

/** Trying again would end the same way: the agent, its input or the machine must change first. */
const final: ReadonlySet<FailureCode> = new Set([
  'agent_gone',
  'canceled',
  'dependencies_missing',
  'import_error',
  'interpreter_missing',
  'no_execute',
  'not_json',
  'output_exceeded',
  'output_mismatch',
  'result_too_deep',
  'result_too_large',
  'sandbox_unavailable',
  'secret_missing',
]);

export function isRetryable(code: FailureCode): boolean {
  return !final.has(code);
}

/** @default 1 attempt, everywhere. */
export function maxAttempts(policy: RetryPolicy | undefined): number {
  return policy?.max_attempts ?? 1;
}

/** The wait before an attempt, from the second on, in milliseconds. */
export function delayBefore(attempt: number, policy: RetryPolicy | undefined): number {
  const first = policy?.initial_delay_seconds ?? 1;
  const longest = policy?.max_delay_seconds ?? 60;
  const seconds = Math.min(longest, first * (policy?.backoff ?? 2) ** (attempt - 2));
  return Math.round(seconds * 1000);
}
