import { type InstalledPackage, meetsRequirement, packageFor, parseRequirement } from '@hermes-runtime/contract';

/** Those dependencies, as they are written, that what is installed does not satisfy. */
export function unmetRequirements(
  dependencies: readonly string[],
  language: 'python' | 'nodejs',
  installed: readonly InstalledPackage[],
): string[] {
  return dependencies.filter((text) => !isMet(text, language, installed));
}

/** What comes from outside an index has no version to compare, so only an environment that was made for it will do. */
function isMet(text: string, language: 'python' | 'nodejs', installed: readonly InstalledPackage[]): boolean {
  const requirement = parseRequirement(text, language);
  if (requirement.type === 'flaw' || requirement.type === 'outside') return false;
  const found = packageFor(requirement, installed);
  return found !== undefined && (!requirement.comparable || meetsRequirement(requirement, found.version) !== false);
}
