import { isMap, own } from '@hermes-runtime/contract';
import { filesMethod, type FilesParams } from '@hermes-runtime/schemas/lsp';
import type { Connection } from 'vscode-languageserver/node';
import { type Served, serve } from '../connection.ts';
import type { Place } from '../index/disk.ts';
import type { FileMirror } from './file-mirror.ts';

/** Serves one editor that sends its files, or some of them, because they lie on no disk; and tells what becomes of them. */
export function serveMirror(connection: Connection, place: Place, mirror: FileMirror): Served {
  const served = serve(connection, place);
  connection.onNotification(filesMethod, (params: unknown) => {
    if (!isFilesParams(params)) return;
    const changed = [
      ...params.gone.flatMap((uri) => place.pathOf(uri) ?? []).filter((path) => mirror.remove(path)),
      ...params.files.flatMap(({ uri, text }) => {
        const path = place.pathOf(uri);
        return path !== undefined && mirror.put(path, text) ? [path] : [];
      }),
    ];
    // Only now, so that nothing is checked beside files of which half are there.
    for (const path of changed) served.touch(path);
  });
  return served;
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
