import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { AgentRef } from '@hermes-runtime/schemas';
import type { AgentVersion, FoundAgent } from '../ports.ts';
import type { AgentDirectory } from './agent-directory.ts';
import { AgentEntry, type EntryDeps } from './agent-entry.ts';
import { pruneSnapshots } from './prune-snapshots.ts';
import { deliveredVersion } from './delivered-versions.ts';
import { runLimited } from './run-limited.ts';
import { keptVersion } from './kept-version.ts';
import { descriptorIn, descriptorNames, scanForAgents } from './scan.ts';
import { watchRoots, type RootWatcher } from './watch-roots.ts';

export type RegistryDeps = EntryDeps & {
  /** Whether folders are watched and looked at again before a task. */
  readonly hotReload: boolean;
};

/** How many agents load at once when many are found; a load starts an interpreter. */
const loadsAtOnce = 2;

/** All agents below the registered roots, each with the version that serves. */
export class Registry implements AgentDirectory {
  readonly #deps: RegistryDeps;
  readonly #roots = new Set<string>();
  readonly #entries = new Map<string, AgentEntry>();
  readonly #watcher: RootWatcher | undefined;
  #loads: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(deps: RegistryDeps) {
    this.#deps = deps;
    this.#watcher = deps.hotReload ? watchRoots((path) => this.#changed(path), deps.log) : undefined;
  }

  get roots(): readonly string[] {
    return [...this.#roots];
  }

  /** Agents that are ours, whatever became of loading them. */
  get entries(): readonly AgentEntry[] {
    return [...this.#entries.values()].filter(({ state }) => state.status !== 'foreign');
  }

  /** Registers a folder of agents, or one agent's own. Answers how many it has; loading goes on in the background. */
  addRoot(path: string): number {
    const root = realpathSync(path);
    if (!this.#roots.has(root)) {
      this.#roots.add(root);
      this.#watcher?.add(root);
    }
    const found = scanForAgents(root);
    this.#adopt(found);
    return found.length;
  }

  /** Resolves when every agent known now has an outcome. */
  async settled(): Promise<void> {
    await this.#loads;
  }

  readonly find = (name: string, path?: string): FoundAgent => {
    const named = this.#named(name, path);
    const serving = named.filter(({ serving: version }) => version !== undefined);
    const candidates = serving.length > 0 ? serving : named;
    const [entry] = candidates;
    if (!entry) return { status: 'missing', known: [...new Set(this.entries.map((known) => known.name ?? ''))].filter(Boolean).toSorted() };
    if (candidates.length > 1) return { status: 'ambiguous', paths: candidates.map(({ folder }) => folder) };
    return entry.serving
      ? { status: 'found', agent: entry.serving }
      : { status: 'unusable', failure: whyNot(entry), problems: entry.problems };
  };

  /** The version of a digest that is kept, served or not: a task of an earlier process runs on exactly that. */
  readonly version = (ref: AgentRef): AgentVersion | undefined => keptVersion(this.#deps.snapshots, ref);

  readonly delivered = (digest: string): AgentVersion | undefined => deliveredVersion(this.#deps.snapshots, digest);

  /** Before a task: whatever was saved until now is what it gets. Also finds an agent that was made a moment ago. */
  async fresh(name: string, path?: string): Promise<void> {
    if (this.#meant(name, path).length === 0) this.rescan();
    // What is still loading has no name yet; any of it may be the one.
    if (path === undefined && this.#meant(name).length === 0) await this.#loads;
    const stale = this.#meant(name, path).filter((entry) => (this.#deps.hotReload || entry.serving === undefined) && entry.isStale());
    await Promise.all(stale.map((entry) => entry.refresh()));
  }

  /** After an installation: agents that waited for it are tried again. */
  async reload(path: string): Promise<void> {
    const waiting = this.entries.filter(({ folder, state }) => folder === path || state.status === 'waiting');
    await Promise.all(waiting.map(async (entry) => entry.refresh()));
  }

  /** Looks for folders that have come or gone. */
  rescan(): void {
    const found = new Set([...this.#roots].flatMap((root) => scanForAgents(root)));
    for (const [folder, entry] of this.#entries) {
      if (found.has(folder)) continue;
      this.#entries.delete(folder);
      entry.remove();
    }
    this.#adopt([...found]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#watcher?.close();
    await Promise.all([...this.#entries.values()].map((entry) => entry.close()));
    await this.#loads;
    this.#prune();
  }

  /** A folder says which agent is meant, whatever it was called when it was last looked at. */
  #meant(name: string, path?: string): readonly AgentEntry[] {
    if (path === undefined) return this.#named(name);
    const entry = this.#entries.get(realOf(path));
    return entry ? [entry] : [];
  }

  /** Housekeeping at the end, when nobody waits; what does not work today is tried again the next time. */
  #prune(): void {
    const serving = new Set(this.entries.flatMap(({ serving: version }) => version?.ref.digest ?? []));
    try {
      pruneSnapshots(this.#deps.snapshots, serving, this.#deps.clock.now());
    } catch (error) {
      this.#deps.log.debug('snapshots.not_pruned', { error });
    }
  }

  #named(name: string, path?: string): readonly AgentEntry[] {
    const folder = path === undefined ? undefined : realOf(path);
    return this.entries.filter((entry) => entry.name === name && (folder === undefined || entry.folder === folder));
  }

  #adopt(folders: readonly string[]): void {
    const fresh = folders.filter((folder) => !this.#entries.has(folder));
    if (fresh.length === 0) return;
    for (const folder of fresh) this.#entries.set(folder, new AgentEntry(folder, this.#deps));
    const load = async (folder: string): Promise<void> => {
      if (!this.#closed) await this.#entries.get(folder)?.refresh();
    };
    this.#loads = this.#loads.then(() => runLimited(fresh, loadsAtOnce, load));
  }

  /** `path` is a file that changed, or a folder in which anything may have. */
  #changed(path: string): void {
    if (this.#closed) return;
    const isDescriptor = descriptorNames.some((name) => path.endsWith(sep + name));
    const affected = [...this.#entries.values()].filter(({ folder }) => isBelow(path, folder) || isBelow(folder, path));
    if (isDescriptor || affected.some(({ folder }) => descriptorIn(folder) === undefined)) this.rescan();
    for (const entry of affected) if (this.#entries.has(entry.folder) && entry.isStale()) this.#background(entry);
  }

  /** An entry reports what goes wrong as its own state, so there is nothing to catch but a bug, which is logged. */
  #background(entry: AgentEntry): void {
    entry.refresh().catch((error: unknown) => this.#deps.log.error('registry.refresh_failed', { path: entry.folder, error }));
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** A path that no longer exists names the entry it had. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function whyNot(entry: AgentEntry): Extract<FoundAgent, { status: 'unusable' }>['failure'] {
  const { state } = entry;
  if (state.status === 'waiting') return state.failure;
  if (state.status === 'rejected' && state.failure) return state.failure;
  return { code: 'import_error', message: `Agent "${entry.name ?? entry.folder}" is still loading. Try again in a moment.` };
}
