import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Failure, RecordedBody, RecordedExchange, RecordedFeed, TraceEvent, WorkerFrame } from '@hermes-runtime/schemas';
import { validateTraceEvent, validateWorkerFrame } from '@hermes-runtime/schemas/messages';
import type { ReplayPlan, TraceLevel } from '../ports.ts';
import { recordedFrames } from '../worker/recorded-frames.ts';

/** An agent given as texts, and what the host says to it. */
export type HarnessRun = {
  /** By path; the first is the entrypoint. */
  readonly files: Readonly<Record<string, string>>;
  readonly input?: unknown;
  readonly trace?: TraceLevel;
  readonly secrets?: readonly string[];
  readonly placeholders?: readonly string[];
  readonly record?: boolean;
  readonly replay?: ReplayPlan;
  readonly site_packages?: readonly string[];
  readonly max_result_bytes?: number;
  /** Whether the author's folder is where the files are, as in a sandbox that mounts the snapshot there. */
  readonly inPlace?: boolean;
  /** Runs the harness under another program. */
  readonly under?: readonly string[];
  /** Called for each event as it arrives. */
  readonly onEvent?: (event: TraceEvent, harness: ChildProcess) => void;
};

export type HarnessOutcome = {
  readonly ready?: Extract<WorkerFrame, { type: 'ready' }>;
  readonly rejected?: Failure;
  readonly events: readonly TraceEvent[];
  readonly output?: unknown;
  /** What a recording kept. */
  readonly exchanges: readonly RecordedExchange[];
  readonly bodies: Readonly<Record<string, RecordedBody>>;
  readonly feeds: readonly RecordedFeed[];
  readonly failure?: Failure;
  /** The types of all frames, in order. */
  readonly order: readonly string[];
  readonly exitCode: number | null;
  /** What reached the real stdout and stderr: native bytes only. */
  readonly native: string;
};

const harness = fileURLToPath(new URL('../../hosts/node/harness.mjs', import.meta.url));

/** The author's folder of every test agent. It does not exist: all bytes must come from the snapshot. */
export const authorFolder = '/home/author/agents/天气';

/** Runs an agent in a real harness process until that has ended. */
export async function runInHarness(run: HarnessRun): Promise<HarnessOutcome> {
  const snapshot = mkdtempSync(path.join(tmpdir(), 'hermes-node-agent-'));
  for (const [file, text] of Object.entries(run.files)) {
    mkdirSync(path.dirname(path.join(snapshot, file)), { recursive: true });
    writeFileSync(path.join(snapshot, file), text);
  }
  const [program, ...args] = [...(run.under ?? []), process.execPath, harness];
  const child = spawn(program ?? process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env: { TZ: 'UTC' } });
  try {
    return await converse(child, run, snapshot);
  } finally {
    child.kill('SIGKILL');
    rmSync(snapshot, { recursive: true, force: true });
  }
}

async function converse(child: ChildProcess, run: HarnessRun, snapshot: string): Promise<HarnessOutcome> {
  const channel = channelOf(child);
  const trace = run.trace ?? 'full';
  const frames: WorkerFrame[] = [];
  const events: TraceEvent[] = [];
  let native = '';
  child.stdout?.on('data', (chunk: Buffer) => (native += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (native += chunk.toString()));
  readFrames(channel, (frame) => {
    frames.push(frame);
    if (frame.type === 'ready') {
      const { input = {}, secrets = [], placeholders, record, replay, max_result_bytes } = run;
      for (const recorded of recordedFrames(replay)) send(channel, recorded);
      send(channel, {
        type: 'task',
        id: 'channel-1',
        task_id: 't-1',
        attempt: 1,
        input,
        trace,
        secrets,
        placeholders,
        record,
        replay: replay && { rule: replay.rule, feeds: replay.feeds },
        idempotency_key: 'key-1',
        deadline: 0,
        max_result_bytes,
      });
    } else if (frame.type === 'event') {
      const event = completeEvent(frame.event, events.length);
      events.push(event);
      run.onEvent?.(event, child);
    }
  });
  send(channel, {
    type: 'load',
    folder: run.inPlace === true ? snapshot : authorFolder,
    snapshot,
    entrypoint: Object.keys(run.files)[0],
    trace,
    site_packages: run.site_packages ?? [],
    single_use: true,
  });
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const find = <T extends WorkerFrame['type']>(type: T): Extract<WorkerFrame, { type: T }> | undefined =>
    frames.find((frame): frame is Extract<WorkerFrame, { type: T }> => frame.type === type);
  const ready = find('ready');
  const rejected = find('rejected');
  const result = find('result');
  const failed = find('failed');
  return {
    ...(ready && { ready }),
    ...(rejected && { rejected: rejected.failure }),
    events,
    exchanges: frames.flatMap((frame) => (frame.type === 'exchange' ? [frame.exchange] : [])),
    bodies: Object.assign({}, ...frames.map((frame) => (frame.type === 'exchange' ? frame.bodies : {}))),
    feeds: frames.flatMap((frame) => (frame.type === 'feeds' ? frame.feeds : [])),
    ...(result && { output: result.output }),
    ...(failed && { failure: failed.failure }),
    order: frames.map(({ type }) => type),
    exitCode,
    native,
  };
}

/** Every event must be one of the schema's, once the host has added its own three fields. */
function completeEvent(event: object, index: number): TraceEvent {
  const complete: unknown = { ...event, seq: index + 1, task_id: 't-1', attempt: 1 };
  if (!validateTraceEvent(complete)) {
    throw new Error(`not a trace event: ${JSON.stringify(complete)}\n${JSON.stringify(validateTraceEvent.errors)}`);
  }
  return complete;
}

function channelOf(child: ChildProcess): Duplex {
  const channel = child.stdio[3];
  if (!(channel instanceof Duplex)) {
    throw new Error('the harness has no fd 3');
  }
  // A harness that has ended no longer reads; its end is seen by `close`.
  channel.on('error', () => undefined);
  return channel;
}

function send(channel: Duplex, frame: object): void {
  const body = Buffer.from(JSON.stringify(frame));
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  channel.write(Buffer.concat([head, body]));
}

function readFrames(channel: Duplex, onFrame: (frame: WorkerFrame) => void): void {
  let pending: Buffer = Buffer.alloc(0);
  channel.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE(0)) {
      const end = 4 + pending.readUInt32BE(0);
      const frame: unknown = JSON.parse(pending.toString('utf8', 4, end));
      pending = pending.subarray(end);
      if (!validateWorkerFrame(frame)) {
        throw new Error(`not a worker frame: ${JSON.stringify(frame)}`);
      }
      onFrame(frame);
    }
  });
}
