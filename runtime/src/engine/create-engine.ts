import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { taskOf } from '@hermes-runtime/schemas';
import type { Log } from '../logging/log.ts';
import type { AgentSource, AttemptRunner, Clock, TraceLevel } from '../ports.ts';
import { Replays } from '../replay/replays.ts';
import type { SecretSource } from '../secrets/secret-source.ts';
import type { Vault } from '../secrets/vault.ts';
import type { Store } from '../store/store.ts';
import { type ContractReader, agentContracts } from './agent-contract.ts';
import { outcomesOf } from './agent-outcomes.ts';
import { type Engine, type Readiness, SubmitError } from './engine.ts';
import { eventStreams } from './event-stream.ts';
import { inputPreparer } from './prepare-input.ts';
import { recover } from './recover.ts';
import { runAttempt } from './run-attempt.ts';
import { Scheduler } from './scheduler.ts';
import { Submission } from './submission.ts';
import { findTask, pageOf } from './task-pages.ts';

export type EngineOptions = {
  /** Stays the caller's: closed after the engine. */
  readonly store: Store;
  readonly runner: AttemptRunner;
  readonly agents: AgentSource;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly secrets: SecretSource;
  readonly contract: ContractReader;
  readonly log: Log;
  /** `agent.sandbox.timeout_seconds` of the configuration. @default 30 */
  readonly timeoutSeconds?: number;
  /** @default 'calls' */
  readonly trace?: TraceLevel;
  /** Whose traffic is kept for a replay. @default 'failed' */
  readonly record?: 'off' | 'failed' | 'all';
  /** Attempts that run at once, over all agents. @default the number of processors, at least 4 */
  readonly slots?: number;
  /** Finished tasks beyond these are removed, at start and then once an hour. Without it nothing is. */
  readonly retention?: { readonly days: number; readonly max_mb: number };
};

const retentionEveryMs = 3_600_000;

/** The engine of one machine and one process, over its store. */
export function createEngine(options: EngineOptions): Engine {
  const { store, runner, agents, clock, vault, secrets, log } = options;
  const contracts = agentContracts(options.contract);
  const streams = eventStreams(store, log);
  const replays = new Replays({ store, agents, folder: join(store.folder, 'cases'), secrets });
  const prepareInput = inputPreparer({ store, vault, secrets, contracts, replays });
  const attemptDeps = {
    store,
    runner,
    clock,
    contracts,
    prepareInput,
    log,
    timeoutSeconds: options.timeoutSeconds ?? 30,
    trace: options.trace ?? 'calls',
    record: options.record ?? 'failed',
  };
  const scheduler = new Scheduler({
    store,
    clock,
    log,
    outlives: runner.outlives === true,
    slots: options.slots ?? Math.max(4, availableParallelism()),
    runAttempt: async (task, signal) => runAttempt(attemptDeps, task, signal),
    receipt: ({ task_id }, ending) => replays.receipt(task_id, ending, clock.now()),
    onEnded: ({ task_id }) => vault.remove(task_id),
  });
  const submission = new Submission({ store, agents, contracts, vault, replays, clock, accept: (task) => scheduler.add(task) });
  let state: 'new' | 'started' | 'closed' = 'new';
  let stopRetention = (): void => undefined;

  /** Never rejects: what cannot be removed today is tried again in an hour. */
  const retain = async (): Promise<void> => {
    if (!options.retention || state === 'closed') return;
    try {
      const tasks = await store.retain(options.retention);
      const cases = replays.forget(options.retention.days);
      if (tasks + cases > 0) log.info('engine.retention', { tasks, cases });
    } catch (error) {
      log.warning('engine.retention_failed', { error });
    }
    if (state !== 'started') return;
    stopRetention = clock.after(retentionEveryMs, () => void retain());
  };

  return {
    start: async () => {
      if (state !== 'new') return;
      state = 'started';
      const going = await recover({
        store,
        agents,
        clock,
        log,
        outlives: runner.outlives === true,
        isOurs: (taskId) => scheduler.has(taskId),
      });
      vault.keepOnly(new Set(store.unfinished().map(({ task_id }) => task_id)));
      for (const { task, delayMs } of going) {
        if (delayMs > 0) scheduler.wait(task, delayMs);
        else scheduler.add(task);
      }
      scheduler.start();
      // In the background: tasks need not wait for old ones to be removed. It handles its own failure.
      void retain();
    },
    submit: async (request) => {
      if (state === 'closed') throw new SubmitError('closing', l10n.t('The runtime is stopping and takes no more tasks.'));
      return submission.submit(request);
    },
    cancel: async (taskId, cancel = {}) => {
      const status = (await scheduler.cancel(taskId, cancel)) ?? store.statusOf(taskId);
      return { status: status ?? 'missing' };
    },
    find: (idOrPrefix) => findTask(store, idOrPrefix),
    get: (taskId) => {
      const view = store.viewOf(taskId);
      return view && taskOf(view);
    },
    list: (query = {}) => pageOf(store, query),
    eventsOf: (taskId, after = 0) => (store.eventsOf(taskId) ?? []).filter(({ seq }) => seq > after),
    subscribe: streams.subscribe,
    lastSeq: () => store.lastSeq(),
    caseOf: (taskId) => replays.caseOf(taskId),
    keepCase: (value) => replays.keep(value),
    record: async (events) => store.append(events, { whenFull: 'hold' }),
    outcomesOf: (agentPath) => outcomesOf(store, agentPath),
    readiness: () => readinessOf(store, state),
    load: () => scheduler.load(),
    close: async ({ drain_ms = 0 } = {}) => {
      state = 'closed';
      stopRetention();
      await scheduler.close(drain_ms);
      streams.close();
    },
  };
}

function readinessOf(store: Store, state: 'new' | 'started' | 'closed'): Readiness {
  if (state === 'closed') return { ready: false, code: 'closing', message: l10n.t('The runtime is stopping and takes no more tasks.') };
  const problem = store.problem();
  return problem ? { ready: false, code: problem.code, message: problem.message } : { ready: true };
}
