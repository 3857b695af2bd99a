import { watch, type FSWatcher } from 'chokidar';
import { basename } from 'node:path';
import type { Log } from '../logging/log.ts';
import { isScanned } from './scan.ts';

export type RootWatcher = {
  readonly add: (root: string) => void;
  readonly close: () => Promise<void>;
};

/**
 * Calls back with the path of everything that changes below the roots, and with a root itself once it is watched:
 * what was saved between the scan and that moment would otherwise be missed.
 * It says too much rather than too little: the registry compares before it acts.
 */
export function watchRoots(onChange: (path: string) => void, log: Log): RootWatcher {
  const watchers = new Map<string, FSWatcher>();
  return {
    add: (root) => {
      if (watchers.has(root)) return;
      const watcher = watch(root, { ignoreInitial: true, ignored: (path) => path !== root && !isScanned(basename(path)) });
      watcher.on('all', (_event, path) => onChange(path));
      watcher.on('ready', () => onChange(root));
      watcher.on('error', (error) => log.warning('watch.failed', { root, error }));
      watchers.set(root, watcher);
    },
    close: async () => {
      await Promise.all([...watchers.values()].map((watcher) => watcher.close()));
      watchers.clear();
    },
  };
}
