import { dirname, join } from 'node:path';
import { installedDistribution, isMap, own, type InstalledPackage } from '@hermes-runtime/contract';
import type { Disk } from './disk.ts';

export type Language = 'python' | 'nodejs';

/** What is installed for one agent; undefined where that cannot be told without starting an interpreter. */
export type InstalledFor = (language: Language, dependencies: readonly string[]) => readonly InstalledPackage[] | undefined;

/**
 * Looks where the runtime looks: in the environment that was made for these very dependencies, else in the agent's own `.venv`, or as Node
 * looks for packages. It reads names of folders and small files, and reads them again once a folder has changed.
 */
export function installedPackages(folder: string, disk: Disk): InstalledFor {
  const reads = new Map<string, Kept>();
  let made: { readonly state: string; readonly folder: string | undefined } | undefined;
  return (language, dependencies) => {
    // Of a copy of files nobody knows what is installed beside them.
    if (disk.changedAt?.(folder) === undefined) return undefined;
    const asked = [language, disk.environments === undefined ? undefined : disk.changedAt(disk.environments), ...dependencies].join('\n');
    if (made?.state !== asked) made = { state: asked, folder: environmentFor(language, dependencies, disk) };
    const folders = made.folder === undefined ? packageFolders(folder, language, disk) : [made.folder];
    if (folders === undefined) return undefined;
    const state = folders.map((path) => `${path} ${disk.changedAt?.(path)}`).join('\n');
    const kept = reads.get(language);
    if (kept?.state === state) return kept.packages;
    const packages = folders.flatMap((path) => (language === 'python' ? pythonPackages(path, disk) : nodePackages(path, disk)));
    // The first folder wins, as it does when they are imported.
    const distinct = [...new Map(packages.toReversed().map((one) => [one.name, one])).values()];
    reads.set(language, { state, packages: distinct });
    return distinct;
  };
}

type Kept = { readonly state: string; readonly packages: readonly InstalledPackage[] };

function packageFolders(folder: string, language: Language, disk: Disk): readonly string[] | undefined {
  if (language === 'nodejs') return nodeFolders(folder, disk);
  const own = join(folder, '.venv');
  // What the system has may be seen through it, and where that is, only the interpreter knows.
  if (/^\s*include-system-site-packages\s*=\s*true/im.test(disk.readText(join(own, 'pyvenv.cfg')) ?? '')) return undefined;
  const versions = disk.entriesOf(join(own, 'lib')).map(({ name }) => join(own, 'lib', name, 'site-packages'));
  const found = [...versions, join(own, 'Lib', 'site-packages')].filter((path) => disk.exists(path));
  return found.length === 0 ? undefined : found;
}

/** As Node looks for packages: the folder's own, then those above it. */
function nodeFolders(folder: string, disk: Disk): readonly string[] {
  const own = join(folder, 'node_modules');
  const above = folder === dirname(folder) ? [] : nodeFolders(dirname(folder), disk);
  return disk.exists(own) ? [own, ...above] : above;
}

/** The environment that the runtime made for a list, whatever the version of the language. */
function environmentFor(language: Language, dependencies: readonly string[], disk: Disk): string | undefined {
  const { environments } = disk;
  if (environments === undefined || dependencies.length === 0) return undefined;
  const wanted = JSON.stringify([...new Set(dependencies.map((text) => text.trim().replaceAll(/\s+/g, ' ')))].toSorted(byCode));
  for (const { name } of disk.entriesOf(environments)) {
    if (!name.startsWith(`${language}-`)) continue;
    const manifest = parsed(disk.readText(join(environments, name, 'environment.json')));
    if (JSON.stringify(own(manifest, 'requirements')) === wanted)
      return join(environments, name, language === 'python' ? 'site' : 'node_modules');
  }
  return undefined;
}

/** As `toSorted` without a comparison sorts texts. */
function byCode(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Distributions by the names of their records. */
function pythonPackages(folder: string, disk: Disk): readonly InstalledPackage[] {
  return disk
    .entriesOf(folder)
    .flatMap(({ name: entry }) => installedDistribution(entry, (file) => disk.readText(join(folder, entry, file)), folder) ?? []);
}

function nodePackages(folder: string, disk: Disk): readonly InstalledPackage[] {
  const names = disk.entriesOf(folder).flatMap(({ name }) => {
    if (name.startsWith('.')) return [];
    return name.startsWith('@') ? disk.entriesOf(join(folder, name)).map((inner) => `${name}/${inner.name}`) : [name];
  });
  return names.map((name) => {
    let version: string | undefined;
    return {
      name,
      where: folder,
      // Read for those that are asked for: a folder may have a thousand.
      get version(): string {
        version ??= versionIn(join(folder, name, 'package.json'), disk);
        return version;
      },
    };
  });
}

/** Empty where there is none, which no range of versions can be held against. */
function versionIn(file: string, disk: Disk): string {
  const version = own(parsed(disk.readText(file)), 'version');
  return typeof version === 'string' ? version : '';
}

function parsed(text: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isMap(value) ? value : undefined;
  } catch {
    // Not there, not ours, or being written.
    return undefined;
  }
}
