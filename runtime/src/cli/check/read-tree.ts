import { statSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import type { Tree } from '@hermes-runtime/contract';
import { createEnvironments } from '../../environment/find-environments.ts';
import { diskFolder } from '../../registry/disk-folder.ts';
import { scan } from '../../registry/scan.ts';

/** What there is to check at a path: a folder with all below it, one agent by its descriptor, or one configuration. */
export function readTree(path: string): Tree {
  const { installed } = createEnvironments({});
  if (statSync(path).isFile()) {
    const isAgent = /^agent\.ya?ml$/.test(basename(path));
    return isAgent
      ? { agents: [diskFolder(dirname(path), { installed })], configs: [] }
      : { agents: [], configs: configsAt([basename(path)], dirname(path)) };
  }
  const { agents, configs } = scan(path);
  const inTree = (file: string): string => relative(path, file).split(sep).join('/');
  return {
    agents: agents.map((folder) => diskFolder(folder, { path: inTree(folder), installed })),
    configs: configsAt(configs.map(inTree), path),
  };
}

/** A link that leads nowhere, or a file that went away since it was found, is no configuration. */
function configsAt(paths: readonly string[], root: string): Tree['configs'] {
  const folder = diskFolder(root);
  return paths.filter((path) => folder.stat(path)?.kind === 'file').map((path) => ({ path, text: folder.readText(path) }));
}
