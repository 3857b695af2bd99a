import type { AgentSummary } from '@hermes-runtime/schemas';

/** Values by the name in `secret://name`. They go from the editor's secret storage to the runtime and nowhere else. */
export type SecretValues = Readonly<Record<string, string>>;

export type Input = Readonly<Record<string, unknown>>;

const reference = /^secret:\/\/(.+)$/;

/** What the store keeps where a secret was. It is no value and never sent back as one. */
const placeholder = /^‹secret/;

/** The name under which an agent's field is kept. Each agent has its own: one agent's key is no other agent's business. */
export function secretName(agent: Pick<AgentSummary, 'name'>, field: string): string {
  return `${agent.name}.${field.replaceAll(/[^A-Za-z0-9_.-]/g, '_')}`.slice(0, 100);
}

export function secretFieldNames({ secret_fields }: Pick<AgentSummary, 'secret_fields'>): readonly string[] {
  return (secret_fields ?? []).map((field) => field.replace(/^\//, ''));
}

/** Puts a reference where the input has a placeholder, or lacks a secret that the schema requires. */
export function withReferences(agent: Pick<AgentSummary, 'name' | 'secret_fields' | 'input_schema'>, input: Input): Input {
  const required = requiredOf(agent.input_schema);
  const added = secretFieldNames(agent).flatMap((field) => {
    const value = input[field];
    const needed = value === undefined ? required.includes(field) : typeof value === 'string' && placeholder.test(value);
    return needed ? [[field, `secret://${secretName(agent, field)}`] as const] : [];
  });
  return { ...input, ...Object.fromEntries(added) };
}

/** The names of all secrets that an input refers to. */
export function referencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    const name = reference.exec(value)?.[1];
    return name === undefined ? [] : [name];
  }
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap((inner) => referencesIn(inner)))];
}

function requiredOf(schema: unknown): readonly unknown[] {
  return typeof schema === 'object' && schema !== null && 'required' in schema && Array.isArray(schema.required) ? schema.required : [];
}
