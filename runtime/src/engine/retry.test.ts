import { expect, test } from 'vitest';
import { delayBefore, isRetryable, maxAttempts } from './retry.ts';

test('waits longer each time, up to the limit', () => {
  const policy = { initial_delay_seconds: 1, backoff: 3, max_delay_seconds: 20 };
  expect([2, 3, 4, 5, 9].map((attempt) => delayBefore(attempt, policy))).toEqual([1_000, 3_000, 9_000, 20_000, 20_000]);
});

test('makes one attempt where the agent says nothing', () => {
  expect(maxAttempts(undefined)).toBe(1);
  expect(maxAttempts({})).toBe(1);
  expect(maxAttempts({ max_attempts: 3 })).toBe(3);
});

test('tries again what may end otherwise, and nothing else', () => {
  expect(
    (['exception', 'exit_code', 'timeout', 'attempt_lost', 'killed', 'memory_exceeded', 'no_result', 'internal'] as const).filter(
      (code) => !isRetryable(code),
    ),
  ).toEqual([]);
  expect(
    (['output_mismatch', 'import_error', 'secret_missing', 'agent_gone', 'not_json', 'sandbox_unavailable'] as const).filter((code) =>
      isRetryable(code),
    ),
  ).toEqual([]);
});
