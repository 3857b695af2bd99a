import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import type { Tree } from '@hermes-runtime/contract';
import { diskFolder } from '../../registry/disk-folder.ts';
import { scan } from '../../registry/scan.ts';

/** What there is to check at a path: a folder with all below it, one agent by its descriptor, or one configuration. */
export function readTree(path: string): Tree {
  if (statSync(path).isFile()) {
    const isAgent = /^agent\.ya?ml$/.test(basename(path));
    return isAgent
      ? { agents: [diskFolder(dirname(path))], configs: [] }
      : { agents: [], configs: [{ path: basename(path), text: readFileSync(path, 'utf8') }] };
  }
  const { agents, configs } = scan(path);
  const inTree = (file: string): string => relative(path, file).split(sep).join('/');
  return {
    agents: agents.map((folder) => diskFolder(folder, { path: inTree(folder) })),
    configs: configs.map((file) => ({ path: inTree(file), text: readFileSync(file, 'utf8') })),
  };
}
