import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A line of the agent's own code. */
export type Place = { readonly file: string; readonly line: number };

/** The two homes of an agent's files: the author's folder by name, the snapshot by content. */
export type AgentFiles = {
  readonly folder: string;
  readonly snapshot: string;
  /** The same file under the author's folder; undefined for what is not in the snapshot. */
  readonly toFolder: (url: string) => string | undefined;
  /** The same file in the snapshot; undefined for what is not in the author's folder. */
  readonly toSnapshot: (url: string) => string | undefined;
  /** Whether a file is the agent's own code: inside the folder and not a dependency. Path or URL. */
  readonly owns: (file: string) => boolean;
  /** The file relative to the folder, with `/`. Path or URL. */
  readonly relative: (file: string) => string;
  /** A text in which Node named a file of the snapshot, with the author's name for it. */
  readonly toFolderText: (text: string) => string;
};

export function agentFiles(folderPath: string, snapshotPath: string): AgentFiles {
  const folder = path.resolve(folderPath);
  const snapshot = realpathSync(snapshotPath);
  const inside = (base: string, file: string): boolean => file.startsWith(base + path.sep);
  const isOwn = (file: string): boolean => {
    const filePath = asPath(file);
    return (
      filePath !== undefined && inside(folder, filePath) && !filePath.slice(folder.length).includes(`${path.sep}node_modules${path.sep}`)
    );
  };
  // The same few files come with every stack.
  const owned = new Map<string, boolean>();
  const owns = (file: string): boolean => {
    const known = owned.get(file) ?? isOwn(file);
    owned.set(file, known);
    return known;
  };
  const moved = (url: string, from: string, to: string): string | undefined => {
    const file = asPath(url);
    if (file === undefined || !inside(from, file)) {
      return undefined;
    }
    // A query tells two instances of one module apart and must survive.
    const query = url.startsWith('file:') ? new URL(url).search : '';
    return pathToFileURL(path.join(to, file.slice(from.length))).href + query;
  };
  return {
    folder,
    snapshot,
    toFolder: (url) => moved(url, snapshot, folder),
    toSnapshot: (url) => moved(url, folder, snapshot),
    owns,
    toFolderText: (text) => text.replaceAll(snapshot, folder),
    relative: (file) =>
      path
        .relative(folder, asPath(file) ?? file)
        .split(path.sep)
        .join('/'),
  };
}

function asPath(file: string): string | undefined {
  if (!file.startsWith('file:')) {
    return path.isAbsolute(file) ? file : undefined;
  }
  return fileURLToPath(file);
}
