import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type Store, openStore } from '../src/store/store.ts';
import { HandClock } from './hand-clock.ts';

export type StoreFolders = {
  readonly fresh: () => string;
  readonly open: (folder?: string, clock?: HandClock) => Store;
};

/** Folders and stores of one test file, closed and removed after each test. */
export function storeFolders(): StoreFolders {
  const opened: Store[] = [];
  const folders: string[] = [];
  const fresh = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'hermes-store-'));
    folders.push(folder);
    return folder;
  };
  afterEach(() => {
    for (const store of opened.splice(0)) store.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return {
    fresh,
    open: (folder = fresh(), clock = new HandClock()) => {
      const store = openStore({ folder, clock });
      opened.push(store);
      return store;
    },
  };
}
