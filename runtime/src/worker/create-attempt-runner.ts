import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { PartialEvent, RuntimeConfig } from '@hermes-runtime/schemas';
import type { AgentEnvironment, Environments } from '../environment/agent-environment.ts';
import type { Log } from '../logging/log.ts';
import type { AgentVersion, AttemptContext, AttemptOutcome, AttemptRunner, AttemptSpec, Clock, LoadOutcome, TraceLevel } from '../ports.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { runAttempt } from './run-attempt.ts';
import { type WarmVersion, createWarmVersion } from './warm-version.ts';

export type AttemptRunnerOptions = {
  readonly config: RuntimeConfig;
  /** The folder with `python`, `node` and `shell`. */
  readonly hostsFolder: string;
  /** Closed together with the runner. */
  readonly sandbox: Sandbox;
  readonly environments: Environments;
  readonly clock: Clock;
  readonly log: Log;
};

/** What tells the workers of one version apart. */
type Kind = { readonly trace: TraceLevel; readonly replay: boolean; readonly debug: boolean };

type Prepared = WarmVersion | Exclude<LoadOutcome, { status: 'loaded' }>;

/** Runs attempts in worker processes of this machine. */
export function createAttemptRunner(options: AttemptRunnerOptions): AttemptRunner {
  const { sandbox, log } = options;
  const versions = new Map<string, Promise<Prepared>>();
  const running = new Set<Promise<AttemptOutcome>>();
  const closing = new AbortController();
  const usual = options.config.trace ?? 'calls';

  /** One per digest, trace level, whether it has a network at all, and whether a debugger comes. What could not be prepared is forgotten, so that the next call looks again. */
  async function versionOf(agent: AgentVersion, { trace, replay, debug }: Kind): Promise<Prepared> {
    const key = `${agent.ref.digest}:${trace}${replay ? ':replay' : ''}${debug ? ':debug' : ''}`;
    const known = versions.get(key);
    if (known !== undefined) return known;
    const prepared = prepare(agent, { trace, replay, debug });
    versions.set(key, prepared);
    const version = await prepared;
    if ('status' in version) versions.delete(key);
    return version;
  }

  async function prepare(agent: AgentVersion, { trace, replay, debug }: Kind): Promise<Prepared> {
    if (sandbox.refusal !== undefined) return { status: 'rejected', failure: sandbox.refusal };
    const environment = await options.environments.find(agent, { debugger: debug });
    if (environment.status === 'waiting') return environment;
    const forbidden = options.config.agent?.sandbox?.forbidden_paths ?? [];
    const environmentDigest = digestOfEnvironment(agent, environment, options.environments);
    return createWarmVersion(agent, environment, {
      ...options,
      environmentDigest,
      forbidden,
      trace,
      replay,
      debug,
      // A worker that waits for a debugger is started when one is asked for.
      maxIdle: debug ? 0 : Math.max(1, availableParallelism() - 1),
    });
  }

  async function load(agent: AgentVersion): Promise<LoadOutcome> {
    const version = await versionOf(agent, { trace: usual, replay: false, debug: false });
    if ('status' in version) return version;
    const acquired = await version.pool.acquire();
    if (acquired.status === 'rejected') return acquired;
    version.pool.put(acquired.slot);
    log.debug('agent.warm', { agent: agent.ref.name, digest: agent.ref.digest, pid: acquired.slot.pid });
    return { status: 'loaded' };
  }

  async function run(attempt: AttemptSpec, context: AttemptContext): Promise<AttemptOutcome> {
    const { trace, replay, debug = false } = attempt;
    const version = await versionOf(attempt.agent, { trace, replay: replay !== undefined, debug });
    if ('status' in version) return { status: 'failed', failure: version.failure, ms: 0 };
    const signal = AbortSignal.any([context.signal, closing.signal]);
    let open = true;
    const onEvent = (event: PartialEvent): void => {
      if (open) context.onEvent(event);
    };
    try {
      return await runAttempt(version, attempt, { ...context, signal, onEvent }, options);
    } finally {
      open = false;
    }
  }

  const loads = new Map<string, Promise<LoadOutcome>>();

  return {
    load: (agent) => {
      const key = agent.ref.digest;
      const loading = loads.get(key) ?? load(agent).finally(() => loads.delete(key));
      loads.set(key, loading);
      return loading;
    },
    run: async (attempt, context) => {
      const outcome = run(attempt, context);
      running.add(outcome);
      try {
        return await outcome;
      } finally {
        running.delete(outcome);
      }
    },
    retire: (digest) => {
      for (const [key, version] of versions) {
        if (!key.startsWith(`${digest}:`)) continue;
        versions.delete(key);
        void version.then((warm) => ('status' in warm ? undefined : warm.pool.retire()));
      }
    },
    rung: () => sandbox.rung,
    close: async () => {
      closing.abort();
      await Promise.allSettled(running);
      const all = await Promise.all(versions.values());
      await Promise.all(all.flatMap((version) => ('status' in version ? [] : version.pool.close())));
      sandbox.dispose();
    },
  };
}

/** Equal for two attempts that cannot differ by interpreter or packages. */
function digestOfEnvironment(agent: AgentVersion, environment: AgentEnvironment, environments: Environments): string {
  const language = agent.file.runtime?.type;
  const installed =
    language === 'python' || language === 'nodejs'
      ? (environments.installed({ folder: agent.folder, dependencies: agent.file.runtime?.dependencies ?? [] }, language) ?? [])
      : [];
  const packages = installed.map(({ name, version }) => `${name}@${version}`).toSorted();
  return hash('sha256', JSON.stringify([language, environment.languageVersion, packages]), 'hex');
}
