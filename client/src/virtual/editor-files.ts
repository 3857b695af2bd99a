import * as vscode from 'vscode';
import type { Entry, FileSystem } from './agent-files.ts';

/** Nothing longer is of use to a rule, in bytes. */
const maxBytes = 1024 * 1024;

/** The files of this window, wherever they lie. */
export const editorFiles: FileSystem<vscode.Uri> = {
  entriesOf: async (folder) => {
    const entries = await vscode.workspace.fs
      .readDirectory(folder)
      .then(undefined, (): [string, vscode.FileType][] => [] /* Not a folder, or gone since it was listed. */);
    return entries.flatMap(([name, type]): Entry<vscode.Uri>[] => {
      const address = vscode.Uri.joinPath(folder, name);
      if ((type & vscode.FileType.File) !== 0) return [{ name, address, kind: 'file' }];
      // A link to a folder may lead in a circle.
      return type === vscode.FileType.Directory ? [{ name, address, kind: 'folder' }] : [];
    });
  },
  textOf: async (file) => {
    const bytes = await vscode.workspace.fs.readFile(file).then(
      (read) => read,
      () => undefined /* Gone since it was listed, or not ours to read. */,
    );
    return bytes === undefined || bytes.length > maxBytes ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  },
  uriOf: (uri) => uri.toString(),
};
