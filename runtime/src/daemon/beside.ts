import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The first of some places, relative to a module's folder, that exists: a bundle and the sources keep things in different ones. */
export function beside(folder: string, places: readonly string[]): string | undefined {
  return places.map((place) => join(folder, place)).find((path) => existsSync(path));
}
