import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileValueSchema, secretFieldsOf } from '@hermes-runtime/contract';
import { afterEach } from 'vitest';
import { type RuntimeSettings, defaultSettings } from '../src/config/runtime-settings.ts';
import { type OpenDoors, openDoors } from '../src/daemon/open-doors.ts';
import { runtimePaths, type RuntimePaths } from '../src/daemon/paths.ts';
import { systemClock } from '../src/daemon/system-clock.ts';
import { type RuntimeClient, runtimeClient } from '../src/daemon/runtime-client.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import type { Engine } from '../src/engine/engine.ts';
import { createLog } from '../src/logging/log.ts';
import type { AttemptContext, AttemptOutcome, AttemptRunner, AttemptSpec, LoadOutcome } from '../src/ports.ts';
import { Registry } from '../src/registry/registry.ts';
import { openVault } from '../src/secrets/vault.ts';
import { openStore } from '../src/store/store.ts';
import { start } from './engine-world.ts';

export type ApiWorld = {
  readonly folder: string;
  readonly paths: RuntimePaths;
  readonly engine: Engine;
  readonly registry: Registry;
  readonly client: RuntimeClient;
  readonly doors: OpenDoors;
  /** The origin of a TCP door, and the token that it wants. */
  readonly url: string;
  readonly token: string;
  readonly log: readonly string[];
  /** Whether `stop` was asked for. */
  readonly stops: () => number;
};

export type ApiWorldOptions = {
  readonly agents?: Readonly<Record<string, string>>;
  readonly settings?: Partial<RuntimeSettings>;
  readonly load?: AttemptRunner['load'];
  /** Why no worker can start. */
  readonly refusal?: { readonly code: string; readonly message: string };
};

/** An agent whose attempts do what its name says: `echo`, `forever`, `fails`. */
export function agentYaml(name: string, more = ''): string {
  return `name: ${name}\nversion: 1.0.0\ninput_schema:\n  type: object\n  properties: { text: { type: string } }\nruntime:\n  type: python\n  entrypoint: main.py\n${more}`;
}

export const mainPy = 'def execute(input_data):\n    return input_data\n';

/** The API over a real engine, store, registry and sockets; only the workers are stood in for. */
export function apiWorlds(): { readonly world: (options?: ApiWorldOptions) => Promise<ApiWorld> } {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });
  return {
    world: async (options = {}) => {
      const folder = mkdtempSync(join(tmpdir(), 'hermes-api-'));
      const env = { HERMES_TOKEN: 'the-token', XDG_RUNTIME_DIR: join(folder, 'run'), XDG_DATA_HOME: join(folder, 'data'), XDG_STATE_HOME: join(folder, 'state') };
      const paths = runtimePaths(env);
      const settings = { ...defaultSettings, ...options.settings };
      const agents = options.agents ?? { 'echo/agent.yaml': agentYaml('echo'), 'echo/main.py': mainPy };
      writeFiles(join(folder, 'agents'), agents);
      for (const made of [paths.runtimeFolder, paths.data]) mkdirSync(made, { recursive: true, mode: 0o700 });
      const lines: string[] = [];
      const log = createLog({ write: (line) => lines.push(line) }, 'debug');
      const store = openStore({ folder: paths.store, clock: systemClock });
      const runner = tinyRunner(options.load);
      const registry: Registry = new Registry({
        runner,
        log,
        snapshots: paths.snapshots,
        clock: systemClock,
        allowedRuntimes: settings.sandbox.allowedRuntimes,
        hotReload: settings.hotReload,
        record: (event) => void engine.record([event]),
      });
      const engine = createEngine({
        store,
        runner,
        log,
        agents: registry,
        clock: systemClock,
        vault: openVault({ folder: join(folder, 'sealed'), keyFile: join(folder, 'keys/seal') }),
        secrets: { valueOf: () => undefined },
        contract: { compileValueSchema, secretFieldsOf },
      });
      let stops = 0;
      const doors = await openDoors({
        paths,
        settings,
        log,
        env,
        engine,
        registry,
        mode: 'dev',
        rung: runner.rung,
        metrics: () => '# no metrics\n',
        refusal: () => options.refusal,
        install: async function* () {
          yield { type: 'progress', message: 'fetching' };
          yield { type: 'installed' };
        },
        lookUp: async (_path, wishes) =>
          wishes.debugger === true
            ? {
                status: 'waiting',
                waiting_for: 'dependencies',
                missing: ['debugpy'],
                failure: { code: 'debugger_missing', message: 'no debugpy' },
              }
            : { status: 'ready', language_version: '3.12.1' },
        deliver: async () => ({ status: 'loaded' }),
        stop: () => {
          stops += 1;
        },
      });
      await engine.start();
      registry.addRoot(join(folder, 'agents'));
      await registry.settled();
      const { url } = await doors.listen({ host: '127.0.0.1', port: 0 });
      const client = runtimeClient(paths.socket);
      cleanups.push(async () => {
        client.close();
        await engine.close();
        await doors.close();
        await registry.close();
        store.close();
        rmSync(folder, { recursive: true, force: true });
      });
      return { folder, paths, engine, registry, client, doors, url, token: 'the-token', log: lines, stops: () => stops };
    },
  };
}

export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

function tinyRunner(load: AttemptRunner['load'] = async (): Promise<LoadOutcome> => ({ status: 'loaded' })): AttemptRunner {
  return { load, run: runByName, retire: () => undefined, rung: () => 'job-only', close: async () => undefined };
}

async function runByName({ agent, input }: AttemptSpec, { signal, onEvent }: AttemptContext): Promise<AttemptOutcome> {
  start(onEvent);
  if (agent.ref.name === 'fails') return { status: 'failed', failure: { code: 'exception', message: 'boom' }, ms: 1 };
  if (agent.ref.name !== 'forever') return { status: 'succeeded', output: input, ms: 1 };
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  return { status: 'canceled', ms: 1 };
}
