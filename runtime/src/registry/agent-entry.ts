import type { AgentFile, Failure, Problem } from '@hermes-runtime/schemas';
import type { AgentEvent } from '../engine/engine.ts';
import type { Log } from '../logging/log.ts';
import type { AgentVersion, AttemptRunner, Clock, LoadOutcome } from '../ports.ts';
import type { InstalledIn } from '../environment/agent-environment.ts';
import { checkVersion, entrypointHint } from './check-version.ts';
import { listFileSet } from './file-set.ts';
import { failureOf, forbiddenRuntime, messageOf } from './load-failure.ts';
import { touchSnapshot } from './prune-snapshots.ts';
import { descriptorIn } from './scan.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

/** What an entry needs from outside; one object for all entries of a registry. */
export type EntryDeps = {
  readonly runner: Pick<AttemptRunner, 'load' | 'retire'>;
  /** The folder of all snapshots. */
  readonly snapshots: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly allowedRuntimes: readonly string[];
  readonly record: (event: AgentEvent) => void;
  /** Left out where nothing can be installed, as in tests. */
  readonly installed?: InstalledIn;
  /** The time limit, in seconds, of an agent that says none; left out, the engine's own limit is the only one. */
  readonly defaultTimeoutSeconds?: number;
};

/** `loading` until the first outcome; afterwards what the newest version came to. `foreign`: another product's file, nobody's agent here. */
export type EntryStatus =
  | { readonly status: 'foreign' }
  | { readonly status: 'loading' }
  | { readonly status: 'loaded' }
  | { readonly status: 'rejected'; readonly failure?: Failure }
  | {
      readonly status: 'waiting';
      readonly waiting_for: 'interpreter' | 'dependencies';
      readonly missing: readonly string[];
      readonly failure: Failure;
    };

/**
 * One agent's folder over time.
 * The newest version that loaded serves; a newer one that does not load is told about and changes nothing else.
 */
export class AgentEntry {
  readonly folder: string;
  readonly #deps: EntryDeps;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #looked: { readonly fingerprint: string; readonly digest: string } | undefined;
  #always: readonly string[] = [];
  #state: EntryStatus = { status: 'loading' };
  #serving: AgentVersion | undefined;
  /** The newest descriptor that could be read, served or not: a list shows its name. */
  #file: AgentFile | undefined;
  /** What the newest descriptor calls it, even where the rest of it is wrong. */
  #written: string | undefined;
  #problems: readonly Problem[] = [];
  #life: 'open' | 'closed' = 'open';

  constructor(folder: string, deps: EntryDeps) {
    this.folder = folder;
    this.#deps = deps;
  }

  get name(): string | undefined {
    return this.#file?.name ?? this.#serving?.file.name ?? this.#written;
  }

  get file(): AgentFile | undefined {
    return this.#file;
  }

  get serving(): AgentVersion | undefined {
    return this.#serving;
  }

  get state(): EntryStatus {
    return this.#state;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Whether the folder is not what was looked at last, or that look has not come to its end. Cheap: names and time stamps only. */
  isStale(): boolean {
    if (this.#running !== undefined) return true;
    if (this.#state.status === 'waiting' || this.#state.status === 'loading') return true;
    try {
      return listFileSet(this.folder, this.#always).fingerprint !== this.#looked?.fingerprint;
    } catch {
      // The folder is gone or has grown too large: a refresh finds the words for it.
      return true;
    }
  }

  /** Looks again. A call while a look runs gets the next look, which all such calls share: it begins after the call. */
  async refresh(): Promise<void> {
    if (this.#running === undefined) {
      this.#running = this.#look().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running.then(async () => {
      this.#next = undefined;
      await this.refresh();
    });
    return this.#next;
  }

  /** The folder is gone, or no longer under a root. Running tasks keep their snapshot. Nobody hears of what was never ours. */
  remove(): void {
    if (this.#life === 'closed') return;
    this.#life = 'closed';
    const { clock, record, runner } = this.#deps;
    const { name } = this;
    const wasShown = name !== undefined || this.#state.status === 'rejected';
    if (wasShown) record({ type: 'agent.removed', time: clock.now(), path: this.folder, ...(name !== undefined && { name }) });
    if (this.#serving) runner.retire(this.#serving.ref.digest);
    this.#serving = undefined;
  }

  /** The runtime ends: a look that is under way is finished, and tells nobody. */
  async close(): Promise<void> {
    this.#life = 'closed';
    await this.#running;
  }

  async #look(): Promise<void> {
    if (this.#life === 'closed') return;
    const snapshot = await this.#take();
    if (snapshot === undefined) return;
    const isNew = snapshot.digest !== this.#looked?.digest;
    this.#looked = snapshot;
    if (!isNew && this.#state.status !== 'waiting') return;
    try {
      await this.#consider(snapshot);
    } catch (error) {
      // A bug below must not leave the agent without a word; what serves goes on serving.
      this.#deps.log.error('agent.load_failed', { path: this.folder, error });
      this.#reject([], { code: 'internal', message: `The runtime failed to load it: ${messageOf(error)}` });
    }
  }

  async #take(): Promise<Snapshot | undefined> {
    const { clock, snapshots } = this.#deps;
    this.#always = entrypointHint(this.folder);
    try {
      return await takeSnapshot(this.folder, snapshots, { clock, always: this.#always });
    } catch (error) {
      // A folder that went away is removed by the next scan, which follows from the same change.
      if (descriptorIn(this.folder) !== undefined) this.#reject([], failureOf(error, this.folder));
      return undefined;
    }
  }

  async #consider(snapshot: Snapshot): Promise<void> {
    const checked = checkVersion(this.folder, snapshot, this.#deps.installed);
    if (!checked.ours) return this.#notOurs();
    this.#file = checked.file ?? this.#file;
    this.#written = checked.name ?? this.#written;
    if (checked.file === undefined || checked.failure) return this.#reject(checked.problems, checked.failure);
    const { name, version, runtime } = checked.file;
    const forbidden = forbiddenRuntime(checked.file, this.#deps.allowedRuntimes);
    if (forbidden) {
      this.#deps.log.error('agent.forbidden', { message: forbidden.message, agent: name, runtime: runtime?.type, path: this.folder });
      return this.#reject(checked.problems, forbidden);
    }
    const candidate: AgentVersion = {
      ref: { name, version, digest: snapshot.digest, path: this.folder },
      file:
        this.#deps.defaultTimeoutSeconds === undefined
          ? checked.file
          : { timeout_seconds: this.#deps.defaultTimeoutSeconds, ...checked.file },
      snapshot: snapshot.folder,
      folder: this.folder,
    };
    this.#apply(candidate, checked.problems, await this.#deps.runner.load(candidate));
  }

  /** An agent that a save has emptied half-way stays one; only what never was ours is let alone. */
  #notOurs(): void {
    if (this.name === undefined) this.#state = { status: 'foreign' };
    else
      this.#reject([], { code: 'import_error', message: 'The descriptor no longer describes an agent: it has neither name nor runtime.' });
  }

  #apply(candidate: AgentVersion, problems: readonly Problem[], outcome: LoadOutcome): void {
    if (this.#life === 'closed') return;
    switch (outcome.status) {
      case 'loaded':
        this.#serve(candidate, problems);
        break;
      case 'rejected':
        this.#reject(problems, outcome.failure);
        break;
      case 'waiting': {
        const isNews = this.#state.status !== 'waiting';
        this.#problems = problems;
        this.#state = { status: 'waiting', waiting_for: outcome.waiting_for, missing: outcome.missing, failure: outcome.failure };
        if (isNews) this.#deps.log.info('agent.waiting', { agent: candidate.ref.name, for: outcome.waiting_for, missing: outcome.missing });
      }
    }
  }

  #serve(version: AgentVersion, problems: readonly Problem[]): void {
    const { clock, log, record, runner } = this.#deps;
    const before = this.#serving;
    this.#serving = version;
    touchSnapshot(version.snapshot, clock.now());
    this.#problems = problems;
    this.#state = { status: 'loaded' };
    const time = clock.now();
    record(
      before
        ? { type: 'agent.reloaded', time, agent: version.ref, previous_digest: before.ref.digest }
        : { type: 'agent.loaded', time, agent: version.ref },
    );
    log.info(before ? 'agent.reloaded' : 'agent.loaded', {
      agent: version.ref.name,
      version: version.ref.version,
      digest: version.ref.digest,
    });
    if (before && before.ref.digest !== version.ref.digest) runner.retire(before.ref.digest);
  }

  #reject(problems: readonly Problem[], failure: Failure | undefined): void {
    if (this.#life === 'closed') return;
    const { clock, log, record } = this.#deps;
    const serving = this.#serving?.ref.digest;
    this.#problems = problems;
    this.#state = { status: 'rejected', ...(failure && { failure }) };
    record({
      type: 'agent.rejected',
      time: clock.now(),
      path: this.folder,
      ...(this.name !== undefined && { name: this.name }),
      ...(serving !== undefined && { serving_digest: serving }),
      problems: [...problems],
      ...(failure && { failure }),
    });
    const first = problems.find(({ severity }) => severity === 'error');
    log.warning('agent.rejected', {
      agent: this.name,
      path: this.folder,
      message: failure?.message ?? first?.message,
      code: failure?.code ?? first?.code,
      exception_type: failure?.exception_type,
      at: failure?.at && `${failure.at.file}:${failure.at.line}`,
      serving,
    });
  }
}
