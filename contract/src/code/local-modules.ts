import type { AgentFolder } from '../agent-folder.ts';
import type { CodeLanguage } from './code-facts.ts';

/** Where the modules of an agent's own files lie. Asks the folder once for each; keep it no longer than the folder has the same files. */
export type LocalModules = {
  /**
   * The files, relative to the folder, that an import loads from the agent's own folder; none when it has no code there that can be read.
   * Undefined when the module is not of this folder.
   */
  readonly filesOf: (module: string, names: readonly string[], from: string) => readonly string[] | undefined;
  /** Files beside a file whose names differ from its own in large and small letters only. */
  readonly namesakesOf: (file: string) => readonly string[];
};

/** `entrypoint` is where Python looks first; then in the agent's folder. */
export function localModules(folder: Pick<AgentFolder, 'stat' | 'filesIn'>, entrypoint: string, language: CodeLanguage): LocalModules {
  const known = new Map<string, readonly string[] | undefined>();
  const namesakes = new Map<string, readonly string[]>();
  const kinds = new Map<string, 'file' | 'folder' | undefined>();
  const kindOf = (path: string): 'file' | 'folder' | undefined => {
    if (!kinds.has(path)) kinds.set(path, folder.stat(path)?.kind);
    return kinds.get(path);
  };
  return {
    filesOf: (module, names, from) => {
      const key = JSON.stringify([module, names, folderOf(from)]);
      if (!known.has(key)) {
        const found = language === 'python' ? pythonFiles(kindOf, module, names, from, entrypoint) : javascriptFiles(kindOf, module, from);
        known.set(key, found);
      }
      return known.get(key);
    },
    namesakesOf: (file) => {
      const found = namesakes.get(file) ?? namesakesOf(folder, file);
      namesakes.set(file, found);
      return found;
    },
  };
}

/** Where nobody lists a folder, and where the file itself is not in it, there is none. */
export function namesakesOf({ filesIn }: Pick<AgentFolder, 'filesIn'>, file: string): readonly string[] {
  const folder = folderOf(file);
  const name = file.slice(folder === '' ? 0 : folder.length + 1);
  const small = name.toLowerCase();
  const alike = (filesIn?.(folder) ?? []).filter((other) => other.length === name.length && other.toLowerCase() === small);
  return alike.includes(name) ? alike.filter((other) => other !== name).map((other) => join(folder, other)) : [];
}

type KindOf = (path: string) => 'file' | 'folder' | undefined;

function pythonFiles(
  kindOf: KindOf,
  module: string,
  names: readonly string[],
  from: string,
  entrypoint: string,
): readonly string[] | undefined {
  const [dots = '', path = ''] = /^(\.*)(.*)$/.exec(module)?.slice(1) ?? [];
  const steps = path === '' ? [] : path.split('.');
  if (dots === '') {
    const bases = [...new Set([folderOf(entrypoint), ''])];
    return bases.map((base) => pythonFilesIn(kindOf, base, steps, names)).find((files) => files !== undefined);
  }
  let base = folderOf(from);
  for (let up = 1; up < dots.length; up += 1) base = folderOf(base);
  return pythonFilesIn(kindOf, base, steps, names) ?? [];
}

/** The packages on the way, the module, and the names that are modules themselves. Undefined when nothing of that name begins here. */
function pythonFilesIn(kindOf: KindOf, base: string, steps: readonly string[], names: readonly string[]): readonly string[] | undefined {
  const files: string[] = [];
  let at = base;
  for (const [index, step] of steps.entries()) {
    at = join(at, step);
    const isFolder = kindOf(at) === 'folder';
    if (isFolder && kindOf(`${at}/__init__.py`) === 'file') files.push(`${at}/__init__.py`);
    else if (kindOf(`${at}.py`) === 'file') files.push(`${at}.py`);
    else if (!isFolder) return index === 0 ? undefined : files;
  }
  for (const name of names) if (kindOf(`${join(at, name)}.py`) === 'file') files.push(`${join(at, name)}.py`);
  return files;
}

const endings = ['', '.js', '.mjs', '.cjs', '.ts', '/index.js', '/index.mjs', '/index.cjs', '/index.ts'];

/** Paths alone are of the folder; a name is a package, whatever lies beside the file. */
function javascriptFiles(kindOf: KindOf, module: string, from: string): readonly string[] | undefined {
  if (!/^\.{0,2}\/|^\.{1,2}$/.test(module)) return undefined;
  const path = module.startsWith('/') ? undefined : normal(join(folderOf(from), module));
  if (path === undefined) return [];
  const asTypescript = path.replace(/\.([cm]?)js$/, '.$1ts');
  const found = [...endings.map((ending) => path + ending), asTypescript].find((file) => kindOf(file) === 'file');
  return found === undefined ? [] : [found];
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Without `.` and `..`; undefined when it leaves the folder. */
function normal(path: string): string | undefined {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (step !== '..' && step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
