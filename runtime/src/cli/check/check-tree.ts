import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { checkAgent, checkRuntimeConfig, inFileOrder } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { diskFolder } from '../../registry/disk-folder.ts';
import { descriptorIn, isScanned, scanForAgents } from '../../registry/scan.ts';

export type CheckedTree = {
  /** The files that were checked, relative to the root. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
};

const configNames: ReadonlySet<string> = new Set(['runtime-config.yaml', 'runtime-config.yml']);

/** Checks every agent and configuration below a folder, or one file. Paths of problems are relative to the folder. */
export function checkTree(path: string): CheckedTree {
  const isFile = statSync(path).isFile();
  const root = realpathSync(isFile ? dirname(path) : path);
  const wanted = isFile ? basename(path) : undefined;
  if (wanted !== undefined && !/^agent\.ya?ml$/.test(wanted)) return checkConfigs(root, [join(root, wanted)]);
  const agents = checkAgents(root, wanted === undefined ? scanForAgents(root) : [root]);
  const configs = wanted === undefined ? checkConfigs(root, configsBelow(root)) : { files: [], problems: [] };
  return { files: [...agents.files, ...configs.files].toSorted(), problems: inFileOrder([...agents.problems, ...configs.problems]) };
}

function checkAgents(root: string, folders: readonly string[]): CheckedTree {
  const checked = folders.map((folder) => {
    const path = relativePath(root, folder);
    const { descriptor, problems } = checkAgent(diskFolder(folder, { path }));
    const file = `${path === '' ? '' : `${path}/`}${descriptor?.file ?? descriptorIn(folder) ?? ''}`;
    return { ours: descriptor !== undefined, file, problems };
  });
  return { files: checked.filter(({ ours }) => ours).map(({ file }) => file), problems: checked.flatMap(({ problems }) => problems) };
}

function checkConfigs(root: string, paths: readonly string[]): CheckedTree {
  const files = paths.map((path) => relativePath(root, path));
  return { files, problems: paths.flatMap((path, i) => checkRuntimeConfig(readFileSync(path, 'utf8'), files[i] ?? '').problems) };
}

function configsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile() && configNames.has(entry.name)) return [path];
    return entry.isDirectory() && isScanned(entry.name) ? configsBelow(path) : [];
  });
}

function relativePath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}
