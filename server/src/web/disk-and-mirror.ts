import { normalize, sep } from 'node:path';
import type { Disk, Place } from '../index/disk.ts';
import { pathOf, uriOf } from './addresses.ts';
import type { FileMirror } from './file-mirror.ts';

/** How a path of the mirror begins: with its file system. A drive of Windows has one letter. */
const mirrored = /^[\\/][a-z][\w+.-]+:/i;

/** The files of this machine, and beside them those of other file systems, which an editor sends. */
export function diskAndMirror(local: Place, mirror: FileMirror): Place {
  const diskOf = (path: string): Disk => (mirrored.test(path) ? mirror : local.disk);
  return {
    disk: {
      readText: (path) => diskOf(path).readText(path),
      exists: (path) => diskOf(path).exists(path),
      kindOf: (path) => diskOf(path).kindOf(path),
      entriesOf: (folder) => diskOf(folder).entriesOf(folder),
      realPath: (path) => diskOf(path).realPath(path),
      factOf: (folder, file) => diskOf(folder).factOf(folder, file),
      changedAt: (folder) => diskOf(folder).changedAt?.(folder),
      ...(local.disk.environments === undefined ? {} : { environments: local.disk.environments }),
    },
    pathOf: (uri) => local.pathOf(uri) ?? mirrorPath(uri),
    uriOf: (path) => (mirrored.test(path) ? uriOf(path.replaceAll(sep, '/')) : local.uriOf(path)),
    pageOf: local.pageOf,
  };
}

/** As this machine writes paths, so that its own functions for them know it. */
function mirrorPath(uri: string): string | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : normalize(path);
}
