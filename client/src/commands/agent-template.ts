import * as l10n from '@vscode/l10n';

export type TemplateType = 'python' | 'nodejs' | 'shell';

type Template = { readonly label: string; readonly entrypoint: string; readonly code: string };

export const templates: Readonly<Record<TemplateType, Template>> = {
  python: {
    label: 'Python',
    entrypoint: 'main.py',
    code: 'def execute(input_data):\n    return {"greeting": f"Hello, {input_data[\'name\']}!"}\n',
  },
  nodejs: {
    label: 'Node.js',
    entrypoint: 'main.mjs',
    code: 'export function execute(input) {\n  return { greeting: `Hello, ${input.name}!` };\n}\n',
  },
  shell: {
    label: 'Shell',
    entrypoint: 'main.sh',
    code: `#!/bin/sh\nname=$(printf '%s' "$HERMES_INPUT" | sed -n 's/.*"name" *: *"\\([^"]*\\)".*/\\1/p')\nprintf '{"greeting": "Hello, %s!"}\\n' "$name"\n`,
  },
};

/** Undefined for a name that an agent may have. */
export function nameProblem(text: string): string | undefined {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(text)) return undefined;
  return l10n.t('A name has 1 to 63 small letters, digits and hyphens');
}

export function descriptorText(name: string, type: TemplateType): string {
  return `name: ${name}
version: 0.1.0
description: Greets someone by name
input_schema:
  type: object
  required: [name]
  properties:
    name: { type: string, description: Whom to greet }
output_schema:
  type: object
  required: [greeting]
  properties:
    greeting: { type: string }
runtime:
  type: ${type}
  entrypoint: ${templates[type].entrypoint}
examples:
  - name: world
    input: { name: World }
`;
}
