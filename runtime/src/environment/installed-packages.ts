import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installedDistribution, type InstalledPackage } from '@hermes-runtime/contract';

/** The distributions in Python's package folders, by the names of their records; nothing is started and nothing imported. */
export function readPythonPackages(folders: readonly string[]): InstalledPackage[] {
  return folders.flatMap((folder) =>
    namesIn(folder).flatMap((entry) => installedDistribution(entry, (file) => textIn(join(folder, entry, file))) ?? []),
  );
}

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not every installer writes every record.
    return undefined;
  }
}

/** The packages in `node_modules` folders, the first folder winning, as it does when they are imported. */
export function readNodePackages(folders: readonly string[]): InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  for (const folder of folders) {
    for (const name of namesIn(folder).flatMap((entry) =>
      entry.startsWith('@') ? namesIn(join(folder, entry)).map((inner) => `${entry}/${inner}`) : [entry],
    )) {
      const version = found.has(name) || name.startsWith('.') ? undefined : versionIn(join(folder, name, 'package.json'));
      if (version !== undefined) found.set(name, { name, version });
    }
  }
  return [...found.values()];
}

function versionIn(path: string): string | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'string'
      ? value.version
      : undefined;
  } catch {
    // No package.json, or not a readable one: then it is not a package that npm would count.
    return undefined;
  }
}

/** The package folders of a virtual environment, found by looking; none where it shows those of the system too, which only an interpreter knows. */
export function packagesOfVirtualEnvironment(root: string): string[] {
  if (/^\s*include-system-site-packages\s*=\s*true/im.test(textIn(join(root, 'pyvenv.cfg')) ?? '')) return [];
  const candidates = [
    ...namesIn(join(root, 'lib')).map((name) => join(root, 'lib', name, 'site-packages')),
    join(root, 'Lib', 'site-packages'),
  ];
  return candidates.filter((path) => existsSync(path));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that is not there holds no packages.
    return [];
  }
}
