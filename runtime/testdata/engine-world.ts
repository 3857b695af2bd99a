import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentFile, PartialEvent, TraceEvent } from '@hermes-runtime/schemas';
import { compileValueSchema, secretFieldsOf } from '@hermes-runtime/contract';
import { afterEach } from 'vitest';
import { type EngineOptions, createEngine } from '../src/engine/create-engine.ts';
import type { Engine } from '../src/engine/engine.ts';
import { createLog } from '../src/logging/log.ts';
import type { AgentSource, AgentVersion, AttemptContext, AttemptOutcome, AttemptRunner, AttemptSpec, FoundAgent } from '../src/ports.ts';
import { openVault } from '../src/secrets/vault.ts';
import { type Store, openStore } from '../src/store/store.ts';
import { HandClock } from './hand-clock.ts';

/** What an attempt does, instead of a process. */
export type Script = (spec: AttemptSpec, context: AttemptContext) => Promise<AttemptOutcome> | AttemptOutcome;

export type World = {
  readonly folder: string;
  readonly clock: HandClock;
  readonly store: Store;
  readonly engine: Engine;
  readonly log: readonly string[];
  /** Every attempt that began, in order. */
  readonly specs: readonly AttemptSpec[];
  /** The engine and its store as a crash leaves them: nothing is written any more. */
  readonly abandon: () => void;
};

export type WorldOptions = {
  readonly folder?: string;
  readonly clock?: HandClock;
  readonly agents?: readonly AgentVersion[];
  /** Instead of `agents`. */
  readonly source?: AgentSource;
  readonly script?: Script;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Whether attempts go on without the engine. */
  readonly outlives?: boolean;
} & Partial<Pick<EngineOptions, 'slots' | 'timeoutSeconds' | 'retention'>>;

export function agentNamed(name: string, file: Partial<AgentFile> = {}, digest = `digest-of-${name}`): AgentVersion {
  const path = `/agents/${name}`;
  return {
    ref: { name, version: '1.0.0', digest, path },
    file: { name, version: '1.0.0', runtime: { type: 'python', entrypoint: 'main.py' }, ...file } as AgentFile,
    snapshot: path,
    folder: path,
  };
}

/** Answers at once. */
export const succeeding: Script = (_spec, { onEvent }) => {
  start(onEvent);
  return { status: 'succeeded', output: { ok: true }, ms: 5 };
};

/** Runs until it is aborted. */
export const forever: Script = async (_spec, { onEvent, signal }) => {
  start(onEvent);
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  return { status: 'canceled', ms: 7 };
};

export function failing(message = 'boom'): Script {
  return (_spec, { onEvent }) => {
    start(onEvent);
    return { status: 'failed', failure: { code: 'exception', message }, ms: 5 };
  };
}

export function start(onEvent: AttemptContext['onEvent']): void {
  const started: Omit<Extract<TraceEvent, { type: 'attempt.started' }>, 'seq' | 'task_id' | 'attempt'> = {
    type: 'attempt.started',
    time: 1,
    language: 'python',
    rung: 'job-only',
    network: 'open',
    not_enforced: [],
    trace: 'calls',
    instrumented: true,
  };
  onEvent(started);
}

/** An event as a worker says it, whatever it says. */
export function partial(event: PartialEvent & Readonly<Record<string, unknown>>): PartialEvent {
  return event;
}

/** Engines over real stores, with the runner's port answered by a script. All are closed and removed after each test. */
export function engineWorlds(): { readonly world: (options?: WorldOptions) => World; readonly fresh: () => string } {
  const open: World[] = [];
  const folders: string[] = [];
  const fresh = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'hermes-engine-'));
    folders.push(folder);
    return folder;
  };
  afterEach(async () => {
    for (const { engine, store } of open.splice(0)) {
      await engine.close();
      store.close();
    }
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return {
    fresh,
    world: (options = {}) => {
      const made = makeWorld({ folder: fresh(), ...options });
      open.push(made);
      return made;
    },
  };
}

function makeWorld({ folder = '', clock = new HandClock(), agents = [agentNamed('weather')], script = succeeding, source, ...options }: WorldOptions): World {
  const store = openStore({ folder: join(folder, 'store'), clock });
  const log: string[] = [];
  const specs: AttemptSpec[] = [];
  const engine = createEngine({
    ...options,
    store,
    clock,
    agents: source ?? { find: (name, path) => find(agents, name, path) },
    runner: { ...scriptedRunner(script, specs), outlives: options.outlives ?? false },
    vault: openVault({ folder: join(folder, 'sealed'), keyFile: join(folder, 'keys/seal.key') }),
    contract: { compileValueSchema, secretFieldsOf },
    log: createLog({ write: (line) => log.push(line) }, 'debug', clock.now),
    secrets: { valueOf: (name) => options.secrets?.[name] },
  });
  return { folder, clock, store, engine, log, specs, abandon: () => store.close() };
}

function scriptedRunner(script: Script, specs: AttemptSpec[]): AttemptRunner {
  return {
    load: async () => ({ status: 'loaded' }),
    run: async (spec, context) => {
      specs.push(spec);
      return script(spec, context);
    },
    retire: () => undefined,
    rung: () => 'job-only',
    close: async () => undefined,
  };
}

function find(agents: readonly AgentVersion[], name: string, path: string | undefined): FoundAgent {
  const named = agents.filter(({ ref }) => ref.name === name && (path === undefined || ref.path === path));
  const [agent] = named;
  if (!agent) return { status: 'missing', known: agents.map(({ ref }) => ref.name) };
  return named.length > 1 ? { status: 'ambiguous', paths: named.map(({ ref }) => ref.path) } : { status: 'found', agent };
}

/** Resolves once the task has ended, and answers its events. */
export async function endOf({ engine }: Pick<World, 'engine'>, taskId: string): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  for await (const event of engine.subscribe(0, { task_id: taskId })) events.push(event);
  return events;
}

/** Resolves once an attempt of the task runs and its start is stored: that waits for company, and a test's clock stands still. */
export async function begun({ engine, clock, specs }: World, taskId: string): Promise<void> {
  while (!specs.some(({ task_id }) => task_id === taskId)) await new Promise((resolve) => setImmediate(resolve));
  clock.advance(20);
  await seen({ engine }, taskId, 'attempt.started');
}

/** Resolves with the task's first event of a type. */
export async function seen({ engine }: Pick<World, 'engine'>, taskId: string, type: TraceEvent['type']): Promise<TraceEvent | undefined> {
  for await (const event of engine.subscribe(0, { task_id: taskId })) if (event.type === type) return event;
  return undefined;
}
