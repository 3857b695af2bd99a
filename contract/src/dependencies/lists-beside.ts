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
  /** Found when it is asked for: most entries have nothing to say. */
  readonly range: () => Range;
};

/** Longer texts are no lists that somebody wrote. */
const maxLength = 256 * 1024;

const files: Readonly<
  Record<'python' | 'nodejs', readonly (readonly [file: string, read: (text: string, names?: ReadonlySet<string>) => readonly TextAt[]])[]>
> = {
  python: [
    ['requirements.txt', requirementsInText],
    ['pyproject.toml', requirementsInPyproject],
  ],
  nodejs: [['package.json', requirementsInPackageJson]],
};

/**
 * The lists in an agent's folder that its language's own tools read; with `names`, only what they say of these.
 * What cannot be read, or comes from an address, is left out.
 */
export function listsBeside(
  folder: Pick<AgentFolder, 'readText'>,
  language: 'python' | 'nodejs',
  names?: ReadonlySet<string>,
): readonly ListBeside[] {
  return files[language].flatMap(([file, read]) => {
    const text = folder.readText(file);
    if (text === undefined || text.length > maxLength) return [];
    return [{ file, entries: read(text, names).flatMap((at) => entryOf(text, at, language, names)) }];
  });
}

function entryOf(
  text: string,
  { text: written, shown = written, from, to }: TextAt,
  language: 'python' | 'nodejs',
  names: ReadonlySet<string> | undefined,
): readonly EntryBeside[] {
  const first = (language === 'python' ? /^[\w.-]+/ : /^.[^@]*/).exec(written)?.[0] ?? '';
  if (names !== undefined && !names.has(normalizedName(first, language))) return [];
  const requirement = parseRequirement(written, language);
  if (requirement.type !== 'python' && requirement.type !== 'nodejs') return [];
  const range = (): Range => indexLines(text).rangeOf(from, to);
  return [{ name: normalizedName(requirement.name, language), text: shown, requirement, range }];
}
