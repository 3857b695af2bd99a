import { parseNpmRequirement } from './parse-npm-requirement.ts';
import { parsePythonRequirement } from './parse-python-requirement.ts';
import type { InstalledPackage } from '../agent-folder.ts';
import { commonNpmVersion } from './npm-overlap.ts';
import { meetsNpmRange } from './npm-range.ts';
import { commonPythonVersion } from './python-overlap.ts';
import { meetsSpecifiers } from './python-specifier.ts';
import type { ParsedRequirement, Requirement } from './requirement.ts';

/** Reads the text of a dependency in the words of the language that it is for. */
export function parseRequirement(text: string, language: 'python' | 'nodejs'): ParsedRequirement {
  return language === 'python' ? parsePythonRequirement(text) : parseNpmRequirement(text);
}

/** The package of a list that a requirement names; Python takes `_`, `-` and `.` in names for the same. */
export function packageFor(requirement: Requirement, installed: readonly InstalledPackage[]): InstalledPackage | undefined {
  const wanted = normalizedName(requirement.name, requirement.type);
  return installed.find(({ name }) => normalizedName(name, requirement.type) === wanted);
}

/** Whether a version is one that is asked for. Undefined when that cannot be told. */
export function meetsRequirement(requirement: Requirement, version: string): boolean | undefined {
  return requirement.type === 'python' ? meetsSpecifiers(version, requirement.specifiers) : meetsNpmRange(version, requirement.range);
}

/** A version that meets two requirements of one package; null when none does, undefined when that cannot be told. */
export function commonVersion(one: Requirement, other: Requirement): string | null | undefined {
  if (one.type === 'python' && other.type === 'python') return commonPythonVersion(one.specifiers, other.specifiers);
  return one.type === 'nodejs' && other.type === 'nodejs' ? commonNpmVersion(one.range, other.range) : undefined;
}

/** As an index compares names: Python takes `_`, `-` and `.` for the same. */
export function normalizedName(name: string, type: Requirement['type']): string {
  return type === 'python' ? name.toLowerCase().replaceAll(/[-_.]+/g, '-') : name;
}
