import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where the pages of the problems lie, beside the bundle or in the sources. */
const places = ['./docs/problems/', '../docs/problems/', '../../docs/problems/', '../../../docs/problems/'];

/** Finds the page of a problem's code; each code is looked for once. */
export function problemPages(): (code: string) => string | undefined {
  const folder = places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(fileURLToPath(place)));
  const known = new Map<string, string | undefined>();
  return (code) => {
    if (folder === undefined) return undefined;
    if (!known.has(code)) {
      const path = fileURLToPath(new URL(`${code}.md`, folder));
      known.set(code, existsSync(path) ? pathToFileURL(path).href : undefined);
    }
    return known.get(code);
  };
}
