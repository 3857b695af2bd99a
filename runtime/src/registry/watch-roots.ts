import { watch, type FSWatcher } from 'chokidar';
import { basename } from 'node:path';
import type { Log } from '../logging/log.ts';
import { isScanned } from './scan.ts';

export type RootWatcher = {
  readonly add: (root: string) => void;
  readonly remove: (root: string) => void;
  readonly close: () => Promise<void>;
};

/**
 * Calls back with the path of everything that changes below the roots.
 * It says too much rather than too little: the registry compares before it acts.
 */
export function watchRoots(onChange: (path: string) => void, log: Log): RootWatcher {
  let watcher: FSWatcher | undefined;
  const open = (root: string): FSWatcher => {
    const fresh = watch(root, { ignoreInitial: true, ignored: (path) => !isScanned(basename(path)), followSymlinks: true });
    fresh.on('all', (_event, path) => onChange(path));
    fresh.on('error', (error) => log.warning('watch.failed', { error }));
    return fresh;
  };
  return {
    add: (root) => {
      if (watcher) watcher.add(root);
      else watcher = open(root);
    },
    remove: (root) => {
      watcher?.unwatch(root);
    },
    close: async () => {
      await watcher?.close();
      watcher = undefined;
    },
  };
}
