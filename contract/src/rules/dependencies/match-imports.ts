import type { InstalledPackage } from '../../agent-folder.ts';
import type { Import } from '../../code/code-facts.ts';
import type { LocalModules } from '../../code/local-modules.ts';
import { broughtAlong } from '../../dependencies/brought-along.ts';
import { importNamesOf, mayBring, packageOfImport } from '../../dependencies/import-names.ts';
import { normalizedName } from '../../dependencies/match-requirement.ts';
import { isStandard } from '../../dependencies/standard-modules.ts';
import type { CodeFile } from '../code/agent-code.ts';
import type { ListedDependency } from './listed-dependencies.ts';

/** An import of something that is neither the language's own nor the agent's own; `name` is its first part. */
export type PackageImport = { readonly file: CodeFile; readonly imported: Import; readonly name: string };

/** The imports of packages in files of the agent. */
export function packageImports(files: readonly CodeFile[], modules: LocalModules, language: 'python' | 'nodejs'): readonly PackageImport[] {
  return files.flatMap((file) =>
    file.facts.imports.flatMap((imported) => {
      const name = packageOfImport(imported.module, language);
      if (name === undefined || isStandard(name, language) || modules.filesOf(imported.module, imported.names, file.file) !== undefined)
        return [];
      return [{ file, imported, name }];
    }),
  );
}

/** What is declared beside what is imported. */
export type Matched = {
  /** Imports that nothing that is declared brings, as far as its content is known. */
  readonly unmatched: readonly PackageImport[];
  /** Dependencies that bring, or by their name may bring, something that is imported. */
  readonly used: ReadonlySet<ListedDependency>;
  /** Dependencies that bring nobody knows what: any of the unmatched imports may be theirs. */
  readonly unknown: readonly ListedDependency[];
};

/**
 * Who brings what. A package whose modules are not known is taken for the one that brings what nobody else does,
 * unless its name shows that it brings something else that is imported.
 */
export function matchImports(
  dependencies: readonly ListedDependency[],
  imports: readonly PackageImport[],
  installed: readonly InstalledPackage[] | undefined,
): Matched {
  const used = new Set<ListedDependency>();
  const unmatched = new Set(imports);
  const unknown: ListedDependency[] = [];
  for (const dependency of dependencies) {
    const { requirement, text } = dependency;
    const isRead = requirement.type === 'python' || requirement.type === 'nodejs';
    const known = isRead ? importNamesOf(requirement, installed) : undefined;
    // Of an address, or of a text that cannot be read, all is looked at: a name is somewhere in there.
    const written = isRead ? requirement.name : text;
    const brought = imports.filter(({ name }) => known?.includes(name) ?? mayBring(written, name));
    for (const one of brought) unmatched.delete(one);
    if (brought.length > 0) used.add(dependency);
    else if (known === undefined) unknown.push(dependency);
    const along = requirement.type === 'python' ? broughtAlong(normalizedName(requirement.name, 'python')) : [];
    for (const one of imports) if (along.includes(one.name)) unmatched.delete(one);
  }
  return { used, unknown, unmatched: [...unmatched] };
}
