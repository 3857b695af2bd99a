import { join } from 'node:path';
import type { TarFile } from '../bundle/tar.ts';
import { writeBundle } from '../bundle/unpack.ts';
import type { AgentVersion, AttemptRunner, LoadOutcome } from '../ports.ts';
import { keptVersion } from './kept-version.ts';
import { forbiddenRuntime } from './load-failure.ts';
import { touchSnapshot } from './prune-snapshots.ts';

export type DeliveredVersionsDeps = {
  readonly snapshots: string;
  readonly runner: Pick<AttemptRunner, 'load' | 'retire'>;
  readonly allowedRuntimes: readonly string[];
  readonly now: () => number;
};

/** Keeps the files of a version that another program brings, and loads it. A task names it by its digest. */
export type DeliverVersion = (files: readonly TarFile[], digest: string) => Promise<LoadOutcome>;

export function deliveredVersions({ snapshots, runner, allowedRuntimes, now }: DeliveredVersionsDeps): DeliverVersion {
  const warm = new Map<string, string>();
  return async (files, digest) => {
    const folder = join(snapshots, digest);
    writeBundle(files, folder);
    touchSnapshot(folder, now());
    const version = deliveredVersion(snapshots, digest);
    if (version === undefined) return rejected('The bundle has no agent.yaml that can be read.');
    const failure = forbiddenRuntime(version.file, allowedRuntimes);
    if (failure !== undefined) return { status: 'rejected', failure };
    const outcome = await runner.load(version);
    // Of each agent the newest that came is kept warm; attempts of older ones still run.
    const before = warm.get(version.ref.name);
    if (before !== undefined && before !== digest) runner.retire(before);
    warm.set(version.ref.name, digest);
    return outcome;
  };
}

/** A version that was delivered: it has no folder of an author, so its code runs under the path of its files. */
export function deliveredVersion(snapshots: string, digest: string): AgentVersion | undefined {
  const folder = join(snapshots, digest);
  const kept = keptVersion(snapshots, { name: '', version: '', digest, path: folder });
  return kept && { ...kept, ref: { ...kept.ref, name: kept.file.name, version: kept.file.version } };
}

function rejected(message: string): LoadOutcome {
  return { status: 'rejected', failure: { code: 'import_error', message } };
}
