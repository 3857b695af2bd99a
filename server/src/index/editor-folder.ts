import { join, relative, sep } from 'node:path';
import {
  createCodeReader,
  createYamlReader,
  readCode,
  valueAt,
  type AgentFolder,
  type CodeReader,
  type FileFact,
} from '@hermes-runtime/contract';
import { descriptorNames } from './crawl.ts';
import type { Disk } from './disk.ts';
import { installedPackages } from './installed-packages.ts';

/** For near matches only, so a few hundred names are enough. */
const maxListed = 300;

/** An agent's folder that reads what it has again and again. */
export type EditorFolder = AgentFolder &
  Required<Pick<AgentFolder, 'readCode' | 'readYaml'>> & {
    /** The names of the files right in a folder of it. */
    readonly filesIn: (inner: string) => readonly string[];
  };

/** What an editor has open. */
export type Buffers = {
  readonly textAt: (path: string) => string | undefined;
  /** The open files in a folder and below. */
  readonly pathsBelow: (folder: string) => readonly string[];
};

/** What a window's files are read from: what is open first, then what lies on the disk. */
export type Sources = Buffers & { readonly disk: Disk };

/** An agent's folder as an editor has it: an open buffer wins over the disk. Nothing throws; what cannot be read is not there. */
export function editorFolder(folder: string, path: string, { textAt, disk }: Pick<Sources, 'textAt' | 'disk'>): EditorFolder {
  const readText = (file: string): string | undefined => textAt(join(folder, file)) ?? disk.readText(join(folder, file));
  const readYaml = createYamlReader();
  const installedFor = installedPackages(folder, disk);
  return {
    path,
    readText,
    stat: (file) => disk.factOf(folder, file) ?? (textAt(join(folder, file)) === undefined ? undefined : unsaved),
    list: () => filesBelow(folder, disk),
    filesIn: fileNames(folder, disk),
    readCode: codeReader(),
    readYaml,
    installed: (language) => {
      const text = descriptorNames.map((name) => readText(name)).find((one) => one !== undefined);
      const listed = text === undefined ? undefined : valueAt(readYaml(text).value, ['runtime', 'dependencies']);
      return installedFor(language, Array.isArray(listed) ? listed.filter((one) => typeof one === 'string') : []);
    },
  };
}

/** The same folder for one check: several rules ask the same, and each answer costs a handful of system calls. */
export function askedOnce(files: EditorFolder): EditorFolder {
  const { readText, stat, installed } = files;
  return { ...files, readText: once(readText), stat: once(stat), ...(installed === undefined ? {} : { installed: once(installed) }) };
}

function once<Asked, Answer>(ask: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, { readonly answer: Answer }>();
  return (asked) => {
    const before = known.get(asked) ?? { answer: ask(asked) };
    known.set(asked, before);
    return before.answer;
  };
}

/**
 * Reads an agent's code after each keystroke. What was read is kept from the second time on, which is when somebody works on the agent:
 * a thousand others must not fill the memory.
 */
function codeReader(): CodeReader {
  let state: 'unread' | 'read once' | CodeReader = 'unread';
  return (text, language, file) => {
    if (state === 'unread') {
      state = 'read once';
      return readCode(text, language);
    }
    if (state === 'read once') state = createCodeReader();
    return state(text, language, file);
  };
}

/** Asked at every keystroke: a folder is listed again only when something came or went. */
function fileNames(folder: string, disk: Disk): EditorFolder['filesIn'] {
  const known = new Map<string, { readonly at: number; readonly names: readonly string[] }>();
  return (inner) => {
    const path = join(folder, inner);
    const at = disk.changedAt?.(path);
    const before = known.get(inner);
    if (before !== undefined && before.at === at) return before.names;
    const names = disk.entriesOf(path).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
    if (at !== undefined) known.set(inner, { at, names });
    return names;
  };
}

/** A file that is open and not on the disk yet. */
const unsaved: FileFact = { kind: 'file', executable: false, inside: true };

function filesBelow(folder: string, disk: Disk): readonly string[] {
  const found: string[] = [];
  const open = [folder];
  for (let next = open.shift(); next !== undefined && found.length < maxListed; next = open.shift()) {
    for (const entry of disk.entriesOf(next)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === '__pycache__') continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile()) found.push(relative(folder, path).split(sep).join('/'));
    }
  }
  return found.toSorted().slice(0, maxListed);
}
