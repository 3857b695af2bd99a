import type { Problem } from '@hermes-runtime/schemas';
import type { AgentFolder } from '../agent-folder.ts';
import type { AgentDescriptor } from '../descriptor/agent-descriptor.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { atKey, atValue, type Finding } from '../problem-at.ts';

export type { Finding } from '../problem-at.ts';

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

/** A problem at a value in the descriptor; at the nearest parent that exists, when it does not. */
export function problemAtValue({ folder, descriptor }: RuleContext, at: ValuePath, finding: Finding): Problem {
  return atValue({ path: pathInFolder(folder, descriptor.file), yaml: descriptor.yaml }, at, finding);
}

/** A problem at a key in the descriptor; at the nearest parent that exists, when it does not. */
export function problemAtKey({ folder, descriptor }: RuleContext, at: ValuePath, finding: Finding): Problem {
  return atKey({ path: pathInFolder(folder, descriptor.file), yaml: descriptor.yaml }, at, finding);
}

/** The path that a problem in a file of the folder carries. */
export function pathInFolder(folder: AgentFolder, file: string): string {
  return folder.path === '' ? file : `${folder.path}/${file}`;
}
