import { mutateCode } from './mutate-code.ts';
import { mutateDependencies } from './mutate-dependencies.ts';
import { mutateEntrypoint } from './mutate-entrypoint.ts';
import { mutateExamples } from './mutate-examples.ts';
import { mutateKeys } from './mutate-keys.ts';
import { mutateLists } from './mutate-lists.ts';
import { mutateNames } from './mutate-names.ts';
import { mutateProperties } from './mutate-properties.ts';
import { mutateSchemas } from './mutate-schemas.ts';
import { mutateSyntax } from './mutate-syntax.ts';
import { mutateValues } from './mutate-values.ts';
import type { Mutator } from './mutation.ts';

/** Every kind of single mistake. */
export const mutators: Readonly<Record<string, Mutator>> = {
  keys: mutateKeys,
  values: mutateValues,
  names: mutateNames,
  schemas: mutateSchemas,
  properties: mutateProperties,
  examples: mutateExamples,
  entrypoint: mutateEntrypoint,
  dependencies: mutateDependencies,
  lists: mutateLists,
  code: mutateCode,
  syntax: mutateSyntax,
};
