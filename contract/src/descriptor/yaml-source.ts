import type { Position, Problem, Range } from '@hermes-runtime/schemas';

/** Where something is in a YAML value: keys and indices from the root. */
export type ValuePath = readonly (string | number)[];

/** What stands at a position: the key, or the scalar, of a path. */
export type YamlTarget = { readonly path: ValuePath; readonly on: 'key' | 'value'; readonly range: Range };

/** A YAML file, parsed as far as it can be, with the place of everything in it. */
export type YamlSource = {
  readonly text: string;
  /** Plain JSON values; maps have own properties only. Undefined when nothing could be read. */
  readonly value: unknown;
  /** Problems of YAML itself, at most one of them a syntax error; `path` is left empty for the caller to fill in. */
  readonly problems: readonly Problem[];
  /** The line that was mended to read the rest: what stands on it, and what is absent anywhere, says nothing then. */
  readonly mendedLine?: number;
  /** The range of a key; for an item of a list, the item's. Undefined where there is no such thing. Aliases lead to their anchors. */
  readonly keyRange: (path: ValuePath) => Range | undefined;
  readonly valueRange: (path: ValuePath) => Range | undefined;
  /** The innermost key or value at a position, for what a person points at. */
  readonly pathAt: (position: Position) => YamlTarget | undefined;
  /** A scalar as it is written in the file: `1.0`, `"a"`. */
  readonly writtenAt: (path: ValuePath) => string | undefined;
};
