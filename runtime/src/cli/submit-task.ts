import * as l10n from '@vscode/l10n';
import { findingsOf, unansweredOf, type SubmitTask, type TaskView, type TraceEvent } from '@hermes-runtime/schemas';
import type { RuntimeClient } from '../daemon/runtime-client.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { say, writeResult } from './output.ts';
import { followTask } from './task-stream.ts';
import { tracePrinter } from './trace-printer.ts';
import { shortId } from './trace/render-trace.ts';

export type SubmitOptions = {
  readonly strict?: boolean;
  readonly json?: boolean;
  /** Nothing is drawn twice, also on a terminal: others write there meanwhile. @default false */
  readonly plain?: boolean;
  readonly onEvent?: (event: TraceEvent) => void;
};

/** Submits, shows the trace on standard error and the output on standard output, and answers how it ended. */
export async function submitTask(client: RuntimeClient, body: SubmitTask, options: SubmitOptions): Promise<ExitCode> {
  const stream = await client.stream('POST', '/api/v1/tasks', { body });
  const taskId = String(stream.headers['x-hermes-task-id']);
  const interrupt = cancelOnInterrupt(client, taskId);
  const printer = options.json === true ? undefined : tracePrinter(process.stderr, nextSteps, { plain: options.plain });
  try {
    const view = await followTask(stream, (event, current) => {
      if (printer) printer.show(current);
      else writeResult(JSON.stringify(event));
      options.onEvent?.(event);
    });
    if (printer) printer.finish(view);
    else writeResult(JSON.stringify((await client.call('GET', `/api/v1/tasks/${taskId}`)).body));
    // On a terminal the trace has just shown the output.
    if (printer && view.status === 'succeeded' && !process.stdout.isTTY) writeResult(JSON.stringify(view.output ?? null));
    return exitCodeOf(view, { ...options, interrupted: interrupt.happened() });
  } finally {
    interrupt.dispose();
  }
}

/** Only commands that work are named. */
function nextSteps(view: TaskView): readonly string[] {
  const { task_id, failure, replay_mode, attempts, debug } = view;
  const machine = failure?.code === 'interpreter_missing' || failure?.code === 'sandbox_unavailable';
  const replay = replay_mode === undefined ? [`hermes-runtime replay ${shortId(task_id)}`] : [];
  const test = replay_mode === 'my_code' && failure === undefined ? [`hermes-runtime test add ${shortId(task_id)}`] : [];
  const give = unansweredOf(view) === undefined ? [] : [`hermes-runtime replay ${shortId(task_id)} --give FILE`];
  const started = attempts.at(-1)?.started;
  const canDebug = failure !== undefined && debug !== true && started !== undefined && started.language !== 'shell';
  return [
    ...(canDebug ? [`hermes-runtime debug ${shortId(task_id)}`] : []),
    ...give,
    ...replay,
    ...test,
    `hermes-runtime trace ${shortId(task_id)} --json`,
    ...(machine ? ['hermes-runtime doctor'] : []),
  ];
}

function exitCodeOf(view: TaskView, { strict, interrupted }: SubmitOptions & { readonly interrupted: boolean }): ExitCode {
  if (interrupted) return exitCodes.interrupted;
  if (view.status !== 'succeeded') return exitCodes.failed;
  return strict === true && findingsOf(view).length > 0 ? exitCodes.findings : exitCodes.ok;
}

/** The first Ctrl+C cancels the task and waits for its end; the second leaves at once. */
function cancelOnInterrupt(client: RuntimeClient, taskId: string): { readonly happened: () => boolean; readonly dispose: () => void } {
  let happened = false;
  const onSignal = (): void => {
    if (happened) process.exit(exitCodes.interrupted);
    happened = true;
    say(l10n.t('Canceling… (Ctrl+C again leaves at once)'));
    client.call('POST', `/api/v1/tasks/${taskId}/cancel`, { body: { reason: 'Ctrl+C' } }).catch((error: unknown) => say(String(error)));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    happened: () => happened,
    dispose: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
