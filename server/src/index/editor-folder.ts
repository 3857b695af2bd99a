import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createCodeReader, createYamlReader, readCode, type AgentFolder, type CodeReader, type FileFact } from '@hermes-runtime/contract';

/** For near matches only, so a few hundred names are enough. */
const maxListed = 300;

/** An agent's folder that reads what it has again and again. */
export type EditorFolder = AgentFolder & Required<Pick<AgentFolder, 'readCode' | 'readYaml'>>;

/** What an editor has open. */
export type Buffers = {
  readonly textAt: (path: string) => string | undefined;
  /** The open files in a folder and below. */
  readonly pathsBelow: (folder: string) => readonly string[];
};

/** An agent's folder as an editor has it: an open buffer wins over the disk. Nothing throws; what cannot be read is not there. */
export function editorFolder(folder: string, path: string, { textAt }: Pick<Buffers, 'textAt'>): EditorFolder {
  return {
    path,
    readText: (file) => textAt(join(folder, file)) ?? textOnDisk(join(folder, file)),
    stat: (file) => factOf(folder, file) ?? (textAt(join(folder, file)) === undefined ? undefined : unsaved),
    list: () => filesIn(folder),
    readCode: codeReader(),
    readYaml: createYamlReader(),
  };
}

/**
 * Reads an agent's code after each keystroke. What was read is kept from the second time on, which is when somebody works on the agent:
 * a thousand others must not fill the memory.
 */
function codeReader(): CodeReader {
  let state: 'unread' | 'read once' | CodeReader = 'unread';
  return (text, language) => {
    if (state === 'unread') {
      state = 'read once';
      return readCode(text, language);
    }
    if (state === 'read once') state = createCodeReader();
    return state(text, language);
  };
}

/** A file that is open and not on the disk yet. */
const unsaved: FileFact = { kind: 'file', executable: false, inside: true };

function textOnDisk(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Absent, a folder, or not readable: the rules have words for a file that is not there.
    return undefined;
  }
}

function factOf(folder: string, file: string): FileFact | undefined {
  try {
    const root = realpathSync(folder);
    const real = realpathSync(join(folder, file));
    const stat = statSync(real);
    if (!stat.isFile() && !stat.isDirectory()) return undefined;
    return {
      kind: stat.isFile() ? 'file' : 'folder',
      executable: (stat.mode & constants.S_IXUSR) !== 0,
      inside: real === root || real.startsWith(root + sep),
      readable: mayRead(real),
    };
  } catch {
    // A path that leads nowhere, or has a NUL in it.
    return undefined;
  }
}

function mayRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    // That is the answer.
    return false;
  }
}

function filesIn(folder: string): readonly string[] {
  const found: string[] = [];
  const open = [folder];
  for (let next = open.shift(); next !== undefined && found.length < maxListed; next = open.shift()) {
    for (const entry of entriesOf(next)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === '__pycache__') continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile()) found.push(relative(folder, path).split(sep).join('/'));
    }
  }
  return found.toSorted().slice(0, maxListed);
}

function entriesOf(folder: string): { name: string; isDirectory: () => boolean; isFile: () => boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Gone since it was listed, or not ours to read.
    return [];
  }
}
