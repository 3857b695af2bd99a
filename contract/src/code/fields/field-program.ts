import type { SyntaxNode } from '@lezer/common';
import type { LocalModules } from '../local-modules.ts';
import type { Source } from '../source.ts';
import { calledFunctions, type CalledFunctions } from './called-functions.ts';
import type { FieldTrail, TrailBounds, ValueAt } from './field-trail.ts';

/** The agent's own files, as far as values are followed from one into another. */
export type FieldFiles = {
  readonly readText: (file: string) => string | undefined;
  readonly filesOf: LocalModules['filesOf'];
  /** All of its code in the same language: what is called from a file that nothing is followed into is not all known. */
  readonly list: () => readonly string[];
};

export const noFiles: FieldFiles = { readText: () => undefined, filesOf: () => undefined, list: () => [] };

/** One file of a program, with what follows values through it. */
export type InProgram = {
  readonly file: string;
  readonly source: Source;
  readonly trail: FieldTrail;
  /** An expression that gives a value: where does that go? */
  readonly follow: (node: SyntaxNode, at: ValueAt) => void;
  /** An expression that gives a value of the output: what is it made of? */
  readonly produce: (node: SyntaxNode, at: ValueAt) => void;
  /** What a call in this file gives a parameter of a function; undefined where that is not certain. */
  readonly argumentOf: (
    definition: SyntaxNode,
    parameter: string,
    site: { readonly context: InProgram; readonly call: SyntaxNode },
  ) => SyntaxNode | undefined;
  /** Where a word is the name of anything: a variable, a member, a key. */
  readonly words: (word: string) => readonly SyntaxNode[];
  /**
   * Whether a word is no use of what a file defines by that name, in this file or in another: it means something else, or it is the
   * definition, an import, an export. Another name that it gets there counts as well.
   */
  readonly isNoUse: (
    node: SyntaxNode,
    of: { readonly context: InProgram; readonly node: SyntaxNode },
  ) => { readonly alias?: string } | undefined;
  /** Whether another file, as a module, goes somewhere as a whole from here, with all that it defines. */
  readonly handsOn: (of: InProgram) => boolean;
};

/** The files of an agent that values are followed through. */
export type Program<Context> = {
  readonly files: FieldFiles;
  readonly bounds: TrailBounds;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly add: (context: Context) => Context;
  /** Undefined for a file that is not there, is broken, or is one too many. */
  readonly open: (file: string) => Context | undefined;
  readonly functions: CalledFunctions<Context>;
};

/** More files of an agent than these are not followed through. */
const maxFiles = 16;

export function createProgram<Context extends InProgram>(
  files: FieldFiles,
  bounds: TrailBounds,
  read: (program: Program<Context>, file: string, text: string) => Context | undefined,
): Program<Context> {
  const contexts = new Map<string, Context>();
  const opened = new Set<string>();
  const add = (context: Context): Context => {
    contexts.set(context.file, context);
    return context;
  };
  const program: Program<Context> = {
    add,
    files,
    bounds,
    contexts,
    functions: calledFunctions(() => program),
    open: (file) => {
      const known = contexts.get(file);
      if (known !== undefined || opened.has(file) || opened.size >= maxFiles) return known;
      opened.add(file);
      const text = files.readText(file);
      const context = text === undefined ? undefined : read(program, file, text);
      return context === undefined ? undefined : add(context);
    },
  };
  return program;
}
