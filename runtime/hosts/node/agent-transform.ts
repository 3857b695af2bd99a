import type { AgentFiles } from './agent-files.ts';
import type { TraceLevel } from './host-frames.ts';
import { installTracer } from './trace/tracer.ts';
import type { LedgerDeps } from './trace/ledger.ts';
import { instrumentSource, type PassedOver } from './transform/instrument-source.ts';

export type NotInstrumented = { readonly file: string; readonly reason: string };

export type AgentTransform = {
  readonly transform: (source: string, url: string) => string;
  /** The agent's files that were loaded as they are although the trace wanted to look into them, and loops in which nobody counts. What is loaded after this was asked goes to the task's log. */
  readonly notInstrumented: () => readonly NotInstrumented[];
};

/** The load-time transform of the agent's own files; only `trace: full` looks into them. */
export function agentTransform(
  level: TraceLevel,
  files: AgentFiles,
  { isDebugged, ...deps }: LedgerDeps & { readonly isDebugged: boolean },
): AgentTransform {
  const untouched: NotInstrumented[] = [];
  if (level !== 'full') {
    return { transform: (source) => source, notInstrumented: () => untouched };
  }
  installTracer(deps);
  let isTold = false;
  const note = ({ file, reason }: NotInstrumented): void => {
    if (isTold) {
      deps.report({ type: 'log', level: 'warning', stream: 'stderr', text: `${file} is not instrumented: ${reason}` });
    } else {
      untouched.push({ file, reason });
    }
  };
  return {
    transform: (source, url) => {
      if (!files.owns(url)) {
        return source;
      }
      const file = files.relative(url);
      const instrumented = instrumentSource(source, file, deps.sites, { isDebugged });
      if (instrumented.status === 'done') {
        namedLoops(file, instrumented.passedOver).forEach(note);
        return instrumented.source;
      }
      note({ file, reason: instrumented.reason });
      return source;
    },
    notInstrumented: () => {
      isTold = true;
      return untouched;
    },
  };
}

const maxLines = 8;

/** One entry for each reason: the first line with the file, the others behind. */
function namedLoops(file: string, passedOver: readonly PassedOver[]): readonly NotInstrumented[] {
  return [...Map.groupBy(passedOver, ({ reason }) => reason)].map(([reason, loops]) => {
    const [first, ...more] = loops.map(({ line }) => line).toSorted((left, right) => left - right);
    const lines = `${more.slice(0, maxLines).join(', ')}${more.length > maxLines ? '…' : ''}`;
    return { file: `${file}:${first}`, reason: more.length === 0 ? reason : `${reason} (also in line ${lines})` };
  });
}
