import { secretFieldsOf } from '@hermes-runtime/contract';
import type { SecretSource } from '@hermes-runtime/runtime';
import type { AgentFile } from '@hermes-runtime/schemas';

/** An agent here that has another as one of its steps. */
export type Caller = { readonly name: string; readonly version: string; readonly steps: readonly string[] };

/** A secret input of an agent: whether this machine has a value of that name, and the name that it would take. */
export type SecretState = { readonly field: string; readonly set: boolean; readonly reference: string };

/** Who would notice another contract of this agent: the agents that are deployed here and have it as a step. */
export function callersOf(name: string, deployed: readonly AgentFile[]): readonly Caller[] {
  return deployed.flatMap((agent) => {
    const steps = (agent.steps ?? []).flatMap((step, index) => (agentOf(step) === name ? [textOf(step, 'id') ?? String(index + 1)] : []));
    return agent.name === name || steps.length === 0 ? [] : [{ name: agent.name, version: agent.version, steps }];
  });
}

/** `pdf-parser`, also of `pdf-parser@^1.2`. */
function agentOf(step: unknown): string | undefined {
  return textOf(step, 'agent')?.split('@', 1)[0];
}

function textOf(step: unknown, key: string): string | undefined {
  const value: unknown = typeof step === 'object' && step !== null ? Reflect.get(step, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** By the field's own name, or with the agent's before it, which is what the editor calls it. Values are not looked at further. */
export function secretsOf(agent: AgentFile, { valueOf }: SecretSource): readonly SecretState[] {
  return secretFieldsOf(agent.input_schema).map(({ path }) => {
    const reference = path.join('.');
    const names = [reference, `${agent.name}.${reference}`];
    return { field: reference, set: names.some((name) => isKnown(name, valueOf)), reference: `secret://${reference}` };
  });
}

function isKnown(name: string, valueOf: SecretSource['valueOf']): boolean {
  try {
    return valueOf(name) !== undefined;
  } catch {
    // The file of secrets is unreadable or open to others: no task gets a value out of it either.
    return false;
  }
}
