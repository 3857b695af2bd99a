import type { SyntaxNode } from '@lezer/common';
import type { Span } from './source.ts';

/**
 * One thing that a function does with a variable, in a form that is the same for all languages.
 * `nested` says that it happens in a function inside the function.
 */
export type VariableUse = { readonly nested: boolean } & (
  | { readonly type: 'read'; readonly key: string; readonly at: Span; readonly optional: boolean; readonly shorthand?: boolean }
  | { readonly type: 'write'; readonly key: string; readonly at: Span }
  /** A key is taken away. */
  | { readonly type: 'remove' }
  /** A key that is not a literal is read or written. */
  | { readonly type: 'dynamic' }
  /** The name gets another value; `value` is the expression when it is one plain assignment. */
  | { readonly type: 'bind'; readonly node: SyntaxNode; readonly value?: SyntaxNode }
  /** Another name for the same object. */
  | { readonly type: 'alias'; readonly name: string }
  /** It is changed in a way that cannot be followed. */
  | { readonly type: 'change' }
  /** It goes somewhere else as a whole, where it may be changed. */
  | { readonly type: 'pass' }
  /** It is looked at as a whole and stays as it is. */
  | { readonly type: 'look' }
);

/** All that is done with a name in the body of a function. */
export type UsesOf = (name: string) => readonly VariableUse[];
