import { dirname, relative, sep } from 'node:path';

/** Whether a path is a folder, or lies in it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The folder that a file lies in, and all above it. */
export function* foldersAbove(path: string): Generator<string, void> {
  for (let above = dirname(path); ; above = dirname(above)) {
    yield above;
    if (above === dirname(above)) return;
  }
}

/** A path as seen from a folder, with `/`. */
export function portable(from: string, to: string): string {
  return relative(from, to).split(sep).join('/');
}
