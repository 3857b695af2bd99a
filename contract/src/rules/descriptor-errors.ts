import type { AgentDescriptor } from '../descriptor/agent-descriptor.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { agentSchema } from '../generated/file-schemas.ts';
import type { FileError } from '../schema-check/file-errors.ts';
import { unknownKeys, type UnknownKey } from '../schema-check/unknown-keys.ts';
import { dotted } from '../value.ts';

/** What the schema of agent.yaml says against a descriptor, one entry for each mistake, sorted by what it is. */
export type DescriptorErrors = {
  readonly values: readonly FileError[];
  readonly missing: readonly ValuePath[];
  readonly unknown: readonly UnknownKey[];
  /** Present when there is not exactly one of `runtime` and `steps`. */
  readonly union?: 'neither' | 'both';
};

export function descriptorErrors({ value, errors }: AgentDescriptor): DescriptorErrors {
  const unknown = unknownKeys(agentSchema, value);
  const missing = errors.flatMap((error) => (error.keyword === 'required' ? [[...error.path, error.missing]] : []));
  const union = errors.find((error) => error.keyword === 'oneOf')?.union;
  return {
    values: errors.filter(({ keyword }) => keyword !== 'required' && keyword !== 'oneOf'),
    missing,
    unknown,
    ...(union === undefined ? {} : { union }),
  };
}

/** Whether an unknown key stands where this one is missing: then the unknown key is the mistake, and the only one. */
export function isMisspelt({ unknown }: DescriptorErrors, missing: ValuePath): boolean {
  return unknown.some(({ meant }) => meant !== undefined && dotted(meant) === dotted(missing));
}
