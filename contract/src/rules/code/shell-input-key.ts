import type { Problem } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import { shellReads } from '../../code/shell/input-reads.ts';
import { indexLines } from '../../descriptor/line-index.ts';
import { nearMatch } from '../../near-match.ts';
import { leavesFolder, normalEntrypoint } from '../entrypoint-path.ts';
import { own } from '../../value.ts';
import { pathInFolder, type RuleContext } from '../rule.ts';
import { knownKeys } from './known-keys.ts';
import { unknownInputMessage } from './unknown-input-message.ts';

/** A shell script asks `jq` for a key of its input that the input schema does not name. Nothing else of a script's text is judged. */
export function shellInputKeys({ folder, descriptor }: RuleContext): readonly Problem[] {
  const entrypoint = own(descriptor.value['runtime'], 'entrypoint');
  const known = knownKeys(descriptor.value['input_schema']);
  if (typeof entrypoint !== 'string' || known === undefined || leavesFolder(entrypoint)) return [];
  const file = normalEntrypoint(entrypoint);
  const text = folder.readText(file);
  if (text === undefined || folder.stat(file)?.inside === false) return [];
  const unknown = shellReads(text).filter(({ key }) => !known.names.has(key));
  if (unknown.length === 0) return [];
  const lines = indexLines(text);
  const schemaKey = descriptor.yaml.keyRange(['input_schema']);
  return unknown.map(({ key, at, optional }) => {
    const near = nearMatch(key, known.names);
    return {
      path: pathInFolder(folder, file),
      code: 'unknown-input-key',
      severity: known.closed && !optional ? 'error' : 'warning',
      message: unknownInputMessage(key, near),
      range: lines.rangeOf(at.from, at.to),
      ...(schemaKey === undefined
        ? {}
        : {
            related: [{ path: pathInFolder(folder, descriptor.file), range: schemaKey, message: l10n.t('The input is described here.') }],
          }),
      data: { key, ...(near !== undefined && /^[A-Za-z_]\w*$/.test(near) ? { suggestion: near, replacement: near } : {}) },
    };
  });
}
