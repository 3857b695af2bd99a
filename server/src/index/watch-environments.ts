import { existsSync, watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';

/** The runtime makes at most these folders on its way to the first environment. */
const maxAbove = 2;

/**
 * Says when the runtime has made an environment or thrown one away: no editor watches that folder.
 * As long as there is none, the nearest folder above is watched. Keeps no process alive; `close` may be called twice.
 */
export function watchEnvironments(folder: string, onChanged: () => void): { readonly close: () => void } {
  let watcher: FSWatcher | undefined;
  let watched = '';
  const look = (attempt: number): void => {
    const nearest = watchNearest(folder, () => {
      if (watched !== folder) look(0);
      onChanged();
    });
    watcher?.close();
    ({ watcher, watched } = nearest);
    // It may have come between the look at it and the watch above it. A folder that may not be watched stays unwatched.
    if (nearest.absent !== undefined && existsSync(nearest.absent) && attempt < maxAbove) look(attempt + 1);
  };
  look(0);
  return { close: () => watcher?.close() };
}

type Nearest = {
  readonly watched: string;
  readonly watcher: FSWatcher | undefined;
  /** What is not there yet, right below. */
  readonly absent?: string;
};

function watchNearest(folder: string, listener: () => void): Nearest {
  let watched = folder;
  let absent: string | undefined;
  for (let above = 0; above <= maxAbove; above += 1) {
    try {
      const watcher = watch(watched, { persistent: false }, listener);
      // The folder went, or there are too many watchers on this machine: the next key that is typed looks again.
      watcher.on('error', () => watcher.close());
      return { watched, watcher, ...(absent === undefined ? {} : { absent }) };
    } catch {
      // Not there yet.
      absent = watched;
      watched = dirname(watched);
    }
  }
  return { watched, watcher: undefined };
}
