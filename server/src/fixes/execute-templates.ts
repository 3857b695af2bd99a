import { own } from '@hermes-runtime/contract';

/** An empty value of each type of JSON Schema, as each language writes it. */
const values = {
  python: { string: '""', integer: '0', number: '0', boolean: 'False', array: '[]', object: '{}', none: 'None' },
  nodejs: { string: "''", integer: '0', number: '0', boolean: 'false', array: '[]', object: '{}', none: 'null' },
  shell: { string: '""', integer: '0', number: '0', boolean: 'false', array: '[]', object: '{}', none: 'null' },
} as const;

export type RuntimeType = keyof typeof values;

export function isRuntimeType(type: unknown): type is RuntimeType {
  return typeof type === 'string' && Object.hasOwn(values, type);
}

/** `"words": 0, "text": ""`: keys of the output, each with an empty value of its type that is to be filled in. */
export function emptyEntries(type: RuntimeType, outputSchema: unknown, keys: readonly string[]): string {
  const words: Readonly<Record<string, string>> = values[type];
  return keys
    .map((key) => {
      const said = own(own(own(outputSchema, 'properties'), key), 'type');
      const name = type === 'nodejs' && /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
      return `${name}: ${(typeof said === 'string' && Object.hasOwn(words, said) ? words[said] : undefined) ?? values[type].none}`;
    })
    .join(', ');
}

/** The smallest entrypoint that returns what the output must have. */
export function executeTemplate(type: RuntimeType, outputSchema: unknown): string {
  const required = own(outputSchema, 'required');
  const keys = Array.isArray(required) ? required.filter((key) => typeof key === 'string') : [];
  const entries = emptyEntries(type, outputSchema, keys);
  switch (type) {
    case 'python':
      return `def execute(input_data):\n    return {${entries}}\n`;
    case 'nodejs':
      return `export async function execute(input) {\n  return ${entries === '' ? '{}' : `{ ${entries} }`};\n}\n`;
    case 'shell':
      return `#!/bin/sh\n# The input is on standard input; the last line of the output is the result.\necho '{${entries.replaceAll("'", String.raw`'\''`)}}'\n`;
  }
}
