import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, readProcess } from '../sandbox/process-table.ts';

/** What an environment is made of; two agents that ask for the same share one. */
export type EnvironmentKey = {
  readonly language: 'python' | 'nodejs';
  /** Of the interpreter: compiled packages fit one only. */
  readonly version: string;
  readonly requirements: readonly string[];
};

/** Environments by content: a folder is either complete or not there. */
export type EnvironmentStore = {
  /** The folder with the packages, or undefined while there is none. */
  readonly find: (key: EnvironmentKey) => string | undefined;
  /** Any environment that was made for these requirements, whatever the interpreter. */
  readonly findAnyVersion: (language: EnvironmentKey['language'], requirements: readonly string[]) => string | undefined;
  /** A folder to build in; `keep` puts it in place in one step, `drop` leaves nothing. */
  readonly begin: (key: EnvironmentKey) => { readonly folder: string; readonly keep: () => void; readonly drop: () => void };
};

const manifestName = 'environment.json';

export function createEnvironmentStore(root: string): EnvironmentStore {
  const pathOf = (key: EnvironmentKey): string => join(root, `${key.language}-${key.version}-${digestOf(key)}`);
  const packagesIn = (folder: string, language: EnvironmentKey['language']): string =>
    join(folder, language === 'python' ? 'site' : 'node_modules');
  return {
    find: (key) => (existsSync(join(pathOf(key), manifestName)) ? packagesIn(pathOf(key), key.language) : undefined),
    findAnyVersion: (language, requirements) => {
      const wanted = JSON.stringify(normalized(requirements));
      const folder = listFolders(root).find(
        (name) => name.startsWith(`${language}-`) && readManifest(join(root, name, manifestName)) === wanted,
      );
      return folder === undefined ? undefined : packagesIn(join(root, folder), language);
    },
    begin: (key) => {
      mkdirSync(root, { recursive: true, mode: 0o700 });
      removeLeftOver(root);
      const folder = join(root, `.building-${process.pid}-${readProcess(process.pid)?.startTime ?? '0'}-${randomBytes(4).toString('hex')}`);
      mkdirSync(packagesIn(folder, key.language), { recursive: true });
      return { folder, keep: () => keep(folder, pathOf(key), key), drop: () => rmSync(folder, { recursive: true, force: true }) };
    },
  };
}

/** The manifest is written before the rename, so a folder with its name is whole. */
function keep(folder: string, target: string, key: EnvironmentKey): void {
  writeFileSync(join(folder, manifestName), JSON.stringify({ ...key, requirements: normalized(key.requirements) }));
  try {
    renameSync(folder, target);
  } catch (error) {
    // Another runtime was faster, and what it made is the same.
    if (!existsSync(join(target, manifestName))) throw error;
    rmSync(folder, { recursive: true, force: true });
  }
}

function digestOf(key: EnvironmentKey): string {
  const parts = [process.platform, process.arch, key.language, key.version, ...normalized(key.requirements)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}

function normalized(requirements: readonly string[]): string[] {
  return [...new Set(requirements.map((text) => text.trim().replaceAll(/\s+/g, ' ')))].toSorted();
}

function readManifest(path: string): string | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && 'requirements' in value ? JSON.stringify(value.requirements) : undefined;
  } catch {
    // Not one of ours, or being removed.
    return undefined;
  }
}

/** What a runtime left that was killed while it installed. */
function removeLeftOver(root: string): void {
  for (const name of listFolders(root)) {
    const owner = /^\.building-(?<pid>\d+)-(?<startTime>\d+)-/.exec(name)?.groups;
    if (owner === undefined || isAlive({ pid: Number(owner['pid']), startTime: owner['startTime'] ?? '' })) continue;
    rmSync(join(root, name), { recursive: true, force: true });
  }
}

function listFolders(root: string): string[] {
  try {
    return readdirSync(root);
  } catch {
    // Nothing was ever installed.
    return [];
  }
}
