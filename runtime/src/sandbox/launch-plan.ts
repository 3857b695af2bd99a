/** One thing of the host that a worker sees. */
export type Mount = {
  /** On the host, absolute, links resolved. */
  readonly source: string;
  /** Inside, absolute. On `job-only` there is no inside: `target` is then not used. */
  readonly target: string;
  readonly writable: boolean;
};

/** What the kernel is asked to hold, for the whole of one worker. */
export type WorkerLimits = {
  readonly memory_mb: number;
  readonly processes: number;
  /** Of what is printed, in bytes. */
  readonly output_bytes: number;
};

/** A worker process as it is wanted, whatever the rung. */
export type LaunchPlan = {
  readonly language: 'python' | 'nodejs' | 'shell';
  /** The interpreter and its arguments, by the paths that the worker sees. */
  readonly command: readonly string[];
  readonly workingFolder: string;
  readonly mounts: readonly Mount[];
  /** Empty, read-only folders into which mounts are put. */
  readonly emptyFolders: readonly string[];
  readonly network: 'open' | 'none';
  /** With `none`: hosts that can be reached all the same, through a proxy. */
  readonly hosts: readonly string[];
  readonly limits: WorkerLimits;
  /** The whole environment; nothing of the host's is added. Holds no secret. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether the worker reads its input from descriptor 0; otherwise that is the null device. */
  readonly input: 'none' | 'pipe';
  /** Whether the worker gets one more descriptor, on which a debugger speaks; its number is in `HERMES_DEBUGGER_FD`. */
  readonly debugger: boolean;
};

/** Where a worker sees things that are not the agent's own. */
export type WorkerLayout = {
  readonly hosts: string;
  /** The installed packages of the agent. */
  readonly packages: string;
  /** The scratch folder: home, temporary files, the only place that may be written. */
  readonly scratch: string;
};

/** Inside the namespaces paths are fixed, so that nothing of the host's layout shows. */
export const namespaceLayout: WorkerLayout = {
  hosts: '/run/hermes-runtime/hosts',
  packages: '/run/hermes-runtime/packages',
  scratch: '/tmp',
};
