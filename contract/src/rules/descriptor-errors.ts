import { validateAgentFile } from '@hermes-runtime/schemas/files';
import type { AgentDescriptor } from '../descriptor/agent-descriptor.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { agentSchema } from '../generated/file-schemas.ts';
import { reduceErrors, type PlacedError } from '../schema-check/reduce-errors.ts';
import { unknownKeys, type UnknownKey } from '../schema-check/unknown-keys.ts';
import { dotted } from '../value.ts';

/** What the schema of agent.yaml says against a descriptor, one entry for each mistake, sorted by what it is. */
export type DescriptorErrors = {
  readonly values: readonly PlacedError[];
  readonly missing: readonly ValuePath[];
  readonly unknown: readonly UnknownKey[];
  /** Present when there is not exactly one of `runtime` and `steps`. */
  readonly union?: 'neither' | 'both';
};

export function descriptorErrors({ value }: AgentDescriptor): DescriptorErrors {
  const errors = validateAgentFile(value) ? [] : reduceErrors(validateAgentFile.errors, value);
  const unknown = unknownKeys(agentSchema, value);
  const missing = errors
    .filter(({ keyword }) => keyword === 'required')
    .map((error) => [...error.path, String(error.params['missingProperty'])]);
  const union = errors.find(({ keyword }) => keyword === 'oneOf');
  return {
    values: errors.filter(({ keyword }) => keyword !== 'required' && keyword !== 'oneOf'),
    missing,
    unknown,
    ...(union === undefined ? {} : { union: union.params['passingSchemas'] === null ? 'neither' : 'both' }),
  };
}

/** Whether an unknown key stands where this one is missing: then the unknown key is the mistake, and the only one. */
export function isMisspelt({ unknown }: DescriptorErrors, missing: ValuePath): boolean {
  return unknown.some(({ meant }) => meant !== undefined && dotted(meant) === dotted(missing));
}
