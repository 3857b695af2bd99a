import { isMap, type YamlSource } from '@hermes-runtime/contract';
import { FoldingRangeKind, type FoldingRange, type Range } from 'vscode-languageserver/node';
import type { Feature } from './feature.ts';
import { openedYaml, ourYaml } from './opened-yaml.ts';
import { walkYaml } from './yaml-walk.ts';

/** Folds every value that has more than one line, and comments of several lines. */
export const foldingRanges: Feature = {
  capabilities: { foldingRangeProvider: { documentSelector: ourYaml } },
  listen: (connection, look) => {
    connection.onFoldingRanges(({ textDocument }) => {
      const now = look();
      const opened = openedYaml(now, textDocument.uri);
      // Null, not an empty list: the editor then folds by indentation.
      if (now === undefined || opened === undefined) return null;
      return foldsOf(opened.yaml).slice(0, now.client.textDocument?.foldingRange?.rangeLimit ?? maxFolds);
    });
  },
};

/** What VS Code takes by itself. */
const maxFolds = 5000;

export function foldsOf(yaml: YamlSource): FoldingRange[] {
  const lines = yaml.text.split(/\r\n|\r|\n/);
  const folds = new Map<number, FoldingRange>();
  walkYaml(yaml, ({ key, range, value }) => {
    const isCollection = Array.isArray(value) || isMap(value);
    const startLine = (key ?? range).start.line;
    const endLine = lastLine(range, lines);
    // The outermost of several that begin on one line.
    if (endLine > startLine && !folds.has(startLine)) folds.set(startLine, { startLine, endLine });
    return isCollection;
  });
  for (const fold of commentFolds(lines)) if (!folds.has(fold.startLine)) folds.set(fold.startLine, fold);
  return [...folds.values()].toSorted((one, other) => one.startLine - other.startLine);
}

/** The last line that is hidden: a closing bracket stays in sight, and blank lines at the end are nobody's. */
function lastLine({ start, end }: Range, lines: readonly string[]): number {
  let line = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const isFlow = /[[{]/.test(lines[start.line]?.charAt(start.character) ?? '');
  if (isFlow && /^\s*[\]}]$/.test(lines[line]?.slice(0, end.character) ?? '')) line -= 1;
  while (line > start.line && lines[line]?.trim() === '') line -= 1;
  return line;
}

function commentFolds(lines: readonly string[]): FoldingRange[] {
  const folds: FoldingRange[] = [];
  let first: number | undefined;
  for (let line = 0; line <= lines.length; line += 1) {
    if (/^\s*#/.test(lines[line] ?? '')) first ??= line;
    else {
      if (first !== undefined && line - 1 > first) folds.push({ startLine: first, endLine: line - 1, kind: FoldingRangeKind.Comment });
      first = undefined;
    }
  }
  return folds;
}
