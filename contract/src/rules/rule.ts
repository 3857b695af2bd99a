import type { Problem, Range } from '@hermes-runtime/schemas';
import type { AgentFolder } from '../agent-folder.ts';
import type { AgentDescriptor } from '../descriptor/agent-descriptor.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';

/** What every rule looks at. */
export type RuleContext = {
  readonly folder: AgentFolder;
  readonly descriptor: AgentDescriptor;
};

/** One rule, in a file of its own. `codes` are the problems that it can give, each with a page in `docs/problems/`. */
export type Rule = {
  readonly codes: readonly string[];
  /** Whether it judges only what stands at one place, so that it still holds while another line of the file is broken. Left out: no. */
  readonly local?: boolean;
  readonly check: (context: RuleContext) => readonly Problem[];
};

/** The text of a problem, before its place is known. */
export type Finding = Pick<Problem, 'code' | 'severity' | 'message'> & Partial<Pick<Problem, 'related' | 'data'>>;

const start: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A problem at a value in the descriptor; at the nearest parent that exists, when it does not. */
export function problemAtValue({ folder, descriptor }: RuleContext, at: ValuePath, finding: Finding): Problem {
  return { path: pathInFolder(folder, descriptor.file), range: nearest(at, descriptor.yaml.valueRange), ...finding };
}

/** A problem at a key in the descriptor; at the nearest parent that exists, when it does not. */
export function problemAtKey({ folder, descriptor }: RuleContext, at: ValuePath, finding: Finding): Problem {
  return { path: pathInFolder(folder, descriptor.file), range: nearest(at, descriptor.yaml.keyRange), ...finding };
}

/** The path that a problem in a file of the folder carries. */
export function pathInFolder(folder: AgentFolder, file: string): string {
  return folder.path === '' ? file : `${folder.path}/${file}`;
}

function nearest(at: ValuePath, rangeOf: (path: ValuePath) => Range | undefined): Range {
  for (let length = at.length; length >= 0; length -= 1) {
    const range = rangeOf(at.slice(0, length));
    if (range !== undefined) return range;
  }
  return start;
}
