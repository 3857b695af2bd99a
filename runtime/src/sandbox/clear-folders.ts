import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Empties folders of a worker in which no code of an agent runs at this moment.
 * `true` when nothing is left in them; links are removed and not followed.
 */
export async function clearFolders(folders: readonly string[]): Promise<boolean> {
  try {
    const entries = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
    await Promise.all(entries.map((path) => rm(path, { recursive: true, force: true })));
    return true;
  } catch {
    // Whatever cannot be removed must not be found by the next task: the worker is not used again.
    return false;
  }
}
