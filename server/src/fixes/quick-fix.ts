import type { AgentDescriptor, AgentFolder, FileSchema, YamlSource } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import type { Command, TextEdit } from 'vscode-languageserver/node';

/** One mending of one problem: edits by file, relative to what the problem's path is relative to. */
export type QuickFix = {
  readonly title: string;
  readonly edits: readonly FileEdits[];
  /** A file to create, with its text. */
  readonly create?: { readonly path: string; readonly text: string };
  /** What the editor runs instead of an edit. */
  readonly command?: Command;
  /** Whether it can only be meant, so that it is made with others and unseen. */
  readonly safe?: boolean;
};

export type FileEdits = { readonly path: string; readonly edits: readonly TextEdit[] };

/** What a fix may look at: an agent, or a configuration. */
export type FixContext = {
  readonly yaml: YamlSource;
  /** The YAML file, as paths of problems spell it. */
  readonly yamlPath: string;
  /** What describes the YAML file. */
  readonly schema: FileSchema;
  readonly agent?: FixedAgent;
  readonly textOf: (path: string) => string | undefined;
  /** All that is wrong now. */
  readonly known: readonly Problem[];
  /** All that would be wrong if files had these texts; undefined where they would be no longer ours. */
  readonly checkWith: (texts: ReadonlyMap<string, string>) => readonly Problem[] | undefined;
};

export type FixedAgent = {
  readonly descriptor: AgentDescriptor;
  readonly files: AgentFolder;
  /** Absolute. */
  readonly folder: string;
  /** A file of the agent's folder, as paths of problems spell it. */
  readonly inFolder: (file: string) => string;
  /** Whether the editor knows the commands of our extension. */
  readonly commands: boolean;
};

/** Ways to mend problems of some codes, the best first. Nothing where none fits. */
export type Fixer = (problem: Problem, context: FixContext) => QuickFix[];

/** The fixes of the first that has any: the others are for where nobody can tell what was meant. */
export function firstOf(...fixers: readonly Fixer[]): Fixer {
  return (problem, context) => {
    for (const fixer of fixers) {
      const found = fixer(problem, context);
      if (found.length > 0) return found;
    }
    return [];
  };
}

/** A fix of the YAML file alone; none without its edit. */
export function yamlFix(
  { yamlPath }: FixContext,
  title: string,
  edit: TextEdit | undefined,
  more: { readonly safe?: boolean } = {},
): QuickFix[] {
  return edit === undefined ? [] : [{ title, edits: [{ path: yamlPath, edits: [edit] }], ...more }];
}
