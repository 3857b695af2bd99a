import { indexLines, valueAt } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { keysOf } from '../service/yaml-edits.ts';
import { removeEntry } from './remove-entry.ts';
import { yamlFix, type Fixer } from './quick-fix.ts';

/** Takes away the entry that a problem stands at. */
export const remove: Fixer = ({ range, path }, context) => {
  const target = path === context.yamlPath ? context.yaml.pathAt(range.start) : undefined;
  if (target === undefined) return [];
  const name = target.path.at(-1);
  const title = typeof name === 'string' ? l10n.t('Remove "{0}"', name) : l10n.t('Remove this entry');
  return yamlFix(context, title, removeEntry(context.yaml, target.path));
};

/** The last of several entries of one key; where there is another key beside them. */
export const removeRepeated: Fixer = (problem, context) => {
  const path = context.yaml.pathAt(problem.range.start)?.path ?? [];
  return keysOf(valueAt(context.yaml.value, path.slice(0, -1))).length > 1 ? remove(problem, context) : [];
};

/** The first of several entries of one key, where it is one line and nothing else stands there. */
export const removeFirst: Fixer = ({ range, related }, context) => {
  const line = related?.[0]?.range.start.line;
  if (line === undefined || line === range.start.line) return [];
  const { text } = context.yaml;
  const lines = indexLines(text);
  const textOf = (at: number): string => text.slice(lines.lineAt(at).start, lines.lineAt(at).end);
  const key = /^( *)[^\s#,[{-][^&]*$/.exec(textOf(line));
  // What is deeper below belongs to it.
  let next = line + 1;
  while (next < lines.count && /^\s*(?:#.*)?$/.test(textOf(next))) next += 1;
  const isWhole = key !== null && !new RegExp(`^(?: {${(key[1]?.length ?? 0) + 1}}| *-)`).test(textOf(next));
  const edit = { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' };
  return isWhole ? yamlFix(context, l10n.t('Remove the other one'), edit) : [];
};

/** A key without effect goes; one that stands in the place of another that must be there is only misspelt. */
export const removeUseless: Fixer = (problem, context) => (problem.severity === 'warning' ? remove(problem, context) : []);

/** A key of the author's own begins with x-. */
export const keepAsOwn: Fixer = ({ range, severity }, context) => {
  const target = context.yaml.pathAt(range.start);
  const key = String(target?.path.at(-1) ?? '');
  if (severity !== 'warning' || target?.on !== 'key' || !/^[\w-]+$/.test(key)) return [];
  return yamlFix(context, l10n.t('Change to "{0}"', `x-${key}`), { range: target.range, newText: `x-${key}` });
};

/** One of two blocks that rule each other out, where both are there. */
export const removeOneBlock: Fixer = (_problem, context) => {
  const blocks = ['steps', 'runtime'].filter((name) => keysOf(context.yaml.value).includes(name));
  if (blocks.length < 2) return [];
  return blocks.flatMap((name) => yamlFix(context, l10n.t('Remove "{0}"', name), removeEntry(context.yaml, [name])));
};
