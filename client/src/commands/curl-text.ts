import type { Task } from '@hermes-runtime/schemas';
import type { Endpoint } from '../runtime/endpoint.ts';

/** A value of an input as the store keeps it in place of a secret. */
const secretValue = /^(?:secret:\/\/.+|‹secret(?: [^›]*)?›)$/;

/**
 * The request that submits a task's input again, for a shell.
 * A secret is written as a variable that is to be set, never as its value.
 */
export function curlText(
  task: Pick<Task, 'agent_name' | 'agent_path' | 'input'>,
  endpoint: Endpoint,
  secretFields: readonly string[],
): string {
  const names = new Map<string, string>();
  const input = masked(task.input, '', secretFields, names);
  const body = JSON.stringify({
    agent_name: task.agent_name,
    ...(task.agent_path !== undefined && { agent_path: task.agent_path }),
    input,
  });
  let quoted = `'${body.replaceAll("'", String.raw`'\''`)}'`;
  for (const [marker, name] of names) quoted = quoted.replaceAll(marker, `'"$${name}"'`);
  return [...placeOf(endpoint), `-H 'Content-Type: application/json'`, `-d ${quoted}`].join(' \\\n  ');
}

/** The token of another machine is a variable too. */
function placeOf(endpoint: Endpoint): readonly string[] {
  if (endpoint.type === 'url')
    return [`curl -sS ${quotedWord(`${endpoint.url}/api/v1/tasks`)}`, `-H "Authorization: Bearer $HERMES_TOKEN"`];
  return [`curl -sS --unix-socket ${quotedWord(endpoint.path)} http://localhost/api/v1/tasks`];
}

function quotedWord(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text}'`;
}

function masked(value: unknown, key: string, secretFields: readonly string[], names: Map<string, string>): unknown {
  if (secretFields.includes(key) || (typeof value === 'string' && secretValue.test(value))) {
    const name = variableName(key, value);
    // No input can hold this marker: it is made anew for each name and never contains a quote.
    const marker = `@@${name}@@`;
    names.set(marker, name);
    return marker;
  }
  if (Array.isArray(value)) return value.map((item) => masked(item, key, secretFields, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner, name, secretFields, names)]));
}

function variableName(key: string, value: unknown): string {
  const reference = typeof value === 'string' ? /^secret:\/\/(.+)$/.exec(value)?.[1] : undefined;
  const name = (key === '' ? (reference ?? 'secret') : key).toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  return /^\d/.test(name) ? `_${name}` : name;
}
