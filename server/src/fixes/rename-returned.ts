import { indexLines, nearMatch, own } from '@hermes-runtime/contract';
import * as l10n from '@vscode/l10n';
import { textsIn } from './problem-data.ts';
import type { Fixer, QuickFix } from './quick-fix.ts';

/** How far a returned object is looked through for a misspelt key, in characters, and how many such keys are tried. */
const reach = 2000;
const maxTried = 3;
/** A key as Python and JavaScript write one. */
const writtenKey = /(["'])([\w$-]+)\1\s*:|(?<![\w$.])([A-Za-z_$][\w$]*)\s*:/g;

/** Gives a returned key that is almost the one that is required its name. */
export const renameReturned: Fixer = ({ path, range, data }, { textOf, yaml }) => {
  const text = textOf(path);
  const missing = textsIn(data, 'keys');
  if (text === undefined) return [];
  const lines = indexLines(text);
  const from = lines.offsetAt(range.start);
  const described = own(own(yaml.value, 'output_schema'), 'properties');
  const found = [...text.slice(from, from + reach).matchAll(writtenKey)].flatMap(
    ({ 0: whole, 1: quote, 2: quoted, 3: bare, index }): QuickFix[] => {
      const written = quoted ?? bare ?? '';
      const meant = own(described, written) === undefined ? nearMatch(written, missing) : undefined;
      if (meant === undefined || (bare !== undefined && !/^[A-Za-z_$][\w$]*$/.test(meant))) return [];
      const at = from + index + whole.indexOf(written, quote === undefined ? 0 : 1);
      const edit = { range: lines.rangeOf(at, at + written.length), newText: meant };
      return [{ title: l10n.t('Change to "{0}"', meant), edits: [{ path, edits: [edit] }] }];
    },
  );
  return found.slice(0, maxTried);
};
