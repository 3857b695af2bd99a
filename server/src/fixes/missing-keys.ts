import { isMap, schemaAt, valueAt, type FileSchema, type ValuePath } from '@hermes-runtime/contract';
import type { Range } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { TextEdit } from 'vscode-languageserver/node';
import { addEntry, keysOf, lineEndOf } from '../service/yaml-edits.ts';
import { codeFileOf, typeOfFile } from './code-files.ts';
import { yamlFix, type Fixer, type FixContext } from './quick-fix.ts';

/** Adds a key that a file of ours must have, with a value that is right or easily made so. */
export const addMissingKey: Fixer = ({ range, message }, context) =>
  missingKeys(context)
    .filter(({ path, place }) => isSame(context.yaml.keyRange(place), range) && message.includes(path.join('.')))
    .flatMap(({ path }) => {
      const key = String(path.at(-1));
      const text = valueFor(context, path);
      return text === undefined
        ? []
        : yamlFix(context, l10n.t('Add `{0}`', `${key}: ${text}`), added(context, path, text), { safe: path.length > 1 });
    });

/** Says how an agent runs that does not say it. */
export const addRuntime: Fixer = (_problem, context) => {
  const { yaml, agent } = context;
  if (agent === undefined || keysOf(yaml.value).some((key) => key === 'runtime' || key === 'steps')) return [];
  const file = codeFileOf(agent.files);
  const text = `{ type: ${file === undefined ? 'python' : typeOfFile(file)}, entrypoint: ${file ?? 'main.py'} }`;
  return yamlFix(context, l10n.t('Add `{0}`', `runtime: ${text}`), addEntry(yaml, [], 'runtime', text));
};

/** What the entrypoint is called where there is none yet. */
export const usualFiles: Readonly<Record<string, string>> = { python: 'main.py', nodejs: 'main.mjs', shell: 'main.sh' };

/** Everything that is required and absent, with the place that its problem stands at. */
function missingKeys({ yaml, schema: root }: FixContext): { readonly path: ValuePath; readonly place: ValuePath }[] {
  const found: { path: ValuePath; place: ValuePath }[] = [];
  const first = keysOf(yaml.value)[0] ?? '';
  const walk = (value: unknown, schema: FileSchema | undefined, path: ValuePath): void => {
    if (Array.isArray(value)) value.forEach((item: unknown, index) => walk(item, schemaAt(root, [...path, index]), [...path, index]));
    if (!isMap(value)) return;
    for (const key of schema?.required ?? [])
      if (!Object.hasOwn(value, key)) found.push({ path: [...path, key], place: path.length === 0 ? [first] : path });
    for (const key of Object.keys(schema?.properties ?? {}))
      if (Object.hasOwn(value, key)) walk(value[key], schemaAt(root, [...path, key]), [...path, key]);
  };
  walk(yaml.value, schemaAt(root, []), []);
  return found;
}

function valueFor({ yaml, schema, agent }: FixContext, path: ValuePath): string | undefined {
  const said = valueAt(yaml.value, ['runtime', 'type']);
  const type = typeof said === 'string' ? said : undefined;
  const file = agent === undefined ? undefined : codeFileOf(agent.files, type);
  switch (path.join('.')) {
    case 'name':
      return nameFrom(agent?.folder ?? '');
    case 'version':
      return '1.0.0';
    case 'runtime.entrypoint':
      return file ?? usualFiles[type ?? 'python'];
    case 'runtime.type': {
      const entrypoint = valueAt(yaml.value, ['runtime', 'entrypoint']);
      return typeOfFile(typeof entrypoint === 'string' ? entrypoint : (file ?? '')) ?? 'python';
    }
    default: {
      const described = schemaAt(schema, path);
      const value = described?.default ?? described?.enum?.[0];
      return value === undefined ? undefined : JSON.stringify(value);
    }
  }
}

export function nameFrom(folder: string): string {
  const name = (folder.split(/[\\/]/).at(-1) ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
  return /[a-z]/.test(name) ? name : 'my-agent';
}

/** A name stands on top, and a version below it; all else comes last in its block. */
function added({ yaml }: FixContext, path: ValuePath, text: string): TextEdit | undefined {
  const key = String(path.at(-1));
  const keys = keysOf(yaml.value);
  const next = key === 'name' || keys[0] !== 'name' ? keys[0] : keys[1];
  const isOnTop = path.length === 1 && (key === 'name' || key === 'version') && next !== undefined;
  const start = isOnTop ? yaml.keyRange([next])?.start : undefined;
  // In brackets, or behind another key on the line, it comes last as well.
  if (start === undefined || start.character > 0) return addEntry(yaml, path.slice(0, -1), key, text);
  return { range: { start, end: start }, newText: `${key}: ${text}${lineEndOf(yaml.text)}` };
}

function isSame(one: Range | undefined, other: Range): boolean {
  return one?.start.line === other.start.line && one.start.character === other.start.character;
}
