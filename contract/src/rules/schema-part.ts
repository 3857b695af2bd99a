import type { SubSchema } from '../schema-check/user-schemas.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import type { Finding } from '../problem-at.ts';
import type { Json } from '../value.ts';

/** One schema inside a schema of the descriptor, and where it stands below the root. */
export type SchemaPart = SubSchema & {
  readonly root: Json;
  /** The key of the descriptor that holds the root. */
  readonly key: 'input_schema' | 'output_schema';
};

/** What is said of a part, and where: at a key of it or at a value, `at` counting from the part. */
export type PartFinding = Finding & { readonly at: ValuePath; readonly on: 'key' | 'value' };

/** One rule about single parts of schemas, in a file of its own; all of them share one walk through the schemas. */
export type PartRule = {
  readonly codes: readonly string[];
  /** Words of which a part must have one, so that the rule has anything to say about it. */
  readonly words: readonly string[];
  readonly check: (part: SchemaPart) => readonly PartFinding[];
};
