/** What a program that calls this one can rely on; documented in docs/cli.md. */
export const exitCodes = {
  ok: 0,
  /** The task failed, timed out or was canceled; or a check found errors. */
  failed: 1,
  /** Wrong use of the command line, or an input that does not fit. */
  usage: 2,
  /** Nothing could be started: no interpreter, missing dependencies, a taken port. */
  notStarted: 3,
  /** `--strict`, and the task succeeded with findings. */
  findings: 4,
  /** Ctrl+C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command that ends early, in words for the person who typed it. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
