import { basename, dirname } from 'node:path';
import { checkConfig } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { editorFolder, type Sources } from './editor-folder.ts';
import { isBelow, portable } from './paths.ts';

type IndexedConfig = { root: string; problems: readonly Problem[] };

/** The configurations of a workspace, by their paths, and which of them are to be looked at. */
export class IndexedConfigs {
  readonly #sources: Sources;
  readonly #known = new Map<string, IndexedConfig>();
  readonly #dirty = new Set<string>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** One that is to be checked. */
  get next(): string | undefined {
    return this.#dirty.values().next().value;
  }

  /** A configuration was found, or touched. */
  add(path: string): void {
    this.#dirty.add(path);
    if (!this.#known.has(path)) this.#known.set(path, { root: dirname(path), problems: [] });
  }

  touchBelow(folder: string): void {
    for (const path of this.#known.keys()) if (isBelow(path, folder)) this.#dirty.add(path);
  }

  /** The folders of the window are others now: looks again at all that lie elsewhere by that. */
  reroot(rootOf: (path: string) => string | undefined): void {
    for (const [path, { root }] of this.#known) if (rootOf(path) !== root) this.#dirty.add(path);
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

  /** Checks one, and forgets it if it is gone, or lies in no folder of the window and is not open; answers its root. */
  check(path: string, root: string | undefined): string | undefined {
    this.#dirty.delete(path);
    const config = this.#known.get(path);
    if (config === undefined) return undefined;
    config.root = root ?? dirname(path);
    const folder = editorFolder(dirname(path), '', this.#sources);
    const isOpen = this.#sources.textAt(path) !== undefined;
    const isThere = isOpen || (root !== undefined && this.#sources.disk.exists(path) && folder.stat(basename(path))?.kind === 'file');
    config.problems = isThere ? checkConfig(folder.readText(basename(path)), portable(config.root, path)) : [];
    if (!isThere) this.#known.delete(path);
    return config.root;
  }
}
