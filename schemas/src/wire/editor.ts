import type { Failure, TaskStatus, ValueProblem } from '../generated/types.ts';

/** Editor -> language server, a notification with `OutcomesParams`: what became of each agent's newest task, for its lens. */
export const outcomesMethod = 'hermesRuntime/outcomes';

/** Editor -> language server, a request with `CheckInputParams`, answered by `CheckInputResult`. */
export const checkInputMethod = 'hermesRuntime/checkInput';

/** Replaces everything that was said before. */
export type OutcomesParams = { readonly outcomes: readonly LensOutcome[] };

export type LensOutcome = {
  /** The agent's folder, absolute, as the runtime names it. */
  readonly agent_path: string;
  readonly task_id: string;
  readonly status: TaskStatus;
  /** Unix time in milliseconds; for a task that runs the lens counts from here. */
  readonly started_at: number;
  /** Present once the task has ended. */
  readonly finished_at?: number;
  readonly ms?: number;
  readonly findings: number;
  readonly failure?: Failure;
};

/** The one argument of the command `hermesRuntime.run`, as lenses and tree rows give it. */
export type RunArgument = {
  /** The agent's folder, absolute. */
  readonly agent_path: string;
  readonly agent_name?: string;
};

/** Asks whether an input fits an agent's `input_schema`, as its file stands in the editor. Nothing runs. */
export type CheckInputParams = { readonly agent_path: string; readonly input: unknown };

export type CheckInputResult = { readonly problems: readonly ValueProblem[] };
