import { URI } from 'vscode-uri';

/**
 * The address of a file as one absolute path, so that everything that knows paths knows it: its file system is the first folder,
 * as in `/vscode-vfs:github/owner/repository/agent.yaml` and `/memfs:/agent.yaml`. Undefined for what is no file.
 */
export function pathOf(uri: string): string | undefined {
  try {
    const { scheme, authority, path } = URI.parse(uri, true);
    if (!path.startsWith('/') && authority === '') return undefined;
    return `/${scheme}:${encodeURIComponent(authority)}${path.replace(/\/+$/, '')}`;
  } catch {
    // No address at all: nothing of ours lies there.
    return undefined;
  }
}

export function uriOf(path: string): string {
  const [, scheme = 'file', authority = '', rest = ''] = /^\/([^/:]+):([^/]*)(.*)$/s.exec(path) ?? [];
  return URI.from({ scheme, authority: decodeURIComponent(authority), path: rest === '' ? '/' : rest }).toString();
}
