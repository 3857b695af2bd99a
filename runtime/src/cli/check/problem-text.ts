import type { Problem } from '@hermes-runtime/schemas';

/** `agent.yaml:3:1: error: …  (code)`: the form that editors and terminals make a link of. */
export function problemText({ path, range, severity, message, code }: Problem): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${message} (${code})`;
}
