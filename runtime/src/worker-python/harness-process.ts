import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Duplex } from 'node:stream';
import type { Failure, RecordedBody, TraceEvent, WorkerFrame } from '@hermes-runtime/schemas';
import { validateTraceEvent, validateWorkerFrame } from '@hermes-runtime/schemas/messages';
import type { ReplayPlan } from '../ports.ts';
import { recordedFrames } from '../worker/recorded-frames.ts';

/** The Python harness as a real process over fd 3, for tests and benchmarks: no sandbox, no pool. */
export type Harness = {
  /** `ready` or `rejected`. */
  readonly loaded: Promise<WorkerFrame>;
  /** Waits until the agent is loaded. */
  readonly run: (input: unknown, options?: TaskOptions) => Promise<TaskRun>;
  /** Closes the channel; the harness must then leave by itself. */
  readonly close: () => Promise<number | null>;
  readonly child: ChildProcess;
  readonly folder: string;
};

export type TaskOptions = {
  readonly trace?: 'off' | 'calls' | 'full';
  readonly secrets?: readonly string[];
  readonly max_result_bytes?: number;
  readonly record?: boolean;
  readonly placeholders?: readonly string[];
  readonly replay?: ReplayPlan;
  /** Called with each frame as it comes. */
  readonly onFrame?: (frame: WorkerFrame) => void;
};

export type TaskRun = {
  readonly events: readonly TraceEvent[];
  readonly output: unknown;
  readonly failure: Failure | undefined;
  readonly end: Extract<WorkerFrame, { type: 'end' }> | undefined;
  readonly recorded: Omit<ReplayPlan, 'rule'>;
  /** All that came over the channel, as text. */
  readonly wire: string;
};

export type HarnessOptions = {
  readonly python?: string;
  readonly entrypoint?: string;
  readonly trace?: 'off' | 'calls' | 'full';
  readonly packages?: readonly string[];
  /** The author's folder, if the files are to be read from elsewhere. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that runs the harness, as `strace` does. */
  readonly under?: readonly string[];
};

const harnessFile = join(import.meta.dirname, '../../hosts/python/harness.py');

/** The interpreter itself: shims in front of it take longer to start than the harness. */
export function findPython(): string {
  return execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
}

/** Starts the harness on an agent made of these files. */
export function startHarness(files: Readonly<Record<string, string>>, options: HarnessOptions = {}): Harness {
  const snapshot = mkdtempSync(join(tmpdir(), 'hermes-python-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(snapshot, name)), { recursive: true });
    writeFileSync(join(snapshot, name), text);
  }
  const [command, ...args] = [...(options.under ?? []), options.python ?? findPython(), '-I', '-X', 'utf8', harnessFile, '--'];
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const channel = child.stdio[3];
  if (!(channel instanceof Duplex)) throw new Error('fd 3 is no socket');
  const exited = once(child, 'exit');
  const frames = readFrames(channel);
  const folder = options.folder ?? snapshot;
  const { entrypoint = 'main.py', trace = 'full', packages: site_packages = [] } = options;
  // A harness that left early breaks the pipe; the frames that are missing tell the test.
  channel.on('error', () => {});
  writeFrame(channel, { type: 'load', folder, snapshot, entrypoint, trace, site_packages, single_use: false });
  const loaded = frames.next().then((frame) => frame ?? Promise.reject(new Error('the harness left without a word')));
  let count = 0;

  const run = async (input: unknown, { onFrame, replay, ...task }: TaskOptions = {}): Promise<TaskRun> => {
    const answer = await loaded;
    if (answer.type !== 'ready') throw new Error(`not loaded: ${JSON.stringify(answer)}`);
    count += 1;
    const id = `task-${count}`;
    for (const frame of recordedFrames(replay)) writeFrame(channel, frame);
    writeFrame(channel, {
      type: 'task',
      id,
      task_id: `t-${count}`,
      attempt: 1,
      idempotency_key: `t-${count}/1`,
      trace,
      secrets: [],
      input,
      replay: replay && { rule: replay.rule, feeds: replay.feeds },
      ...task,
    });
    const seen: WorkerFrame[] = [];
    for (let frame = await frames.next(); frame !== undefined;) {
      seen.push(frame);
      onFrame?.(frame);
      if (frame.type === 'end') break;
      // One frame after the other, as the harness sends them.
      frame = await frames.next();
    }
    return taskRun(seen);
  };

  return {
    loaded,
    run,
    child,
    folder,
    close: async () => {
      channel.destroy();
      const [code] = (await exited) as [number | null];
      rmSync(snapshot, { recursive: true, force: true });
      return code ?? null;
    },
  };
}

/** Loads, runs one task, leaves. */
export async function runOnce(main: string, input: unknown, options: HarnessOptions & TaskOptions = {}): Promise<TaskRun> {
  const harness = startHarness({ 'main.py': main }, options);
  try {
    return await harness.run(input, options);
  } finally {
    await harness.close();
  }
}

/** Why these files are rejected. */
export async function rejection(files: Readonly<Record<string, string>>, options: HarnessOptions = {}): Promise<Failure> {
  const harness = startHarness(files, options);
  try {
    const loaded = await harness.loaded;
    if (loaded.type !== 'rejected') throw new Error(`loaded: ${JSON.stringify(loaded)}`);
    return loaded.failure;
  } finally {
    await harness.close();
  }
}

function taskRun(seen: readonly WorkerFrame[]): TaskRun {
  const result = seen.find((frame) => frame.type === 'result');
  const failed = seen.find((frame) => frame.type === 'failed');
  const events = seen.filter((frame) => frame.type === 'event').map(({ event }, index) => storedEvent(event, index + 1));
  return {
    events,
    output: result?.output,
    failure: failed?.failure,
    recorded: recordedIn(seen),
    end: seen.find((frame) => frame.type === 'end'),
    wire: JSON.stringify(seen),
  };
}

function recordedIn(seen: readonly WorkerFrame[]): TaskRun['recorded'] {
  const exchanges = seen.filter((frame) => frame.type === 'exchange');
  const bodies: Record<string, RecordedBody> = {};
  for (const frame of exchanges) Object.assign(bodies, frame.bodies);
  const feeds = seen.filter((frame) => frame.type === 'feeds').flatMap((frame) => frame.feeds);
  return { exchanges: exchanges.map(({ exchange }) => exchange), bodies, feeds };
}

/** What the host makes of an event frame, checked as the store checks it. */
function storedEvent(event: object, seq: number): TraceEvent {
  const stored: unknown = { ...event, seq, task_id: 't', attempt: 1 };
  if (validateTraceEvent(stored)) return stored;
  throw new Error(`not a trace event: ${JSON.stringify(stored)} ${JSON.stringify(validateTraceEvent.errors)}`);
}

function writeFrame(channel: Duplex, frame: object): void {
  const body = Buffer.from(JSON.stringify(frame), 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  channel.write(Buffer.concat([head, body]));
}

/** Frames in order; undefined once the other end has gone. */
function readFrames(channel: Duplex): { next: () => Promise<WorkerFrame | undefined> } {
  const frames = parseFrames(channel);
  return {
    next: async () => {
      const { value, done } = await frames.next();
      return done === true ? undefined : value;
    },
  };
}

async function* parseFrames(channel: Duplex): AsyncGenerator<WorkerFrame, undefined> {
  let bytes = Buffer.alloc(0);
  for await (const part of channel.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(part)) continue;
    bytes = Buffer.concat([bytes, part]);
    while (bytes.length >= 4 && bytes.length >= 4 + bytes.readUInt32BE(0)) {
      const size = bytes.readUInt32BE(0);
      const frame: unknown = JSON.parse(bytes.toString('utf8', 4, 4 + size));
      bytes = bytes.subarray(4 + size);
      if (!validateWorkerFrame(frame)) throw new Error(`not a frame: ${JSON.stringify(frame)}`);
      yield frame;
    }
  }
  return undefined;
}
