import type { Problem, Range } from '@hermes-runtime/schemas';
import type { CodeFacts, Definition, FunctionFacts } from '../../code/code-facts.ts';
import type { LocalModules } from '../../code/local-modules.ts';
import { indexLines } from '../../descriptor/line-index.ts';
import type { ValuePath } from '../../descriptor/yaml-source.ts';
import type { ReachedFile } from './agent-code.ts';
import { pathInFolder, type Finding, type RuleContext } from '../rule.ts';

/** What the rules of the code look at: the facts of one file of code beside the descriptor. */
export type CodeSubject = {
  readonly context: RuleContext;
  /** Relative to the agent's folder. */
  readonly file: string;
  readonly text: string;
  readonly facts: CodeFacts;
  /** Where the modules of the agent's own files lie. */
  readonly modules: LocalModules;
  /** The entrypoint and the agent's own files that it loads. */
  readonly reached: readonly ReachedFile[];
};

/** One rule of the code, in a file of its own. */
export type CodeRule = {
  readonly codes: readonly string[];
  /** The file that it looks at: the one that holds `execute`, the entrypoint, or both. They are one file where nothing is handed on. @default 'execute' */
  readonly looksAt?: 'execute' | 'entrypoint' | 'both';
  /** What must not be broken for it to speak: the function that counts, or all files that are loaded. @default 'files' */
  readonly needsWhole?: 'function' | 'files';
  /** Whether it compares the code with a schema of the descriptor: then it says nothing while the descriptor is not whole. */
  readonly needsSchema: boolean;
  readonly check: (subject: CodeSubject) => readonly Problem[];
};

/** With its fields in the order that all problems have. */
export function problemInCode({ context, file }: CodeSubject, range: Range, { code, severity, message, related, data }: Finding): Problem {
  const more = { ...(related === undefined ? {} : { related }), ...(data === undefined ? {} : { data }) };
  return { path: pathInFolder(context.folder, file), code, severity, message, range, ...more };
}

/** A place in the descriptor to show beside a problem in the code. */
export function relatedKey({ context: { folder, descriptor } }: CodeSubject, at: ValuePath, message: string): Pick<Problem, 'related'> {
  const range = descriptor.yaml.keyRange(at);
  return range === undefined ? {} : { related: [{ path: pathInFolder(folder, descriptor.file), range, message }] };
}

/**
 * The definitions that may count when the module has run: the last that always happens, and those after it that may.
 * Empty when one of them cannot be judged: it is broken at the moment, decorated, or its text is elsewhere.
 */
export function judgedFunctions(definitions: readonly Definition[]): readonly (FunctionFacts & { readonly name: Range })[] {
  const last = definitions.findLastIndex((definition) => !definition.conditional);
  const judged: (FunctionFacts & { readonly name: Range })[] = [];
  for (const { function: facts, range } of definitions.slice(Math.max(last, 0))) {
    if (facts === undefined || facts.broken || facts.decorated) return [];
    judged.push({ ...facts, name: range });
  }
  return judged;
}

/** What is wrong with the functions that may count; nothing where there are several and one of them fits: it may be the one. */
export function problemsWhereNoneFits(
  { facts }: CodeSubject,
  problemsOf: (one: FunctionFacts & { readonly name: Range }) => readonly Problem[],
): readonly Problem[] {
  const found = judgedFunctions(facts.definitions).map((one) => problemsOf(one));
  return found.length > 1 && found.some((problems) => problems.length === 0) ? [] : found.flat();
}

export function textAt(text: string, range: Range): string {
  const lines = indexLines(text);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}

/** The part of a range on its first line: a mark over a whole block hides more than it shows. */
export function firstLine(text: string, range: Range): Range {
  if (range.start.line === range.end.line) return range;
  const lines = indexLines(text);
  return { start: range.start, end: lines.positionAt(lines.lineAt(range.start.line).end) };
}
