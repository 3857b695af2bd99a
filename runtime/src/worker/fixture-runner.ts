import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '@hermes-runtime/contract';
import type { PartialEvent, RuntimeConfig } from '@hermes-runtime/schemas';
import { validateAgentFile } from '@hermes-runtime/schemas/files';
import { systemClock } from '../daemon/system-clock.ts';
import type { Environments } from '../environment/agent-environment.ts';
import { createEnvironments } from '../environment/find-environments.ts';
import { silentLog } from '../logging/log.ts';
import type { AgentVersion, AttemptOutcome, AttemptRunner, Clock, LoadOutcome, Recorded, ReplayPlan, TraceLevel } from '../ports.ts';
import { type Sandbox, createSandbox } from '../sandbox/sandbox.ts';
import { createAttemptRunner } from './create-attempt-runner.ts';

/** For tests: a real runner over real processes, and the agents in `testdata`. */
export type FixtureRunner = {
  readonly runner: AttemptRunner;
  readonly sandbox: Sandbox;
  readonly environments: Environments;
  readonly load: (agent: AgentVersion) => Promise<LoadOutcome>;
  readonly run: (agent: AgentVersion | string, input?: unknown, options?: FixtureRunOptions) => Promise<FixtureRun>;
  readonly close: () => Promise<void>;
};

export type FixtureParts = {
  readonly python?: string;
  readonly bubblewrap?: string;
  readonly nsenter?: string;
  readonly clock?: Clock;
  /** Where environments were installed before. */
  readonly environments?: string;
  /** The harnesses as they are built, instead of their sources. */
  readonly hostsFolder?: string;
};

export type FixtureRunOptions = {
  readonly timeoutMs?: number;
  readonly secrets?: readonly string[];
  readonly trace?: TraceLevel;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: PartialEvent) => void;
  readonly debug?: boolean;
  readonly replay?: ReplayPlan;
  readonly record?: boolean;
  /** Parallel to `secrets`. */
  readonly placeholders?: readonly string[];
};

export type FixtureRun = {
  readonly outcome: AttemptOutcome;
  readonly events: readonly (PartialEvent & Readonly<Record<string, unknown>>)[];
  /** What a recording adds, in order. */
  readonly recorded: readonly Recorded[];
};

const testdata = join(import.meta.dirname, '../../testdata/agents');

export function createFixtureRunner(config: RuntimeConfig = {}, options: FixtureParts = {}): FixtureRunner {
  // Not under the temporary folder: that is hidden inside the sandbox, and the test is about what is not.
  const folder = mkdtempSync('/var/tmp/hermes-runtime-test-');
  const parts = { config, clock: options.clock ?? systemClock, log: silentLog };
  const sandbox = createSandbox({ ...parts, folder, ...options });
  const environments = createEnvironments({ ...options, folder: options.environments ?? join(folder, 'environments') });
  const { hostsFolder = join(import.meta.dirname, '../../hosts') } = options;
  const runner = createAttemptRunner({ ...parts, sandbox, environments, hostsFolder });
  return {
    runner,
    sandbox,
    environments,
    load: runner.load,
    run: async (agent, input = {}, runOptions = {}) => {
      const {
        timeoutMs = 30_000,
        secrets = [],
        trace = 'calls',
        signal,
        onEvent,
        debug = false,
        replay,
        record,
        placeholders,
      } = runOptions;
      const events: (PartialEvent & Record<string, unknown>)[] = [];
      const recorded: Recorded[] = [];
      const outcome = await runner.run(
        {
          task_id: 'task-1',
          attempt: 1,
          agent: typeof agent === 'string' ? fixtureAgent(agent) : agent,
          input,
          secrets,
          idempotency_key: 'key-1',
          timeout_ms: timeoutMs,
          trace,
          ...(debug && { debug }),
          ...(replay && { replay }),
          ...(record && { record }),
          ...(placeholders && { placeholders }),
        },
        {
          signal: signal ?? new AbortController().signal,
          onEvent: (event) => {
            events.push({ ...event });
            onEvent?.(event);
          },
          onRecorded: (part) => recorded.push(part),
        },
      );
      return { outcome, events, recorded };
    },
    close: async () => {
      await runner.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A fixture agent as it lies in `testdata`, or a copy of it somewhere else. */
export function fixtureAgent(name: string, folder: string = join(testdata, name)): AgentVersion {
  const { value } = parseYaml(readFileSync(join(folder, 'agent.yaml'), 'utf8'));
  if (!validateAgentFile(value)) throw new Error(`${folder}: ${JSON.stringify(validateAgentFile.errors)}`);
  return agentVersion(value, folder);
}

export function agentVersion(file: AgentVersion['file'], folder: string, snapshot: string = folder): AgentVersion {
  return { ref: { name: file.name, version: file.version, digest: `digest-of-${folder}`, path: folder }, file, folder, snapshot };
}

/** The lines that were printed, by stream. */
export function linesOf(run: FixtureRun, stream: 'stdout' | 'stderr'): unknown[] {
  return run.events.filter((event) => event.type === 'log' && event['stream'] === stream).map((event) => event['text']);
}
