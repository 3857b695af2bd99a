import type { InstalledPackage } from '../agent-folder.ts';
import { knownPythonPackages } from './known-packages.ts';
import { normalizedName, packageFor } from './match-requirement.ts';
import type { Requirement } from './requirement.ts';

/** The first part of what an import asks a package for: `google` of `google.cloud`, `@scope/name` of `@scope/name/part`. Undefined for a path. */
export function packageOfImport(module: string, language: 'python' | 'nodejs'): string | undefined {
  if (language === 'python') return /^[^.\s]+/.exec(module)?.[0];
  if (module.startsWith('node:')) return module;
  // A path, an address, or a name that package.json or a compiler gives another meaning: `#part`, `@/part`, `~/part`.
  return /^(?:@[\w.~-]+\/)?[A-Za-z0-9_][\w.-]*(?=\/|$)/.exec(module)?.[0];
}

/** The modules that a dependency brings, as far as that is known for certain. */
export function importNamesOf(requirement: Requirement, installed: readonly InstalledPackage[] = []): readonly string[] | undefined {
  if (requirement.type === 'nodejs') return [requirement.name];
  return packageFor(requirement, installed)?.modules ?? knownPythonPackages.get(normalizedName(requirement.name, 'python'));
}

/** Whether the name of a package lets one think that it brings a module: `python-magic` and `magic`, `google-cloud-storage` and `google`. */
export function mayBring(packageName: string, module: string): boolean {
  const [bare, wanted] = [packageName, module].map((name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  if (bare === undefined || wanted === undefined || wanted === '') return false;
  return bare.includes(wanted) || (bare.length > 2 && wanted.includes(bare.replace(/^py(?:thon)?|py(?:thon)?$|\d+$/g, '')));
}
