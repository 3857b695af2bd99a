import type { Problem } from '@hermes-runtime/schemas';
import { knownPackageOf } from '../../dependencies/known-packages.ts';
import { normalizedName } from '../../dependencies/match-requirement.ts';
import { nearMatch } from '../../near-match.ts';
import { loadedFiles } from '../code/agent-code.ts';
import type { CodeRule, CodeSubject } from '../code/code-subject.ts';
import { declaredElsewhere } from './declared-elsewhere.ts';
import { listedDependencies, type ListedDependency } from './listed-dependencies.ts';
import { matchImports, packageImports, type PackageImport } from './match-imports.ts';
import { undeclaredImport } from './undeclared-import.ts';
import { misspeltDependency, unusedDependencies } from './unused-dependency.ts';

/** What the code imports beside what `runtime.dependencies` declares: the two rules share what they look at, and never speak of one mistake twice. */
export const declaredImports: CodeRule = {
  codes: ['undeclared-import', 'unused-dependency'],
  needsSchema: true,
  looksAt: 'entrypoint',
  check(subject) {
    const { context, facts, modules } = subject;
    const language = facts.language === 'python' ? 'python' : 'nodejs';
    const dependencies = listedDependencies(context);
    if (dependencies.length === 0 && facts.imports.length === 0) return [];
    const loaded = loadedFiles(context.folder, subject, modules);
    const files = loaded ?? [subject];
    const imports = packageImports(files, modules, language);
    if (dependencies.length === 0 && imports.length === 0) return [];
    const installed = context.folder.installed?.(language);
    const matched = matchImports(dependencies, imports, installed);
    // Whatever lies in a folder that the code itself adds may be what it imports.
    if (matched.unmatched.length > 0 && files.some(({ text }) => /\bsys\.path\b|\baddsitedir\b/.test(text))) return [];
    if (matched.unmatched.length > 0) return unmatched(subject, dependencies, matched.unmatched, matched.unknown);
    if (loaded === undefined || loaded.some((file) => file.facts.loadsUnseen)) return [];
    return unusedDependencies(
      context,
      dependencies,
      matched,
      (name) => language === 'nodejs' && files.some(({ text }) => isNamed(text, name)),
    );
  },
};

/** Whether a text has the name of a package in quotes, as an import of types has: without the package no editor knows them. */
function isNamed(text: string, name: string): boolean {
  return ['"', "'"].some((quote) => text.includes(`${quote}${name}${quote}`) || text.includes(`${quote}${name}/`));
}

function unmatched(
  subject: CodeSubject,
  dependencies: readonly ListedDependency[],
  imports: readonly PackageImport[],
  unknown: readonly ListedDependency[],
): readonly Problem[] {
  const { context, facts } = subject;
  const spoken = imports.filter(({ imported, file }) => imported.topLevel && file.facts.parses);
  const misspelt = unknown.flatMap((dependency) => {
    const { requirement } = dependency;
    if (requirement.type !== 'python' && requirement.type !== 'nodejs') return [];
    const wanted = spoken.map(({ name }) => knownPackageOf(name)).filter((name) => name !== undefined);
    const meant = nearMatch(normalizedName(requirement.name, requirement.type), wanted);
    return meant === undefined ? [] : [misspeltDependency(context, dependency, meant)];
  });
  // One of them may bring what is imported.
  if (misspelt.length > 0 || unknown.length > 0 || spoken.length === 0) return misspelt;
  const language = facts.language === 'python' ? 'python' : 'nodejs';
  const elsewhere = declaredElsewhere(context.folder, language);
  const installed = context.folder.installed?.(language);
  // One package that is missing is one mistake, however many lines import from it.
  const first = new Map(spoken.toReversed().map((one) => [one.name, one]));
  return spoken
    .filter((one) => first.get(one.name) === one && !elsewhere(one.name))
    .map((one) => undeclaredImport(subject, one, dependencies, installed));
}
