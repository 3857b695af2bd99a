import type { AgentFile, Failure } from '@hermes-runtime/schemas';
import { TooLargeError } from './file-set.ts';
import { NeverQuietError } from './snapshot.ts';

/** The original's own words, so that log searches written for it still find it. */
export function forbiddenRuntime(file: AgentFile, allowed: readonly string[]): Failure | undefined {
  const type = file.runtime?.type;
  if (type === undefined || allowed.includes(type)) return undefined;
  return {
    code: 'sandbox_unavailable',
    message: `Agent ${file.name} uses forbidden runtime ${type}. Add it to agent.sandbox.allowed_runtimes if you mean to allow it; now allowed: ${allowed.join(', ')}.`,
  };
}

/** Why an agent's files could not even be taken. */
export function failureOf(error: unknown, folder: string): Failure {
  if (error instanceof TooLargeError || error instanceof NeverQuietError) return { code: 'import_error', message: error.message };
  return { code: 'import_error', message: `The agent's files in ${folder} could not be read: ${messageOf(error)}` };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
