import { indexLines, own } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { emptyEntries } from './execute-templates.ts';
import { textsIn } from './problem-data.ts';
import type { Fixer } from './quick-fix.ts';

/** Returns the keys that are required, each with an empty value of its type to be filled in. */
export const returnKeys: Fixer = ({ path, range, data }, { textOf, yaml }) => {
  const text = textOf(path);
  const keys = textsIn(data, 'keys');
  if (text === undefined || keys.length === 0) return [];
  const lines = indexLines(text);
  const from = lines.offsetAt(range.start);
  const returned = /^(?:return\s*)?\(?\s*\{/.exec(text.slice(from, lines.offsetAt(range.end)));
  if (returned === null) return [];
  const entries = emptyEntries(path.endsWith('.py') ? 'python' : 'nodejs', own(yaml.value, 'output_schema'), keys);
  const at = from + returned[0].length;
  const rest = text.slice(at);
  const space = /^[ \t]*/.exec(rest)?.[0] ?? '';
  const isEmpty = /^\s*\}/.test(rest);
  // Braces that stood empty get the spaces of their language.
  const pad = isEmpty && space === '' && !path.endsWith('.py') ? ' ' : space;
  const end = isEmpty ? (space === '' ? pad : '') : space === '' ? ', ' : ',';
  const title = l10n.t('Return {0}', keys.map((key) => `"${key}"`).join(', '));
  return [{ title, edits: [{ path, edits: [{ range: lines.rangeOf(at, at), newText: pad + entries + end }] }] }];
};
