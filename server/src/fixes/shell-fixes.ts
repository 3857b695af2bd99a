import { indexLines } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import type { Fixer } from './quick-fix.ts';

/** The first line of a script names what runs it, as it was nearly written. */
export const mendFirstLine: Fixer = ({ path, range }, { textOf }) => {
  const text = textOf(path);
  if (text === undefined) return [];
  const lines = indexLines(text);
  const { start, end } = lines.lineAt(range.start.line);
  const written = text.slice(start, end).replace(/\r?\n$/, '');
  const meant = firstLine(written.trim());
  const [from, to] = meant.isNew ? [0, 0] : [0, start + written.length];
  const newText = meant.isNew ? `${meant.line}\n` : meant.line;
  return [{ title: l10n.t('Begin with "{0}"', meant.line), edits: [{ path, edits: [{ range: lines.rangeOf(from, to), newText }] }] }];
};

function firstLine(written: string): { readonly line: string; readonly isNew: boolean } {
  const [, program] = /^(?:#[ \t]*!|!#|#)[ \t]*(\S.*)$/.exec(written) ?? [];
  if (program === undefined || (/^#[ \t]*[^!/ \t]/.test(written) && !written.startsWith('#!')))
    return { line: '#!/usr/bin/env bash', isNew: true };
  if (program.startsWith('/')) return { line: `#!${program}`, isNew: false };
  return { line: program.includes('/') ? `#!/${program}` : `#!/usr/bin/env ${program}`, isNew: false };
}
