import { basename, dirname, join } from 'node:path';
import type { FileFact } from '@hermes-runtime/contract';
import type { Disk, DiskEntry } from '../index/disk.ts';
import { isBelow } from '../index/paths.ts';

/** A thing in a folder of the mirror: a file with its text, if anybody needs that, or a folder. */
type Mirrored = { readonly text: string | undefined } | 'folder';

/** A copy of the files that an editor sent. It knows no links, and nothing of permissions. */
export class FileMirror implements Disk {
  readonly #things = new Map<string, Mirrored>();
  readonly #names = new Map<string, Set<string>>();

  /** Answers whether anything is other than before. */
  put(path: string, text: string | undefined): boolean {
    const known = this.#things.get(path);
    if (known === 'folder' || (known !== undefined && known.text === text)) return false;
    this.#things.set(path, { text });
    if (known === undefined) this.#addToFolder(path);
    return true;
  }

  /** Forgets a file, or a folder with all below it; answers whether there was one. */
  remove(path: string): boolean {
    const folder = dirname(path);
    const known = this.#things.get(path);
    if (known === undefined) return false;
    for (const name of this.#names.get(path) ?? []) this.remove(join(path, name));
    this.#things.delete(path);
    this.#names.delete(path);
    this.#names.get(folder)?.delete(basename(path));
    return true;
  }

  readonly readText = (path: string): string | undefined => {
    const known = this.#things.get(path);
    return known === 'folder' ? undefined : known?.text;
  };

  readonly exists = (path: string): boolean => this.#things.has(path);

  readonly kindOf = (path: string): 'folder' | 'file' | 'nothing' => {
    const known = this.#things.get(path);
    return known === undefined ? 'nothing' : known === 'folder' ? 'folder' : 'file';
  };

  readonly entriesOf = (folder: string): readonly DiskEntry[] =>
    [...(this.#names.get(folder) ?? [])].toSorted().map((name) => {
      const isFolder = this.kindOf(join(folder, name)) === 'folder';
      return { name, isDirectory: () => isFolder, isFile: () => !isFolder, isSymbolicLink: () => false };
    });

  readonly realPath = (path: string): string | undefined => (this.#things.has(path) ? path : undefined);

  readonly factOf = (folder: string, file: string): FileFact | undefined => {
    const path = join(folder, file);
    const kind = this.kindOf(path);
    const inside = isBelow(path, folder);
    // Nobody can say whether such a file may be executed, so nothing is said against it; nor that it is missing where nothing was sent.
    if (kind === 'nothing') return this.exists(folder) ? undefined : { kind: 'file', executable: true, inside };
    return { kind, executable: true, inside };
  };

  #addToFolder(path: string): void {
    for (let below = path, folder = dirname(path); folder !== below; below = folder, folder = dirname(folder)) {
      const names = this.#names.get(folder) ?? new Set();
      this.#names.set(folder, names.add(basename(below)));
      if (this.#things.get(folder) === 'folder') return;
      this.#things.set(folder, 'folder');
    }
  }
}
