import { indexLines, mayIgnore } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { TextEdit } from 'vscode-languageserver/node';
import { lineEndOf } from '../service/yaml-edits.ts';
import { applyEdits } from './apply-edits.ts';
import type { FixContext, QuickFix } from './quick-fix.ts';

/**
 * Silences a problem on its line, by a comment above it or else behind it. The reason is the author's to write:
 * until it is there, the comment itself is marked. Only where the comment, tried in thought, does silence it.
 */
export function ignoreHere(problem: Problem, context: FixContext): QuickFix[] {
  const text = context.textOf(problem.path);
  const sign = signIn(problem.path);
  if (text === undefined || sign === undefined || !mayIgnore(problem)) return [];
  const { line } = problem.range.start;
  const lines = indexLines(text);
  const textOf = (at: number): string => (at < 0 ? '' : text.slice(lines.lineAt(at).start, lines.lineAt(at).end));
  // Between two halves of a line no comment may stand, and nothing above the line that names the interpreter.
  if (textOf(line).endsWith('\\') || textOf(line - 1).endsWith('\\') || (line === 0 && text.startsWith('#!'))) return [];
  const comment = `${sign} hermes-ignore ${problem.code}: `;
  const indent = /^\s*/.exec(textOf(line))?.[0] ?? '';
  const edit = [
    { at: { line, character: 0 }, newText: `${indent}${comment}${lineEndOf(text)}`, movedTo: line + 1 },
    { at: { line, character: textOf(line).length }, newText: ` ${comment}`, movedTo: line },
  ].find(({ at, newText, movedTo }) => {
    const after = context.checkWith(new Map([[problem.path, applyEdits(text, [insertion(at, newText)])]]));
    return after?.every(({ code, path, range }) => code !== problem.code || path !== problem.path || range.start.line !== movedTo);
  });
  if (edit === undefined) return [];
  return [{ title: l10n.t('Ignore {0} here', problem.code), edits: [{ path: problem.path, edits: [insertion(edit.at, edit.newText)] }] }];
}

function insertion(at: TextEdit['range']['start'], newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

function signIn(path: string): '#' | '//' | undefined {
  if (/\.[cm]?[jt]s$/.test(path)) return '//';
  return /\.(?:ya?ml|py|sh|bash)$/.test(path) ? '#' : undefined;
}
