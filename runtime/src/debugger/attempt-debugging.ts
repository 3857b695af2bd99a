import type { Duplex } from 'node:stream';
import type { PartialEvent } from '@hermes-runtime/schemas';
import type { Log } from '../logging/log.ts';
import type { Clock } from '../ports.ts';
import { openDapDoor } from './dap-door.ts';
import { openInspectorDoor } from './inspector-door.ts';
import type { DebugDoor, DoorOptions } from './debug-door.ts';

/** What a worker says about the debugger in it; see `DebugFrame`. */
export type DebuggerState = 'ready' | 'attached' | 'ended';

/** Why an attempt that is being debugged is stopped from here. */
export type DebugStop = 'timeout' | 'unattended';

/** One attempt under a debugger: the door for its client, and what stands for the time limit meanwhile. */
export type AttemptDebugging = {
  readonly onState: (state: DebuggerState) => void;
  /** No time runs out while a client is there. The answer ends the watch. */
  readonly watchTime: (stop: (why: DebugStop) => void) => () => void;
  /** Whether the client has ended the worker. */
  readonly endedByClient: () => boolean;
  readonly close: () => void;
};

export type DebuggingOptions = {
  readonly adapter: 'debugpy' | 'inspector';
  readonly worker: Duplex;
  readonly folder: string;
  /** Folders of the harness, as the worker sees them. */
  readonly hidden: readonly string[];
  /** What the attempt has once its client has left. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly onEvent: (event: PartialEvent & Readonly<Record<string, unknown>>) => void;
};

/** How long a worker waits for a client, and a client's hello for what it wants, in milliseconds. */
export const attachMs = 60_000;

const doors = { debugpy: openDapDoor, inspector: openInspectorDoor } as const;

export function createAttemptDebugging(options: DebuggingOptions): AttemptDebugging {
  const { clock, log, adapter } = options;
  let state: 'starting' | 'waiting' | 'attached' | 'left' | 'closed' = 'starting';
  let isEnded = false;
  let door: DebugDoor | undefined;
  let stop: (why: DebugStop) => void = () => {};
  let cancelTimer = (): void => {};

  function wait(ms: number, why: DebugStop): void {
    cancelTimer();
    cancelTimer = clock.after(ms, () => stop(why));
  }

  const doorOptions: DoorOptions = {
    folder: options.folder,
    worker: options.worker,
    log,
    onClient: () => {
      if (state === 'waiting') wait(attachMs, 'unattended');
    },
    onGone: () => {
      if (state === 'closed') return;
      // Whoever leaves before the first line has not debugged anything.
      if (state === 'attached') wait(options.timeoutMs, 'timeout');
      else stop('unattended');
      state = 'left';
    },
  };

  async function open(): Promise<void> {
    try {
      door = await doors[adapter](doorOptions);
    } catch (error) {
      log.error('debugger.no_door', { error });
      return stop('unattended');
    }
    if (state === 'closed') return door.close();
    const { close: _, ...places } = door;
    options.onEvent({ type: 'attempt.debug_ready', time: clock.now(), adapter, ...places, hidden: [...options.hidden] });
  }

  return {
    onState: (said) => {
      if (said === 'ended') isEnded = true;
      else if (said === 'attached' && state === 'waiting') {
        state = 'attached';
        cancelTimer();
      } else if (said === 'ready' && state === 'starting') {
        state = 'waiting';
        // It handles its own failure.
        void open();
      }
    },
    watchTime: (stopping) => {
      stop = stopping;
      wait(attachMs, 'unattended');
      return () => cancelTimer();
    },
    endedByClient: () => isEnded,
    close: () => {
      state = 'closed';
      cancelTimer();
      door?.close();
    },
  };
}
