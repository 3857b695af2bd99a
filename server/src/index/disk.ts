import type { FileFact } from '@hermes-runtime/contract';

/** What a folder says about one thing in it. */
export type DiskEntry = {
  readonly name: string;
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
  readonly isSymbolicLink: () => boolean;
};

/** The files below the editor's buffers: a disk, or a copy of a virtual file system. Paths are absolute. Nothing throws; what cannot be read is not there. */
export type Disk = {
  readonly readText: (path: string) => string | undefined;
  readonly exists: (path: string) => boolean;
  /** What lies at a path; what cannot be looked at is there all the same. */
  readonly kindOf: (path: string) => 'folder' | 'file' | 'nothing';
  readonly entriesOf: (folder: string) => readonly DiskEntry[];
  /** A path with all links followed; undefined where they lead nowhere. */
  readonly realPath: (path: string) => string | undefined;
  readonly factOf: (folder: string, file: string) => FileFact | undefined;
  /** When something was last added to a folder or taken out of it; left out, or undefined, where that is not known, and then nobody knows what is installed there. */
  readonly changedAt?: (folder: string) => number | undefined;
  /** Where the runtime keeps the environments that it made. */
  readonly environments?: string;
};

/** Where a window's files lie: how their addresses are paths, and what is read from these. */
export type Place = {
  readonly disk: Disk;
  /** Undefined for addresses of what is no file. */
  readonly pathOf: (uri: string) => string | undefined;
  readonly uriOf: (path: string) => string;
  /** The page that explains a problem's code, where there is one. */
  readonly pageOf: (code: string) => string | undefined;
};
