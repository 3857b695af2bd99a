import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileValueSchema, secretFieldsOf } from '@hermes-runtime/contract';
import { createEngine } from '../engine/create-engine.ts';
import type { AgentEvent, Engine } from '../engine/engine.ts';
import { type InstallDependencies, type LookUpEnvironment, environmentService } from '../environment/environment-service.ts';
import { createEnvironments } from '../environment/find-environments.ts';
import { createRuntimeMetrics } from '../metrics/runtime-metrics.ts';
import type { AttemptRunner } from '../ports.ts';
import { type DeliverVersion, deliveredVersions } from '../registry/delivered-versions.ts';
import type { AgentDirectory } from '../registry/agent-directory.ts';
import { Registry } from '../registry/registry.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import { secretSource } from '../secrets/secret-source.ts';
import { openVault } from '../secrets/vault.ts';
import { openStore, type Store } from '../store/store.ts';
import { createAttemptRunner } from '../worker/create-attempt-runner.ts';
import { beside } from './beside.ts';
import { type DoorOptions, openDoors, type OpenDoors } from './open-doors.ts';
import { ensureOwnFolder } from './own-folder.ts';
import type { Environment, RuntimePaths } from './paths.ts';
import type { StartOptions } from './start-options.ts';
import { systemClock } from './system-clock.ts';
import { runtimeVersion } from './version.ts';

export type RunningRuntime = Pick<OpenDoors, 'listen' | 'info'> & {
  readonly registry: Registry;
  /** Resolves when it has stopped, for whatever reason. */
  readonly stopped: Promise<void>;
  /** Ends what runs and closes everything; may be called twice. */
  readonly stop: () => Promise<void>;
};

/** The parts of one runtime, put together but not yet reachable. */
type Parts = {
  readonly store: Store;
  readonly runner: AttemptRunner;
  readonly registry: Registry;
  readonly agents: AgentDirectory;
  readonly engine: Engine;
  readonly deliver: DeliverVersion | undefined;
  readonly install: InstallDependencies;
  readonly lookUp: LookUpEnvironment;
  readonly refusal: DoorOptions['refusal'];
};

/** Puts one runtime together, opens its socket, and takes up what an earlier one left. Throws `StoreError` where another serves the store. */
export async function startRuntime(options: StartOptions): Promise<RunningRuntime> {
  const { paths, log, settings, env } = options;
  mkdirSync(paths.data, { recursive: true, mode: 0o700 });
  ensureOwnFolder(paths.runtimeFolder);
  const { store, runner, registry, agents, engine, deliver, install, lookUp, refusal } = putTogether(options);
  const metrics = createRuntimeMetrics({ store, engine, version: runtimeVersion });
  const ended = Promise.withResolvers<void>();
  let stopping: Promise<void> | undefined;
  const shutDown = async (): Promise<void> => {
    log.info('runtime.stopping', { pid: process.pid });
    await engine.close({ drain_ms: 0 });
    await Promise.all([doors.close(), registry.close()]);
    await runner.close();
    metrics.close();
    store.close();
    ended.resolve();
  };
  const stop = (): Promise<void> => (stopping ??= shutDown());
  const doors = await openDoors({
    ...options,
    engine,
    registry,
    agents,
    deliver,
    install,
    lookUp,
    refusal,
    rung: runner.rung,
    metrics: metrics.text,
    stop: () => void stop(),
  });
  await engine.start();
  log.info('runtime.started', { version: runtimeVersion, pid: process.pid, mode: options.mode, store: paths.data, rung: runner.rung() });
  // Sent by nobody yet: what would push them comes with hermes-metrics.
  if (settings.metrics.endpoint !== undefined)
    log.info('metrics.endpoint_accepted', { endpoint: settings.metrics.endpoint, token: env['HERMES_TOKEN'] !== undefined });
  return { registry, listen: doors.listen, info: doors.info, stopped: ended.promise, stop };
}

function putTogether({ paths, settings, log, env, embedding = {} }: StartOptions): Parts {
  const clock = systemClock;
  const store = openStore({ folder: paths.store, clock });
  const environments = createEnvironments(environmentOptions(paths, env));
  const sandbox = createSandbox({ config: settings.config, folder: join(paths.runtimeFolder, 'sandbox'), clock, log });
  const { elsewhere } = embedding;
  const runner =
    elsewhere?.runner ?? createAttemptRunner({ config: settings.config, hostsFolder: hostsFolder(), sandbox, environments, clock, log });
  const record = (event: AgentEvent): void => {
    // Kept until there is space; an agent serves whether or not it could be written down.
    engine.record([event]).catch((error: unknown) => log.warning('agent.unrecorded', { type: event.type, error }));
  };
  const registry = new Registry({
    runner,
    clock,
    log,
    record,
    snapshots: paths.snapshots,
    // What is installed here says nothing about another machine.
    ...(elsewhere === undefined && { installed: environments.installed }),
    allowedRuntimes: settings.sandbox.allowedRuntimes,
    hotReload: settings.hotReload,
    ...(settings.sandbox.timeout_seconds === undefined && { defaultTimeoutSeconds: 30 }),
  });
  const agents = elsewhere?.agents(registry) ?? registry;
  const engine = createEngine({
    store,
    runner,
    clock,
    log,
    agents,
    ...(elsewhere && { slots: elsewhere.slots }),
    vault: openVault({ folder: join(paths.data, 'sealed'), keyFile: join(paths.state, 'key') }),
    secrets: secretSource({ env, file: paths.secrets }),
    contract: { compileValueSchema, secretFieldsOf },
    trace: settings.trace,
    record: settings.record,
    retention: settings.retention,
    // Nobody set a limit: an agent's own is the only one, and the registry gives a default to those that have none.
    timeoutSeconds: settings.sandbox.timeout_seconds ?? 86_400,
  });
  return {
    store,
    runner,
    registry,
    agents,
    engine,
    deliver: elsewhere
      ? undefined
      : deliveredVersions({ runner, snapshots: paths.snapshots, allowedRuntimes: settings.sandbox.allowedRuntimes, now: clock.now }),
    ...environmentService(environments, (path) => registry.entries.find(({ folder }) => folder === path)?.file),
    refusal: elsewhere?.refusal ?? (() => sandbox.refusal),
  };
}

function environmentOptions(paths: RuntimePaths, env: Environment): Parameters<typeof createEnvironments>[0] {
  const python = env['HERMES_PYTHON'];
  return { folder: join(paths.data, 'environments'), ...(python !== undefined && { python }) };
}

function hostsFolder(): string {
  const folder = beside(import.meta.dirname, ['./hosts', '../hosts', '../../hosts']);
  if (folder === undefined) throw new Error(`No hosts folder beside ${import.meta.dirname}: the installation is incomplete.`);
  return folder;
}
