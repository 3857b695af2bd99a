import type { AgentFile } from '@hermes-runtime/schemas';

/** `limits` of agent.yaml with what stands for a key that is left out. */
export type AttemptLimits = {
  readonly memory_mb: number;
  readonly processes: number;
  /** Of the result as JSON. */
  readonly resultBytes: number;
  /** Of everything that is printed. */
  readonly printedBytes: number;
  /** Of all frames of one attempt together: what a trace may weigh. */
  readonly traceBytes: number;
  /** Of one frame. */
  readonly frameBytes: number;
};

const mebibyte = 1024 * 1024;

export function attemptLimits(file: AgentFile): AttemptLimits {
  const output = (file.limits?.output_mb ?? 8) * mebibyte;
  return {
    memory_mb: file.limits?.memory_mb ?? 512,
    processes: file.limits?.processes ?? 32,
    resultBytes: output,
    printedBytes: output,
    traceBytes: output + 64 * mebibyte,
    // A little more than the largest result, so that the harness can say itself that it is too large.
    frameBytes: Math.max(8 * mebibyte, output) + mebibyte,
  };
}
