import type { AgentSummary, Failure } from '@hermes-runtime/schemas';

/** Undefined where a rule's error already says why the agent was not loaded, and where it only waits. */
export function loadFailure({ status, failure, problems }: AgentSummary): Failure | undefined {
  return status === 'rejected' && !problems.some(({ severity }) => severity === 'error') ? failure : undefined;
}

/** The zero-based line of `agent.yaml` that asks for the package in which loading broke, as in `… (feedparser/encodings.py:29)`. */
export function blamedLine({ message }: Failure, descriptor: string): number | undefined {
  const library = /\((?:node_modules\/)?((?:@[\w.-]+\/)?[\w.-]+)\/\S*:\d+\)$/.exec(message)?.[1];
  if (library === undefined) return undefined;
  // Distributions are spelled with hyphens where modules have underscores.
  const spelled = new RegExp(`^[\\s\\-"'\\[]*${library.replaceAll(/[-_.]/g, '[-_.]')}\\b`, 'i');
  const line = descriptor.split('\n').findIndex((text) => spelled.test(text));
  return line < 0 ? undefined : line;
}
