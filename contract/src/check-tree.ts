import type { Problem } from '@hermes-runtime/schemas';
import type { AgentFolder } from './agent-folder.ts';
import { checkAgent } from './check-agent.ts';
import { checkConfig } from './check-config.ts';
import { inFileOrder } from './problem-order.ts';
import { duplicateAgentNames } from './rules/duplicate-agent-name.ts';
import { pathInFolder } from './rules/rule.ts';

/** What is checked together; the caller has found and reads it. All paths are relative to one root, with `/`. */
export type Tree = {
  readonly agents: readonly AgentFolder[];
  /** Without a text where the file is there and cannot be read. */
  readonly configs: readonly { readonly path: string; readonly text: string | undefined }[];
};

export type CheckedTree = {
  /** The files that are ours, sorted: descriptors and configurations. */
  readonly files: readonly string[];
  /** In file order; what `check` prints and what an editor shows. */
  readonly problems: readonly Problem[];
};

/** Checks agents and configurations, and what only shows between agents. */
export function checkTree({ agents, configs }: Tree): CheckedTree {
  const checked = agents.map((folder) => ({ folder, ...checkAgent(folder) }));
  const ours = checked.flatMap(({ folder, descriptor }) => (descriptor === undefined ? [] : [{ folder, descriptor }]));
  const unread = checked.flatMap(({ descriptor, problems }) => (descriptor === undefined ? problems.map(({ path }) => path) : []));
  return {
    files: [
      ...ours.map(({ folder, descriptor }) => pathInFolder(folder, descriptor.file)),
      ...unread,
      ...configs.map(({ path }) => path),
    ].toSorted(),
    problems: inFileOrder([
      ...checked.flatMap(({ problems }) => problems),
      ...duplicateAgentNames(ours),
      ...configs.flatMap(({ path, text }) => checkConfig(text, path)),
    ]),
  };
}
