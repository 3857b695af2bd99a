import type { AgentFolder } from '@hermes-runtime/contract';
import type { BundleFile } from '@hermes-runtime/runtime';

/** An archive as the contract reads a folder: nothing is on a disk yet. */
export function archiveFolder(files: readonly BundleFile[]): AgentFolder {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const folders = new Set(
    files.flatMap(({ path }) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, index, parts) => parts.slice(0, index + 1).join('/')),
    ),
  );
  return {
    path: '',
    readText: (path) => textOf(byPath.get(path)?.content),
    stat: (path) => {
      const file = byPath.get(path);
      if (file) return { kind: 'file', executable: file.executable, inside: true };
      return folders.has(path) ? { kind: 'folder', executable: false, inside: true } : undefined;
    },
    list: () => [...byPath.keys()],
    filesIn: (inner) => {
      const below = inner === '' ? '' : `${inner}/`;
      const paths = [...byPath.keys()].filter((path) => path.startsWith(below));
      return paths.map((path) => path.slice(below.length)).filter((name) => !name.includes('/'));
    },
  };
}

function textOf(content: Buffer | undefined): string | undefined {
  if (content === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    // Not a text: nothing that is checked.
    return undefined;
  }
}
