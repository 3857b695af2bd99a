import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';
import type { InstalledPackage } from '../../agent-folder.ts';
import { importNamesOf } from '../../dependencies/import-names.ts';
import { knownPackageOf } from '../../dependencies/known-packages.ts';
import { standardModules } from '../../dependencies/standard-modules.ts';
import { nearMatch } from '../../near-match.ts';
import { problemInCode, type CodeSubject } from '../code/code-subject.ts';
import type { ListedDependency } from './listed-dependencies.ts';
import type { PackageImport } from './match-imports.ts';

/** One import that nothing that is declared brings, at its place. */
export function undeclaredImport(
  subject: CodeSubject,
  { file, imported, name }: PackageImport,
  dependencies: readonly ListedDependency[],
  installed: readonly InstalledPackage[] | undefined,
): Problem {
  const language = file.facts.language === 'python' ? 'python' : 'nodejs';
  const meant = nearMatch(name, [...importsOf(dependencies, installed), ...standardModules(language)]);
  const packageName = language === 'nodejs' ? name : distributionOf(name, installed);
  return problemInCode({ ...subject, ...file }, imported.at, {
    code: 'undeclared-import',
    severity: 'info',
    message:
      meant === undefined
        ? l10n.t('"{0}" is not in runtime.dependencies. Add {1} there, so that it is installed wherever the agent runs.', name, packageName)
        : l10n.t('"{0}" is neither in runtime.dependencies nor a module of this folder. Did you mean "{1}"?', name, meant),
    data: { module: name, package: packageName, language, ...(meant === undefined ? {} : { suggestion: meant }) },
  });
}

function importsOf(dependencies: readonly ListedDependency[], installed: readonly InstalledPackage[] | undefined): readonly string[] {
  return dependencies.flatMap(({ requirement }) =>
    requirement.type === 'python' || requirement.type === 'nodejs' ? (importNamesOf(requirement, installed) ?? [requirement.name]) : [],
  );
}

/** The distribution that has the module here, else the usual one, else one that is called as the module is. */
function distributionOf(module: string, installed: readonly InstalledPackage[] = []): string {
  const here = installed.find(({ modules }) => modules?.includes(module) === true);
  return here?.name ?? knownPackageOf(module) ?? module.replaceAll('_', '-');
}
