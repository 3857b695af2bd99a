import type { AgentFolder } from '../../agent-folder.ts';
import type { CodeFacts, CodeLanguage, Import } from '../../code/code-facts.ts';
import type { LocalModules } from '../../code/local-modules.ts';
import { codeLanguageOf, readCode } from '../../code/read-code.ts';

/** One file of an agent's code. */
export type CodeFile = { readonly file: string; readonly text: string; readonly facts: CodeFacts };

/** Re-exports are followed this far, and so many files of an agent are read. */
const maxHops = 4;
const maxFiles = 64;

/** A file of the agent's own in its language; undefined when there is no text of it. */
export function readFile(folder: AgentFolder, file: string, language: CodeLanguage): CodeFile | undefined {
  const text = folder.readText(file);
  return text === undefined
    ? undefined
    : { file, text, facts: (folder.readCode ?? readCode)(text, codeLanguageOf(file) ?? language, file) };
}

/** The file where `execute` really is, when the entrypoint only hands it on from another file of the agent; else the entrypoint. */
export function definingFile(folder: AgentFolder, entry: CodeFile, modules: LocalModules): CodeFile {
  let at = entry;
  for (let hop = 0; hop < maxHops; hop += 1) {
    const module = handedOnFrom(at.facts);
    const files = module === undefined ? [] : (modules.filesOf(module, [], at.file) ?? []);
    const file = files.at(-1);
    const next = file === undefined ? undefined : readFile(folder, file, at.facts.language);
    if (next === undefined || (next.facts.definitions.length === 0 && next.facts.exportedFrom.length === 0)) return hop === 0 ? entry : at;
    at = next;
  }
  return entry;
}

function handedOnFrom({ definitions, exportedFrom }: CodeFacts): string | undefined {
  const [only, ...more] = definitions;
  if (only === undefined) return exportedFrom.length === 1 ? exportedFrom[0] : undefined;
  return more.length === 0 && !only.conditional ? only.from : undefined;
}

/** A file of the agent's own that its entrypoint loads, and whether it always does. */
export type ReachedFile = {
  readonly code: CodeFile;
  readonly certain: boolean;
  /** What loads it first; left out for the entrypoint. */
  readonly by?: { readonly code: CodeFile; readonly import: Import };
};

/** The entrypoint and the agent's own files that it loads, directly or not, as far as they can be read; those that it always loads first. */
export function reachableFiles(folder: AgentFolder, entry: CodeFile, modules: LocalModules): readonly ReachedFile[] {
  const always = new Map<string, ReachedFile>([[entry.file, { code: entry, certain: true }]]);
  const sometimes = new Map<string, ReachedFile>();
  const follow = ({ code }: ReachedFile, into: Map<string, ReachedFile>, isWanted: (one: Import) => boolean): void => {
    for (const one of code.facts.imports) {
      for (const path of isWanted(one) ? (modules.filesOf(one.module, one.names, code.file) ?? []) : []) {
        if (codeLanguageOf(path) === undefined || always.has(path) || sometimes.has(path) || always.size + sometimes.size >= maxFiles)
          continue;
        const next = readFile(folder, path, code.facts.language);
        if (next !== undefined) into.set(path, { code: next, certain: into === always, by: { code, import: one } });
      }
    }
  };
  for (const reached of always.values()) follow(reached, always, ({ topLevel }) => topLevel);
  for (const reached of always.values()) follow(reached, sometimes, ({ topLevel }) => !topLevel);
  for (const reached of sometimes.values()) follow(reached, sometimes, () => true);
  return [...always.values(), ...sometimes.values()];
}

/** The entrypoint and the agent's own files that it loads, directly or not. Undefined when one of them cannot be read whole. */
export function loadedFiles(folder: AgentFolder, entry: CodeFile, modules: LocalModules): readonly CodeFile[] | undefined {
  const files = new Map([[entry.file, entry]]);
  for (const { file, facts } of files.values()) {
    if (!facts.parses) return undefined;
    for (const { module, names } of facts.imports) {
      const loaded = modules.filesOf(module, names, file);
      if (loaded?.length === 0 && module.startsWith('.')) return undefined;
      for (const path of loaded ?? []) {
        if (files.has(path)) continue;
        const next = readFile(folder, path, facts.language);
        if (next === undefined || files.size >= maxFiles) return undefined;
        files.set(path, next);
      }
    }
  }
  return [...files.values()];
}
