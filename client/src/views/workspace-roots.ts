import { realpathSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** The window's folders as the runtime names them, links resolved. */
export function workspaceRoots(): readonly string[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => realPath(uri.fsPath));
}

/** Whether all that the window shows lies in virtual file systems, where nothing can run. */
export function isOnNoMachine(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 0 && folders.every(({ uri }) => uri.scheme !== 'file');
}

/** Whether a path lies in one of the folders. A window without folders shows everything. */
export function isInside(folder: string | undefined, roots: readonly string[]): boolean {
  if (roots.length === 0 || folder === undefined) return true;
  return roots.some((root) => !path.relative(root, folder).startsWith('..') && !path.isAbsolute(path.relative(root, folder)));
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // Gone, or not to be read: the runtime will say so.
    return folder;
  }
}
