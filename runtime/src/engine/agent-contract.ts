import type { ValueProblem } from '@hermes-runtime/schemas';
import type { AgentVersion } from '../ports.ts';

/** One schema of an agent, compiled. Neither method throws or hangs, whatever the schema. */
export type ValueSchema = {
  /** All that does not fit, each with its JSON Pointer. */
  readonly validate: (value: unknown) => readonly ValueProblem[];
  /** A copy with `default`s filled in. */
  readonly applyDefaults: (value: unknown) => unknown;
};

/** How the contract room reads what an agent promises. */
export type ContractReader = {
  readonly compileValueSchema: (schema: unknown) => ValueSchema;
  /** Secret fields of an input schema, each as the keys that lead to it. */
  readonly secretFieldsOf: (schema: unknown) => readonly { readonly path: readonly string[] }[];
};

export type AgentContract = {
  readonly input: ValueSchema;
  readonly output: ValueSchema;
  readonly secretFields: readonly (readonly string[])[];
};

/** Compiled once for each version. Few are kept: agents are edited all day. */
const kept = 200;

export type AgentContracts = { readonly of: (agent: AgentVersion) => AgentContract };

export function agentContracts({ compileValueSchema, secretFieldsOf }: ContractReader): AgentContracts {
  const byDigest = new Map<string, AgentContract>();
  return {
    of: ({ ref, file }) => {
      const known = byDigest.get(ref.digest);
      if (known) return known;
      const contract: AgentContract = {
        input: compileValueSchema(file.input_schema ?? true),
        output: compileValueSchema(file.output_schema ?? true),
        secretFields: secretFieldsOf(file.input_schema).map(({ path }) => path),
      };
      const oldest = byDigest.size >= kept ? byDigest.keys().next().value : undefined;
      if (oldest !== undefined) byDigest.delete(oldest);
      byDigest.set(ref.digest, contract);
      return contract;
    },
  };
}
