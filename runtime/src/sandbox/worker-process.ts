import type { Duplex, Writable } from 'node:stream';

/** How a worker ended, after nothing of its tree was left. */
export type WorkerExit = {
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** Whether it ended because memory ran out, as the kernel or the watchdog saw it. */
  readonly outOfMemory: boolean;
};

/** A started worker and everything that it starts. */
export type WorkerProcess = {
  readonly pid: number;
  /** Settles when what the plan promises is there; rejects when it cannot be, and then nothing may run. */
  readonly ready: Promise<void>;
  /** Descriptor 3 of the worker. */
  readonly channel: Duplex;
  /** Descriptor 0, where the plan asked for it. */
  readonly input: Writable | undefined;
  /** The other end of the debugger's descriptor, where the plan asked for it. */
  readonly debugger: Duplex | undefined;
  readonly onOutput: (callback: (stream: 'stdout' | 'stderr', bytes: Buffer) => void) => void;
  /** Hands over output that has been written but not been read yet. */
  readonly drain: () => void;
  /** Like Ctrl+C in a terminal: every process of the tree gets it. */
  readonly interrupt: (signal: NodeJS.Signals) => void;
  /** Ends the whole tree, daemons included. May be called again. */
  readonly kill: () => void;
  /** Counts memory from now on and kills the tree when it is too much; the answer stops that. */
  readonly watchMemory: () => () => void;
  /** How many processes of the tree the kernel has killed for want of memory; the worker itself may live on. */
  readonly memoryKills: () => number;
  /** Empties the scratch folder between two tasks; false when that cannot be done, and then the worker may not go on. */
  readonly clearScratch: () => Promise<boolean>;
  /** Settles when no process of the tree is left. */
  readonly exited: Promise<WorkerExit>;
};
