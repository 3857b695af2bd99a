import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { takeLock, type StoreLock } from '../store/lock.ts';
import { StoreError } from '../store/store-error.ts';
import { type Build, buildOf, isStale } from './build.ts';
import { NoRuntimeError } from './no-runtime-error.ts';
import { ensureOwnFolder } from './own-folder.ts';
import { runtimePaths, type Environment, type RuntimePaths } from './paths.ts';
import { readRuntimeInfo, type KnownRuntime } from './known-runtime.ts';
import { runtimeClient, type RuntimeClient } from './runtime-client.ts';
import { findRuntimeEntry, spawnRuntime } from './spawn-runtime.ts';
import { stopAndWait } from './stop-and-wait.ts';
import { runtimeVersion } from './version.ts';

export type Connection = { readonly client: RuntimeClient; readonly runtime: KnownRuntime; readonly started: boolean };

/** A runtime is up in under half a second; this is for a machine that is very busy. */
const patienceMs = 20_000;

/** The runtime of this user and store, if one runs. */
export async function connectIfRunning(env: Environment = process.env): Promise<Connection | undefined> {
  const client = runtimeClient(runtimePaths(env).socket);
  let runtime: KnownRuntime | undefined;
  try {
    runtime = await readRuntimeInfo(client);
  } finally {
    if (!runtime) client.close();
  }
  return runtime && { client, runtime, started: false };
}

/** Connects to the runtime of this user and store; starts one, that stays when the caller leaves, if there is none. */
export async function connect(
  env: Environment = process.env,
  build: Build | undefined = buildOf(findRuntimeEntry() ?? ''),
  tell: (text: string) => void = (text) => void process.stderr.write(`${text}\n`),
): Promise<Connection> {
  const paths = runtimePaths(env);
  ensureOwnFolder(paths.runtimeFolder);
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    // Each turn looks anew: whoever held the lock may have started a runtime meanwhile.
    // oxlint-disable-next-line no-await-in-loop
    const running = await connectIfRunning(env);
    // oxlint-disable-next-line no-await-in-loop -- Each step rests on what the one before found.
    if (running && (await fits(running, paths, { build, tell }))) return running;
    const lock = lockOrWait(paths);
    if (!lock) continue;
    try {
      // oxlint-disable-next-line no-await-in-loop -- Each step rests on what the one before found.
      const other = await connectIfRunning(env);
      if (other) return other;
      // oxlint-disable-next-line no-await-in-loop -- Each step rests on what the one before found.
      await spawnRuntime(env);
    } finally {
      lock.release();
    }
    // oxlint-disable-next-line no-await-in-loop -- Each step rests on what the one before found.
    const fresh = await connectIfRunning(env);
    if (fresh) return { ...fresh, started: true };
  }
  throw new NoRuntimeError(l10n.t('No runtime answered within {0} seconds. Its log is {1}.', patienceMs / 1000, paths.log));
}

/** An idle older runtime makes way for this version; the answer is whether the one that runs can be used. */
async function fits(
  { client, runtime }: Connection,
  paths: RuntimePaths,
  { build, tell }: { readonly build: Build | undefined; readonly tell: (text: string) => void },
): Promise<boolean> {
  if (runtime.store !== paths.data) {
    throw new NoRuntimeError(
      l10n.t(
        'The runtime with process id {0} serves another store, {1}. Stop it with `hermes-runtime stop`, or set XDG_RUNTIME_DIR too.',
        runtime.pid,
        runtime.store,
      ),
    );
  }
  const order = compareVersions(runtime.version, runtimeVersion);
  if (order === 0) {
    // A build anew of the same version speaks the same protocol: a busy one serves on.
    if (!isStale(runtime.build, build)) return true;
    if (!runtime.idle) {
      tell(
        l10n.t(
          'The runtime with process id {0} is of an older build and busy, so it is used as it is. `hermes-runtime stop` ends it.',
          runtime.pid,
        ),
      );
      return true;
    }
    await stopAndWait(client);
    return false;
  }
  if (order > 0)
    throw new NoRuntimeError(
      l10n.t(
        'A newer runtime, {0}, is running (process id {1}). Update this one, which is {2}.',
        runtime.version,
        runtime.pid,
        runtimeVersion,
      ),
    );
  if (!runtime.idle) {
    throw new NoRuntimeError(
      l10n.t(
        'An older runtime, {0}, is busy (process id {1}). Wait until its tasks have ended, or stop it with `hermes-runtime stop`.',
        runtime.version,
        runtime.pid,
      ),
    );
  }
  await stopAndWait(client);
  return false;
}

/** Waits a moment for whoever else starts a runtime; the lock goes with its holder, however that ends. */
function lockOrWait(paths: RuntimePaths): StoreLock | undefined {
  const folder = join(paths.data, 'start');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return takeLock(folder);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'store_locked') return undefined;
    throw error;
  }
}

/** Numbers of `1.2.3`; what follows a hyphen does not count, for a build of the same version speaks the same protocol. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => (version.split('-')[0] ?? '').split('.').map(Number));
  for (let i = 0; i < 3; i += 1) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
