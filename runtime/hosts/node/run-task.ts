import type { Failure } from '@hermes-runtime/schemas';
import type { AgentFiles } from './agent-files.ts';
import type { ConsoleOutput } from './console-output.ts';
import type { ErrorPlaces } from './error-places.ts';
import { failureOf } from './failure.ts';
import type { Feeds } from './feeds/feeds.ts';
import type { TaskFrame } from './host-frames.ts';
import type { Execute } from './load-agent.ts';
import type { Divergences } from './replay/divergences.ts';
import type { Reporter } from './reporter.ts';
import { resultValue } from './result-value.ts';
import type { AgentWatch } from './watch-agent.ts';

export type RunTaskDeps = {
  readonly task: TaskFrame;
  readonly execute: Execute;
  readonly files: AgentFiles;
  readonly finish: Reporter['finish'];
  readonly output: ConsoleOutput;
  /** The real `process.exit`. */
  readonly exitNow: (code: number) => never;
  readonly watch: AgentWatch;
  readonly places: ErrorPlaces;
  /** Set where the task is recorded or replayed. */
  readonly feeds: Feeds | undefined;
  /** Set in a replay. */
  readonly divergences: Divergences | undefined;
};

/** Runs the one task and ends the process: by a result, a throw, an exit, a signal, or a promise that can never settle. */
export async function runTask(deps: RunTaskDeps): Promise<void> {
  const { task, execute, files, finish, output, watch, places, feeds, divergences, exitNow } = deps;
  const fail = (failure: Failure, exitCode = 1): never => {
    watch.flush();
    feeds?.flush();
    output.flush();
    finish({ type: 'failed', failure: divergences?.first() ?? failure }, exitCode);
    return exitNow(exitCode);
  };
  const failThrown = (thrown: unknown): never => fail(failureOf(thrown, 'exception', files, places.of(thrown)));
  process.on('unhandledRejection', failThrown);
  process.on('uncaughtException', failThrown);
  process.on('SIGINT', () => {
    // An agent with its own handler was asked first; the host ends it if it takes too long.
    if (process.listenerCount('SIGINT') === 1) {
      fail({ code: 'canceled', message: 'the task was canceled' }, 130);
    }
  });
  process.on('beforeExit', () =>
    fail({ code: 'no_result', message: 'execute() waits for a promise that can never settle: nothing is left that could settle it' }),
  );
  Reflect.set(process, 'exit', (code?: unknown) => {
    const exitCode = Number(code ?? process.exitCode ?? 0) || 0;
    return fail(
      exitCode === 0
        ? { code: 'no_result', message: 'the agent called process.exit(0) before execute() returned', exit_code: 0 }
        : { code: 'exit_code', message: `the agent called process.exit(${exitCode})`, exit_code: exitCode },
      exitCode === 0 ? 1 : exitCode,
    );
  });
  try {
    const value = await (divergences === undefined ? execute(task.input) : Promise.race([execute(task.input), divergences.over]));
    // A rejection that nobody handles is announced one turn later, and must not be lost to a quick return.
    await new Promise((resolve) => setImmediate(resolve));
    const diverged = divergences?.first();
    if (diverged !== undefined) {
      fail(diverged);
    }
    const plain = resultValue(value, task.max_result_bytes);
    watch.returned(plain);
    watch.flush();
    feeds?.flush();
    output.flush();
    finish({ type: 'result', output: plain }, 0);
  } catch (error) {
    failThrown(error);
  }
  exitNow(0);
}
