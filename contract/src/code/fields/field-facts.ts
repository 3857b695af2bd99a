import type { Range } from '@hermes-runtime/schemas';

export type FieldSide = 'input' | 'output';

/** Where a field is in the input or the output: the names of keys, and a number for whichever item of a list. */
export type FieldPath = readonly (string | number)[];

/** Stands for all items of a list. */
export const anyItem = 0;

/** A key that the code names. */
export type FieldUse = {
  readonly side: FieldSide;
  readonly path: FieldPath;
  /** The key, without quotes. */
  readonly range: Range;
  /**
   * How it is written: between quotes; as a name that must be one of the language; as a key that may have quotes;
   * as a key that names a variable too, as in `{ key }`.
   */
  readonly form: 'quoted' | 'name' | 'key' | 'shorthand';
  /** Whether the code gives it a value here. */
  readonly write: boolean;
  /** Names that mean something else there. */
  readonly taken?: RegExp;
  /** `key: name` as a whole, which is `name` alone once the key is called so too. */
  readonly whole?: { readonly range: Range; readonly name: string };
};

/** A place where a value goes out of sight, with whatever fields it has. */
export type FieldLeak = {
  readonly side: FieldSide;
  /** Of the value itself. */
  readonly path: FieldPath;
  readonly range: Range;
  /**
   * `passed`: something else gets the whole of it. `dynamic`: its keys are counted or computed. `rebound`: a name of it also stands for
   * other things. `unknown`: it comes from somewhere else. `shared`: the function that has it is called otherwise too.
   */
  readonly reason: 'passed' | 'dynamic' | 'rebound' | 'unknown' | 'shared';
  /** Keys that are written beside it, so that they do not depend on it. */
  readonly beside?: readonly string[];
};

/** Where code names the fields of an agent. Asked for by hand only: it reads the whole text. */
export type FieldFacts = {
  /** False too for a text that is too deep or too large to be followed to its end. */
  readonly parses: boolean;
  /** Whether there is an `execute` whose text is here; without one nothing is known. */
  readonly found: boolean;
  readonly uses: readonly FieldUse[];
  readonly leaks: readonly FieldLeak[];
};

/** The same for all files of an agent that its values are followed through. */
export type AgentFields = Pick<FieldFacts, 'parses' | 'found'> & {
  readonly files: readonly (Pick<FieldFacts, 'uses' | 'leaks'> & { readonly file: string; readonly text: string })[];
};
