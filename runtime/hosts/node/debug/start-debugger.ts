import { Worker } from 'node:worker_threads';

/** The debugger of this process, as its main thread sees it. */
export type Debugger = {
  /** Settles when a client has said where to stop. */
  readonly attached: Promise<void>;
  /** Lets go of the main thread: a process that is being inspected would wait at its end for the client to leave. */
  readonly close: () => void;
};

/** What the two threads tell each other. */
export type RelayData = { readonly fd: number; readonly closed: Int32Array; readonly harness: string };

/** As the other thread gets it. */
export function relayData(value: unknown): RelayData {
  if (typeof value !== 'object' || value === null || !('fd' in value) || !('closed' in value) || !('harness' in value)) {
    throw new TypeError('the debugger was started without its data');
  }
  const { fd, closed, harness } = value;
  if (typeof fd !== 'number' || !(closed instanceof Int32Array) || typeof harness !== 'string') {
    throw new TypeError('the data of the debugger are of another kind');
  }
  return { fd, closed, harness };
}

/** How long the other thread may take to let go, in milliseconds. */
const closeMs = 500;

/** The descriptor that the runtime opened for a debugger, if any; neither the agent nor what it starts sees it. */
export function takeDebuggerFd(): number | undefined {
  const text = process.env['HERMES_DEBUGGER_FD'];
  delete process.env['HERMES_DEBUGGER_FD'];
  return text === undefined ? undefined : Number(text);
}

/** Inspects this thread from another one, which speaks with the runtime while this one is stopped. No port is opened. */
export function startDebugger(fd: number): Debugger {
  const closed = new Int32Array(new SharedArrayBuffer(4));
  const isSource = import.meta.url.endsWith('.ts');
  const workerData: RelayData = { fd, closed, harness: new URL(isSource ? '..' : '.', import.meta.url).href };
  const worker = new Worker(new URL(isSource ? '../debug-relay.ts' : './debug-relay.mjs', import.meta.url), { workerData });
  return {
    attached: new Promise((resolve) => {
      worker.once('message', () => {
        // From here on only the agent's own work keeps the process alive.
        worker.unref();
        resolve();
      });
    }),
    close: () => {
      worker.postMessage('close');
      Atomics.wait(closed, 0, 0, closeMs);
    },
  };
}
