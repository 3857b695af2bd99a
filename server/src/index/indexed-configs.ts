import { basename, dirname } from 'node:path';
import { checkConfig } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { editorFolder } from './editor-folder.ts';
import { isBelow, portable } from './paths.ts';

type IndexedConfig = { readonly root: string; problems: readonly Problem[] };

/** The configurations of a workspace, by their paths, and which of them are to be looked at. */
export class IndexedConfigs {
  readonly #bufferOf: (path: string) => string | undefined;
  readonly #known = new Map<string, IndexedConfig>();
  readonly #dirty = new Set<string>();

  constructor(bufferOf: (path: string) => string | undefined) {
    this.#bufferOf = bufferOf;
  }

  /** One that is to be checked. */
  get next(): string | undefined {
    return [...this.#dirty][0];
  }

  /** A configuration was found, or touched; `root` is the workspace folder that it lies in. */
  add(path: string, root: string = dirname(path)): void {
    this.#dirty.add(path);
    if (!this.#known.has(path)) this.#known.set(path, { root, problems: [] });
  }

  touchBelow(folder: string): void {
    for (const path of this.#known.keys()) if (isBelow(path, folder)) this.#dirty.add(path);
  }

  /** Forgets those of a workspace folder; answers their paths. */
  removeRoot(root: string): string[] {
    const gone = [...this.#known].flatMap(([path, config]) => (config.root === root ? [path] : []));
    for (const path of gone) this.#known.delete(path);
    return gone;
  }

  has(path: string): boolean {
    return this.#known.has(path);
  }

  isDirty(path: string): boolean {
    return this.#dirty.has(path);
  }

  problemsAt(path: string): readonly Problem[] {
    return this.#known.get(path)?.problems ?? [];
  }

  /** Checks one, and forgets it if it is gone; answers its root. */
  check(path: string): string | undefined {
    this.#dirty.delete(path);
    const config = this.#known.get(path);
    if (config === undefined) return undefined;
    const folder = editorFolder(dirname(path), '', this.#bufferOf);
    const isThere = folder.stat(basename(path))?.kind === 'file';
    config.problems = isThere ? checkConfig(folder.readText(basename(path)), portable(config.root, path)) : [];
    if (!isThere) this.#known.delete(path);
    return config.root;
  }
}
