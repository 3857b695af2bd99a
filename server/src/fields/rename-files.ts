import { configNames, isMap, parseYaml, valueAt, type ValuePath, type YamlSource } from '@hermes-runtime/contract';
import { dirname, join } from 'node:path';
import type { RenameFilesParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { foldersAbove, isBelow, portable } from '../index/paths.ts';
import type { Look } from '../service/feature.ts';
import { descriptorFile } from './agent-places.ts';
import { yamlFile, yamlPlace, type YamlFile } from './yaml-place.ts';

/** Before files or folders get other names: writes these where an agent or a configuration names them. */
export function renameFiles(look: Look, { files }: RenameFilesParams): WorkspaceEdit | null {
  const { documents } = look;
  const moves = files.flatMap(({ oldUri, newUri }): Move[] => {
    const [from, to] = [documents.pathOf(oldUri), documents.pathOf(newUri)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  look.settle();
  const changes = new Map<string, TextEdit[]>();
  for (const { file, edits } of [...descriptorEdits(look, moves), ...configEdits(look, moves)])
    if (edits.length > 0) changes.set(file, edits);
  if (changes.size === 0) return null;
  if (look.client.workspace?.workspaceEdit?.documentChanges !== true)
    return { changes: Object.fromEntries([...changes].map(([file, edits]) => [documents.uriOf(file), edits])) };
  return { documentChanges: [...changes].map(([file, edits]) => ({ textDocument: documents.identify(file), edits })) };
}

type Move = { readonly from: string; readonly to: string };

type FileEdits = { readonly file: string; readonly edits: TextEdit[] };

function descriptorEdits(look: Look, moves: readonly Move[]): FileEdits[] {
  return look.workspace.agents.flatMap((agent) => {
    const file = descriptorFile(agent);
    if (file === undefined) return [];
    const permissions = ['read', 'write'].flatMap((key) => listed(file.yaml, ['permissions', key]));
    return [{ file: file.file, edits: editsOf(file, moves, [{ at: ['runtime', 'entrypoint'], inside: true }, ...permissions]) }];
  });
}

/** Configurations name folders of agents, which lie below them as a rule. */
function configEdits({ workspace, documents }: Look, moves: readonly Move[]): FileEdits[] {
  const folders = new Set(moves.flatMap(({ from }) => [...foldersAbove(from)]));
  const paths = [...folders].flatMap((folder) => configNames.map((name) => join(folder, name))).filter((path) => workspace.isConfig(path));
  return paths.flatMap((path) => {
    const text = documents.textAt(path);
    if (text === undefined) return [];
    const file = yamlFile(path, parseYaml(text));
    const at = ['agent', 'search_path'];
    return [{ file: path, edits: editsOf(file, moves, [{ at }, ...listed(file.yaml, at)]) }];
  });
}

/** A value that names a file or a folder, relative to the file that it stands in; `inside`: it must not lead out of there. */
type NamedPath = { readonly at: ValuePath; readonly inside?: boolean };

function listed(yaml: YamlSource, at: ValuePath): NamedPath[] {
  const list = valueAt(yaml.value, at);
  return Array.isArray(list) ? [...list.keys()].map((index) => ({ at: [...at, index] })) : [];
}

function editsOf(file: YamlFile, moves: readonly Move[], named: readonly NamedPath[]): TextEdit[] {
  const { yaml } = file;
  if (!isMap(yaml.value) || yaml.mendedLine !== undefined) return [];
  return named.flatMap(({ at, inside = false }) => {
    const value = valueAt(yaml.value, at);
    const next = typeof value === 'string' ? pathAfter(value, dirname(file.file), moves) : undefined;
    if (typeof value !== 'string' || next === undefined || (inside && next.startsWith('..'))) return [];
    const field = { agent: '', side: 'anchor', path: [] } as const;
    const [place] = yamlPlace(file, yaml.valueRange(at), { field, name: value, kind: 'schema' });
    const edit = place?.renamed(next);
    return edit === undefined ? [] : [{ range: edit.range, newText: edit.text }];
  });
}

/** How a relative path is written afterwards; undefined where it stays as it is. */
function pathAfter(value: string, folder: string, moves: readonly Move[]): string | undefined {
  // Another machine's path, an address, a pattern: none of these is moved along.
  if (/^(?:[/\\~]|[A-Za-z]:)|[*?[\]{}$]/.test(value)) return undefined;
  const before = join(folder, value);
  const target = moved(before, moves);
  const newFolder = moved(folder, moves);
  const next = portable(newFolder, target);
  if (next === portable(folder, before) || next === '') return undefined;
  const dot = value.startsWith('./') && !next.startsWith('..') ? './' : '';
  return `${dot}${next}${value.endsWith('/') ? '/' : ''}`;
}

function moved(path: string, moves: readonly Move[]): string {
  const bare = path.replace(/[/\\]+$/, '');
  const move = moves.find(({ from }) => isBelow(bare, from));
  return move === undefined ? bare : join(move.to, bare.slice(move.from.length));
}
