import type { PythonSpecifier } from './python-specifier.ts';

/** A dependency as it is written, in the language of its packages. */
export type Requirement = {
  readonly name: string;
  /** Whether it always applies and comes from an index, so that what is installed can be held against it. */
  readonly comparable: boolean;
} & ({ readonly type: 'python'; readonly specifiers: readonly PythonSpecifier[] } | { readonly type: 'nodejs'; readonly range: string });

/** What is wrong with the text of a dependency; `from` and `to` are offsets in it. */
export type RequirementFlaw = {
  readonly type: 'flaw';
  readonly reason:
    | 'empty'
    | 'option'
    | 'no name'
    | 'no version'
    | 'not a version'
    | 'wildcard'
    | 'single equals'
    | 'no operator'
    | 'unexpected';
  readonly from: number;
  readonly to: number;
  /** The text that was most likely meant. */
  readonly suggestion?: string;
};

/** `outside`: a folder, an archive or a repository, which nothing here can say anything about. */
export type ParsedRequirement = Requirement | RequirementFlaw | { readonly type: 'outside' };
