import type { CodeReader } from './code/read-code.ts';
import type { YamlReader } from './descriptor/read-yaml.ts';

/** What the outside says about one path inside an agent's folder. */
export type FileFact = {
  readonly kind: 'file' | 'folder';
  readonly executable: boolean;
  /** Whether the real path, links resolved, lies inside the agent's folder. */
  readonly inside: boolean;
  /** False where the file is there and may not be read; left out where nobody looked. */
  readonly readable?: boolean;
  /** The path as it is on the disk, where large and small letters are the same and it was asked for with others. */
  readonly spelled?: string;
};

/** A distribution that is installed where the agent would run. */
export type InstalledPackage = {
  readonly name: string;
  readonly version: string;
  /** The first parts of what it is imported as; left out where nobody looked, or its records do not say. */
  readonly modules?: readonly string[] | undefined;
  /** The folder that it lies in, for people to see. */
  readonly where?: string;
};

/**
 * An agent's folder as the rules see it.
 * The caller does the IO: an editor answers from its buffers first, a program from the disk.
 * No method throws; what cannot be read is `undefined`.
 */
export type AgentFolder = {
  /** The folder, relative to what is checked, with `/`; empty when it is the folder itself. Every `Problem.path` starts with it. */
  readonly path: string;
  /** The text of a file, by its path relative to the folder. */
  readonly readText: (file: string) => string | undefined;
  readonly stat: (file: string) => FileFact | undefined;
  /** Files in the folder, relative, at most a few hundred; for near matches. */
  readonly list: () => readonly string[];
  /** The names of all files right in a folder of it, '' for itself; left out where nobody looks, and then no two are held against each other. */
  readonly filesIn?: (inner: string) => readonly string[];
  /** Packages in the agent's environment; undefined where none is known, and then no rule speaks of what is installed. */
  readonly installed?: (language: 'python' | 'nodejs') => readonly InstalledPackage[] | undefined;
  /** From `createCodeReader`, where the same folder is checked after every keystroke. Left out: the code is read afresh. */
  readonly readCode?: CodeReader;
  /** From `createYamlReader`, likewise. */
  readonly readYaml?: YamlReader;
};
