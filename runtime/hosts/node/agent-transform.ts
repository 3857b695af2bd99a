import type { AgentFiles } from './agent-files.ts';
import type { TraceLevel } from './host-frames.ts';
import { installTracer } from './trace/tracer.ts';
import type { LedgerDeps } from './trace/ledger.ts';
import { instrumentSource } from './transform/instrument-source.ts';

export type NotInstrumented = { readonly file: string; readonly reason: string };

export type AgentTransform = {
  readonly transform: (source: string, url: string) => string;
  /** The agent's files that were loaded as they are although the trace wanted to look into them. */
  readonly notInstrumented: () => readonly NotInstrumented[];
};

/** The load-time transform of the agent's own files; only `trace: full` looks into them. */
export function agentTransform(level: TraceLevel, files: AgentFiles, deps: LedgerDeps): AgentTransform {
  const untouched: NotInstrumented[] = [];
  if (level !== 'full') {
    return { transform: (source) => source, notInstrumented: () => untouched };
  }
  installTracer(deps);
  return {
    transform: (source, url) => {
      if (!files.owns(url)) {
        return source;
      }
      const file = files.relative(url);
      const instrumented = instrumentSource(source, file, deps.sites);
      if (instrumented.status === 'done') {
        return instrumented.source;
      }
      untouched.push({ file, reason: instrumented.reason });
      return source;
    },
    notInstrumented: () => untouched,
  };
}
