import { lstatSync, mkdirSync } from 'node:fs';
import * as l10n from '@vscode/l10n';

/**
 * Makes a folder that only this user can enter, or checks that it is one.
 * In a shared temporary folder somebody else may have made it first, to read what is put there.
 */
export function ensureOwnFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return;
  const stat = lstatSync(path);
  if (stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0) return;
  throw new Error(l10n.t('{0} is not a folder of yours alone. Remove it, or set XDG_RUNTIME_DIR to one that is.', path));
}
