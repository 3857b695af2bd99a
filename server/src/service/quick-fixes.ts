import * as l10n from '@vscode/l10n';
import type { Problem, Range } from '@hermes-runtime/schemas';
import { isMap, own, type AgentDescriptor } from '@hermes-runtime/contract';
import type { TextEdit } from 'vscode-languageserver/node';
import { addEntry, addInputProperty, lineEndOf, yamlScalar } from './yaml-edits.ts';

/** One mending of one problem: edits by file, relative to what the problem's path is relative to. */
export type QuickFix = {
  readonly title: string;
  readonly edits: readonly { readonly path: string; readonly edits: readonly TextEdit[] }[];
  /** A file to create, with its text. */
  readonly create?: { readonly path: string; readonly text: string };
};

/** What a fix may look at. */
export type FixContext = {
  readonly descriptor: AgentDescriptor;
  /** Paths of problems: the descriptor's own, and the folder's prefix. */
  readonly descriptorPath: string;
  readonly inFolder: (file: string) => string;
  readonly textOf: (path: string) => string | undefined;
};

/** All ways to mend a problem, the best first. */
export function quickFixes(problem: Problem, context: FixContext): QuickFix[] {
  switch (problem.code) {
    case 'environment-read':
      return secretInput(problem, context);
    case 'unknown-input-key':
      return [...replace(problem, context), ...newInput(problem, context)];
    case 'unmarked-secret':
      return markSecret(problem, context);
    case 'missing-entrypoint':
      return [...replace(problem, context), ...createEntrypoint(problem, context)];
    case 'missing-execute':
      return addExecute(problem, context);
    case 'entrypoint-type':
      return changeType(problem, context);
    default:
      return replace(problem, context);
  }
}

function replace({ path, range, data }: Problem, { descriptorPath }: FixContext): QuickFix[] {
  const replacement = textIn(data, 'replacement');
  if (replacement === undefined) return [];
  const shown = textIn(data, 'suggestion') ?? replacement;
  const newText = path === descriptorPath ? yamlScalar(replacement) : replacement;
  return [{ title: l10n.t('Change to "{0}"', shown), edits: [{ path, edits: [{ range, newText }] }] }];
}

/** The read becomes a read of the input, and the input gets the field: one edit over both files. */
function secretInput({ path, range, data }: Problem, { descriptor, descriptorPath }: FixContext): QuickFix[] {
  const property = textIn(data, 'property');
  const replacement = textIn(data, 'replacement');
  if (property === undefined || replacement === undefined) return [];
  const code = { path, edits: [{ range: rangeIn(data, 'expressionRange') ?? range, newText: replacement }] };
  const known = own(own(own(descriptor.value, 'input_schema'), 'properties'), property) !== undefined;
  const added = known ? undefined : addInputProperty(descriptor.yaml, property, '{ type: string, writeOnly: true }');
  if (!known && added === undefined) return [];
  return [
    { title: l10n.t('Make it a secret input'), edits: [code, ...(added === undefined ? [] : [{ path: descriptorPath, edits: [added] }])] },
  ];
}

function newInput({ data }: Problem, { descriptor, descriptorPath }: FixContext): QuickFix[] {
  const key = textIn(data, 'key');
  const edit = key === undefined ? undefined : addInputProperty(descriptor.yaml, yamlScalar(key), '{ type: string }');
  return key === undefined || edit === undefined
    ? []
    : [{ title: l10n.t('Add "{0}" to input_schema', key), edits: [{ path: descriptorPath, edits: [edit] }] }];
}

function markSecret({ path, data }: Problem, { descriptor }: FixContext): QuickFix[] {
  const field = isMap(data) && Array.isArray(data['path']) ? data['path'].filter((key) => typeof key === 'string') : [];
  const edit = addEntry(descriptor.yaml, ['input_schema', ...field.flatMap((key) => ['properties', key])], 'writeOnly', 'true');
  return edit === undefined ? [] : [{ title: l10n.t('Mark it as a secret'), edits: [{ path, edits: [edit] }] }];
}

function createEntrypoint({ data }: Problem, { inFolder }: FixContext): QuickFix[] {
  const file = textIn(data, 'file');
  const text = templates[textIn(data, 'type') ?? ''];
  if (file === undefined || text === undefined) return [];
  return [{ title: l10n.t('Create {0}', file), edits: [], create: { path: inFolder(file), text } }];
}

const templates: Readonly<Record<string, string>> = {
  python: 'def execute(input_data):\n    return {}\n',
  nodejs: 'export async function execute(input) {\n  return {};\n}\n',
  shell: "#!/bin/sh\n# The input is on standard input; the last line of the output is the result.\necho '{}'\n",
};

function addExecute({ path, range, data }: Problem, { textOf }: FixContext): QuickFix[] {
  const kind = textIn(data, 'kind');
  if (kind === 'near-name')
    return [{ title: l10n.t('Change to "{0}"', 'execute'), edits: [{ path, edits: [{ range, newText: 'execute' }] }] }];
  const text = textOf(path);
  if (kind !== 'absent' || text === undefined) return [];
  const template = textIn(data, 'language') === 'python' ? templates['python'] : templates['nodejs'];
  const line = text.split(/\r\n|\r|\n/);
  const at = { line: line.length - 1, character: line.at(-1)?.length ?? 0 };
  const gap = text.trim() === '' ? '' : text.endsWith('\n') ? '\n\n' : '\n\n\n';
  const newText = (gap + (template ?? '')).replaceAll('\n', lineEndOf(text));
  return [{ title: l10n.t('Add execute()'), edits: [{ path, edits: [{ range: { start: at, end: at }, newText }] }] }];
}

function changeType({ path, data }: Problem, { descriptor }: FixContext): QuickFix[] {
  const type = textIn(data, 'type');
  const range = descriptor.yaml.valueRange(['runtime', 'type']);
  return type === undefined || range === undefined
    ? []
    : [{ title: l10n.t('Change to "{0}"', type), edits: [{ path, edits: [{ range, newText: type }] }] }];
}

function textIn(data: unknown, key: string): string | undefined {
  const value = own(data, key);
  return typeof value === 'string' ? value : undefined;
}

function rangeIn(data: unknown, key: string): Range | undefined {
  const value = own(data, key);
  return isRange(value) ? value : undefined;
}

function isRange(value: unknown): value is Range {
  const isPosition = (position: unknown): boolean =>
    typeof own(position, 'line') === 'number' && typeof own(position, 'character') === 'number';
  return isPosition(own(value, 'start')) && isPosition(own(value, 'end'));
}
