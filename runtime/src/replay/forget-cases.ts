import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Removes cases from elsewhere that nobody has sent since a time, in Unix milliseconds by the file system's clock; answers how many. */
export function forgetCases(folder: string, before: number): number {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    // None ever came.
    return 0;
  }
  const old = names
    .map((name) => join(folder, name))
    .filter((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? before) < before);
  for (const path of old) rmSync(path, { force: true });
  return old.length;
}
