import {
  importNamesOf,
  mayBring,
  own,
  packageOfImport,
  parseRequirement,
  type AgentFolder,
  type CodeFacts,
  type Import,
} from '@hermes-runtime/contract';
import type { Position } from 'vscode-languageserver/node';
import { dependencyParagraphs } from './dependency-hover.ts';
import { contains, type Explanation } from './explanation.ts';

/** The package that an import takes something from: what of it is asked for, and what is there. */
export function hoverOfImport(
  { imports, language }: CodeFacts,
  value: Readonly<Record<string, unknown>>,
  files: Pick<AgentFolder, 'installed'>,
  position: Position,
): Explanation | undefined {
  const imported = imports.find(({ at }) => contains(at, position));
  const { runtime } = value;
  if (imported === undefined || (own(runtime, 'type') === 'python') !== (language === 'python')) return undefined;
  const dependency = dependencyOf(imported, runtime, files);
  return dependency === undefined ? undefined : { range: imported.at, paragraphs: dependencyParagraphs(dependency, runtime, files) };
}

/** The entry that is known to bring it; else the only one whose name lets one think so. */
function dependencyOf({ module }: Import, runtime: unknown, { installed }: Pick<AgentFolder, 'installed'>): string | undefined {
  const type = own(runtime, 'type');
  const listed = own(runtime, 'dependencies');
  if ((type !== 'python' && type !== 'nodejs') || !Array.isArray(listed)) return undefined;
  const name = packageOfImport(module, type);
  if (name === undefined) return undefined;
  const there = installed?.(type);
  const entries = listed.flatMap((text) => {
    const requirement = typeof text === 'string' ? parseRequirement(text, type) : undefined;
    if (requirement?.type !== 'python' && requirement?.type !== 'nodejs') return [];
    return [{ text: String(text), name: requirement.name, brings: importNamesOf(requirement, there) }];
  });
  const known = entries.find(({ brings }) => brings?.includes(name) === true);
  const [likely, ...others] = entries.filter((entry) => entry.brings === undefined && mayBring(entry.name, name));
  return known?.text ?? (others.length === 0 ? likely?.text : undefined);
}
