import type { Range } from '@hermes-runtime/schemas';
import type { AgentFolder } from '../agent-folder.ts';
import { indexLines } from '../descriptor/line-index.ts';
import { normalizedName, parseRequirement } from './match-requirement.ts';
import type { Requirement } from './requirement.ts';
import { requirementsInPackageJson } from './requirements-in-package-json.ts';
import { requirementsInPyproject } from './requirements-in-pyproject.ts';
import { requirementsInText, type TextAt } from './requirements-text.ts';

/** A list of dependencies that lies beside the descriptor. */
export type ListBeside = { readonly file: string; readonly entries: readonly EntryBeside[] };

export type EntryBeside = {
  /** As an index compares names. */
  readonly name: string;
  readonly text: string;
  readonly requirement: Requirement;
  readonly range: Range;
};

/** Longer texts are no lists that somebody wrote. */
const maxLength = 256 * 1024;

const files: Readonly<Record<'python' | 'nodejs', readonly (readonly [file: string, read: (text: string) => readonly TextAt[]])[]>> = {
  python: [
    ['requirements.txt', requirementsInText],
    ['pyproject.toml', requirementsInPyproject],
  ],
  nodejs: [['package.json', requirementsInPackageJson]],
};

/** The lists in an agent's folder that its language's own tools read. What cannot be read, or comes from an address, is left out. */
export function listsBeside(folder: Pick<AgentFolder, 'readText'>, language: 'python' | 'nodejs'): readonly ListBeside[] {
  return files[language].flatMap(([file, read]) => {
    const text = folder.readText(file);
    if (text === undefined || text.length > maxLength) return [];
    const lines = indexLines(text);
    const entries = read(text).flatMap(({ text: written, from, to }) => {
      const requirement = parseRequirement(written, language);
      if (requirement.type !== 'python' && requirement.type !== 'nodejs') return [];
      return [{ name: normalizedName(requirement.name, language), text: written, requirement, range: lines.rangeOf(from, to) }];
    });
    return [{ file, entries }];
  });
}
