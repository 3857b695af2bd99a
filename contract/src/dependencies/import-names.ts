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

/** Whether the name of a package lets one think that it brings a module: `python-magic` and `magic`, `google-cloud-storage` and `google`, `acme-agents-tools` and `acme_tools`. */
export function mayBring(packageName: string, module: string): boolean {
  if (holdsInOrder(wordsOf(packageName), wordsOf(module))) return true;
  const [bare, wanted] = [packageName, module].map((name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  if (bare === undefined || wanted === undefined || wanted === '') return false;
  return bare.includes(wanted) || (bare.length > 2 && wanted.includes(bare.replace(/^py(?:thon)?|py(?:thon)?$|\d+$/g, '')));
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Whether all of some words stand among others, in the same order. */
function holdsInOrder(words: readonly string[], wanted: readonly string[]): boolean {
  let next = 0;
  for (const word of words) if (word === wanted[next]) next += 1;
  return wanted.length > 0 && next === wanted.length;
}
