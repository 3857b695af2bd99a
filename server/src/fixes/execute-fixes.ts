import { own } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import type { TextEdit } from 'vscode-languageserver/node';
import { lineEndOf } from '../service/yaml-edits.ts';
import { executeTemplate } from './execute-templates.ts';
import { textIn } from './problem-data.ts';
import type { Fixer } from './quick-fix.ts';

export const addExecute: Fixer = ({ path, range, data }, { textOf, yaml }) => {
  const kind = textIn(data, 'kind');
  if (kind === 'near-name')
    return [{ title: l10n.t('Change to "{0}"', 'execute'), edits: [{ path, edits: [{ range, newText: 'execute' }] }] }];
  const text = textOf(path);
  if (kind !== 'absent' || text === undefined) return [];
  const isPython = textIn(data, 'language') === 'python';
  const template = executeTemplate(isPython ? 'python' : 'nodejs', own(yaml.value, 'output_schema'));
  const added = !isPython && isCommonJs(path, text) ? asCommonJs(template) : template;
  return [{ title: l10n.t('Add execute()'), edits: [{ path, edits: [appended(text, added)] }] }];
};

/** Exports the function that is there. */
export const exportExecute: Fixer = ({ path, range, data }, { textOf }) => {
  const text = textOf(path);
  if (textIn(data, 'kind') !== 'not-exported' || text === undefined) return [];
  const title = l10n.t('Export execute()');
  if (isCommonJs(path, text)) return [{ title, edits: [{ path, edits: [appended(text, 'module.exports.execute = execute;\n')] }] }];
  const { line } = range.start;
  if (!/^(?:async\s+function|function|const|let|var)\b/.test(text.split(/\r\n|\r|\n/)[line] ?? '')) return [];
  const start = { line, character: 0 };
  return [{ title, edits: [{ path, edits: [{ range: { start, end: start }, newText: 'export ' }] }] }];
};

/** A function that calls the method, where the class can be made without arguments. */
export const callMethod: Fixer = ({ path, data }, { textOf }) => {
  const className = textIn(data, 'className');
  const text = textOf(path);
  if (className === undefined || text === undefined || !/^[\w$]+$/.test(className)) return [];
  const isPython = textIn(data, 'language') === 'python';
  const needsMore = isPython ? /\bdef\s+__init__\s*\(\s*self\s*,/.test(text) : /\bconstructor\s*\(\s*[^)\s]/.test(text);
  if (needsMore) return [];
  const added = isPython
    ? `def execute(input_data):\n    return ${className}().execute(input_data)\n`
    : `export function execute(input) {\n  return new ${className}().execute(input);\n}\n`;
  if (!isPython && isCommonJs(path, text)) return [];
  return [{ title: l10n.t('Add execute(), which calls {0}', `${className}.execute`), edits: [{ path, edits: [appended(text, added)] }] }];
};

function asCommonJs(template: string): string {
  return template.replace('export async', 'module.exports.execute = async').replace(/\}\n$/, '};\n');
}

function isCommonJs(path: string, text: string): boolean {
  if (/\.[cm][jt]s$/.test(path)) return /\.c[jt]s$/.test(path);
  return /\bmodule\.exports\b|\bexports\.\w|\brequire\(/.test(text) && !/^\s*(?:import|export)\b/m.test(text);
}

/** At the end of a file, with the gap that stands between functions. */
function appended(text: string, added: string): TextEdit {
  const lines = text.split(/\r\n|\r|\n/);
  const at = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const gap = text.trim() === '' ? '' : text.endsWith('\n') ? '\n\n' : '\n\n\n';
  return { range: { start: at, end: at }, newText: (gap + added).replaceAll('\n', lineEndOf(text)) };
}
