import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { AgentFile } from '@hermes-runtime/schemas';
import { validateAgentFile } from '@hermes-runtime/schemas/files';
import { type BundleFile, readBundle, writeBundle, writeDurably } from '@hermes-runtime/runtime';

export type PushedVersion = {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  /** Unix time in milliseconds. */
  readonly pushed_at: number;
  readonly pushed_by: string;
  readonly files: number;
  readonly bytes: number;
  /** Whether tasks by name run it now. */
  readonly active: boolean;
};

export type NewVersion = Pick<PushedVersion, 'digest' | 'pushed_by'> & {
  readonly descriptor: AgentFile;
  readonly files: readonly BundleFile[];
  readonly archive: Buffer;
};

export type BundleStore = {
  /** The folder in which the registry looks: one folder for each agent, holding its active version. */
  readonly served: string;
  readonly versions: (name: string) => readonly PushedVersion[];
  readonly active: (name: string) => { readonly version: PushedVersion; readonly descriptor: AgentFile } | undefined;
  /** What is deployed: the active version of each agent. */
  readonly deployed: () => readonly AgentFile[];
  readonly find: (name: string, version: string) => PushedVersion | undefined;
  /** The archive of a digest; undefined where nobody pushed it. */
  readonly archive: (digest: string) => Buffer | undefined;
  /** Keeps a version for good and makes it the active one. The caller has checked that it is new. */
  readonly add: (version: NewVersion, now: number) => void;
  /** Makes another version the active one. */
  readonly activate: (name: string, version: string) => void;
  readonly close: () => void;
};

const tables = `
  CREATE TABLE IF NOT EXISTS versions (
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    digest TEXT NOT NULL,
    pushed_at INTEGER NOT NULL,
    pushed_by TEXT NOT NULL,
    files INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    descriptor TEXT NOT NULL,
    PRIMARY KEY (name, version)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS active (name TEXT PRIMARY KEY, version TEXT NOT NULL) STRICT;
`;

/**
 * Every version that was pushed, for good: files by digest, which version of a name is active in SQLite.
 * What is served is a copy that is renamed into its place, so a crash at any moment leaves one whole version there; `open` mends the rest.
 */
export function openBundleStore(folder: string): BundleStore {
  const [kept, served, markers] = [join(folder, 'archives'), join(folder, 'served'), join(folder, 'active')];
  for (const path of [folder, kept, served, markers]) mkdirSync(path, { recursive: true, mode: 0o700 });
  const file = join(folder, 'bundles.db');
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${tables}`);
  const all = database.prepare(
    'SELECT versions.*, active.version IS NOT NULL AS active FROM versions LEFT JOIN active USING (name, version) WHERE name = ? ORDER BY pushed_at DESC, version DESC',
  );
  const insert = database.prepare('INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const choose = database.prepare('INSERT INTO active VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version');
  const everyActive = database.prepare('SELECT descriptor FROM versions JOIN active USING (name, version) ORDER BY name');
  const digestKnown = database.prepare('SELECT 1 FROM versions WHERE digest = ? LIMIT 1');

  const archiveOf = (digest: string): string => join(kept, `${digest}.tar.gz`);
  const versions = (name: string): readonly PushedVersion[] => all.all(name).map((row) => versionOf(row));
  const find = (name: string, version: string): PushedVersion | undefined => versions(name).find((one) => one.version === version);

  /** The folder that the registry sees is replaced whole; one that is there already is moved out of the way first. */
  function serve(name: string, digest: string): void {
    const target = join(served, name);
    const marker = join(markers, name);
    if (existsSync(target) && existsSync(marker) && readFileSync(marker, 'utf8') === digest) return;
    const read = readBundle(readFileSync(archiveOf(digest)), digest);
    if (read.status === 'refused') throw new Error(`the archive of ${digest} is damaged: ${read.message}`);
    const fresh = join(folder, `.new-${randomBytes(8).toString('hex')}`);
    const old = join(folder, `.old-${randomBytes(8).toString('hex')}`);
    writeBundle(read.files, fresh);
    rmSync(marker, { force: true });
    if (existsSync(target)) renameSync(target, old);
    renameSync(fresh, target);
    writeDurably(marker, digest);
    remove(old);
  }

  // A push that was cut off between its record and its folder, or a rollback.
  for (const name of readdirSync(folder).filter((entry) => /^\.(?:new|old)-/.test(entry))) remove(join(folder, name));
  for (const row of database.prepare('SELECT name, digest FROM versions JOIN active USING (name, version)').all())
    serve(String(row['name']), String(row['digest']));

  return {
    served,
    versions,
    find,
    active: (name) => {
      const row = all.all(name).find(({ active }) => active === 1);
      const descriptor: unknown = row && JSON.parse(String(row['descriptor']));
      return row && validateAgentFile(descriptor) ? { version: versionOf(row), descriptor } : undefined;
    },
    deployed: () => {
      const descriptors = everyActive.all().map((row): unknown => JSON.parse(String(row['descriptor'])));
      return descriptors.filter((descriptor) => validateAgentFile(descriptor));
    },
    archive: (digest) => (digestKnown.get(digest) === undefined ? undefined : readFileSync(archiveOf(digest))),
    add: ({ digest, pushed_by, descriptor, files, archive }, now) => {
      writeDurably(archiveOf(digest), archive);
      const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
      database.exec('BEGIN IMMEDIATE');
      try {
        insert.run(descriptor.name, descriptor.version, digest, now, pushed_by, files.length, bytes, JSON.stringify(descriptor));
        choose.run(descriptor.name, descriptor.version);
        database.exec('COMMIT');
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
      serve(descriptor.name, digest);
    },
    activate: (name, version) => {
      const known = find(name, version);
      if (known === undefined) throw new Error(`${name} has no version ${version}`);
      choose.run(name, version);
      serve(name, known.digest);
    },
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function versionOf(row: Readonly<Record<string, unknown>>): PushedVersion {
  return {
    name: String(row['name']),
    version: String(row['version']),
    digest: String(row['digest']),
    pushed_at: Number(row['pushed_at']),
    pushed_by: String(row['pushed_by']),
    files: Number(row['files']),
    bytes: Number(row['bytes']),
    active: row['active'] === 1,
  };
}

/** What was unpacked is read-only, its own folder too. */
function remove(folder: string): void {
  if (!existsSync(folder)) return;
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
}
