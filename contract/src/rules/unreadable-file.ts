import * as l10n from '@vscode/l10n';
import type { Problem } from '@hermes-runtime/schemas';

export const unreadableFileCode = 'unreadable-file';

/** A descriptor or a configuration that is there and that this user may not read: silence would look as if it were not there. */
export function unreadableFile(path: string): Problem {
  const start = { line: 0, character: 0 };
  return {
    path,
    code: unreadableFileCode,
    severity: 'error',
    message: l10n.t('{0} is there and cannot be read. Give yourself the right to read it, as with `chmod u+r {0}`.', path),
    range: { start, end: start },
  };
}
