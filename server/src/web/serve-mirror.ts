import { isMap, own } from '@hermes-runtime/contract';
import { filesMethod, type FilesParams } from '@hermes-runtime/schemas/lsp';
import type { Connection } from 'vscode-languageserver/node';
import { serve } from '../connection.ts';
import { pathOf, uriOf } from './addresses.ts';
import { FileMirror } from './file-mirror.ts';

/** Serves one editor whose files lie nowhere on a disk: it sends them, and tells what becomes of them. */
export function serveMirror(connection: Connection): void {
  const mirror = new FileMirror();
  const { touch } = serve(connection, { disk: mirror, pathOf, uriOf, pageOf: () => undefined });
  connection.onNotification(filesMethod, (params: unknown) => {
    if (!isFilesParams(params)) return;
    const changed = [
      ...params.gone.flatMap((uri) => pathOf(uri) ?? []).filter((path) => mirror.remove(path)),
      ...params.files.flatMap(({ uri, text }) => {
        const path = pathOf(uri);
        return path !== undefined && mirror.put(path, text) ? [path] : [];
      }),
    ];
    // Only now, so that nothing is checked beside files of which half are there.
    for (const path of changed) touch(path);
  });
}

function isFilesParams(params: unknown): params is FilesParams {
  const [files, gone] = [own(params, 'files'), own(params, 'gone')];
  return (
    Array.isArray(gone) &&
    gone.every((uri) => typeof uri === 'string') &&
    Array.isArray(files) &&
    files.every((file) => isMap(file) && typeof file['uri'] === 'string' && ['string', 'undefined'].includes(typeof file['text']))
  );
}
