import { basename, dirname, join, relative, sep } from 'node:path';
import {
  checkAgent,
  checkConfig,
  configNames,
  duplicateAgentNames,
  inFileOrder,
  type AgentDescriptor,
  type AgentFolder,
} from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { crawl, descriptorNames, hasDescriptor } from './crawl.ts';
import { editorFolder } from './editor-folder.ts';

/** One agent that is known, open or not. */
export type IndexedAgent = {
  /** The workspace folder that it lies in, or its own folder; problems' paths are relative to it. */
  readonly root: string;
  /** Absolute. */
  readonly folder: string;
  readonly files: AgentFolder;
  descriptor?: AgentDescriptor;
  problems: readonly Problem[];
};

type IndexedConfig = { readonly root: string; readonly path: string; problems: readonly Problem[] };

/** What is wrong in one file, by its absolute path. */
export type FileProblems = { readonly path: string; readonly root: string; readonly problems: readonly Problem[] };

/** All agents and configurations of an editor's window. It knows paths and texts; it knows nothing of LSP. */
export class Workspace {
  readonly #bufferOf: (path: string) => string | undefined;
  readonly #roots = new Set<string>();
  readonly #agents = new Map<string, IndexedAgent>();
  readonly #configs = new Map<string, IndexedConfig>();
  readonly #dirtyAgents = new Set<string>();
  readonly #dirtyConfigs = new Set<string>();
  /** Paths that had problems when they were last asked for. */
  #duplicates: readonly Problem[] = [];

  constructor(bufferOf: (path: string) => string | undefined) {
    this.#bufferOf = bufferOf;
  }

  get agents(): readonly IndexedAgent[] {
    return [...this.#agents.values()];
  }

  addRoot(root: string): void {
    this.#roots.add(root);
    const { agents, configs } = crawl(root);
    for (const folder of agents) this.#addAgent(folder);
    for (const path of configs) this.#addConfig(path);
  }

  /** Forgets a workspace folder; answers the files whose problems are no longer anybody's. */
  removeRoot(root: string): FileProblems[] {
    this.#roots.delete(root);
    const gone = [...this.#agents.values()].filter((agent) => agent.root === root);
    const files = gone.flatMap((agent) => this.#filesOf(agent));
    for (const { folder } of gone) this.#agents.delete(folder);
    for (const [path, config] of this.#configs) {
      if (config.root !== root) continue;
      files.push(path);
      this.#configs.delete(path);
    }
    return [...new Set(files)].map((path) => ({ path, root, problems: [] }));
  }

  /** Something in this file changed, in a buffer or on the disk; it may be new, and it may be gone. */
  touch(path: string): void {
    const name = basename(path);
    const folder = dirname(path);
    if (descriptorNames.includes(name) && (this.#bufferOf(path) !== undefined || hasDescriptor(folder))) this.#addAgent(folder);
    if (configNames.includes(name)) this.#addConfig(path);
    // The agents of all folders above: an entrypoint may lie deeper.
    for (let above = folder; ; above = dirname(above)) {
      if (this.#agents.has(above)) this.#dirtyAgents.add(above);
      if (above === dirname(above)) return;
    }
  }

  /** Checks what was touched; answers every file whose problems may be others now. */
  check(): FileProblems[] {
    const affected = new Map<string, string>();
    for (const folder of this.#dirtyAgents) {
      const agent = this.#agents.get(folder);
      if (agent === undefined) continue;
      for (const file of this.#filesOf(agent)) affected.set(file, agent.root);
      const { descriptor, problems } = checkAgent(agent.files);
      if (descriptor === undefined) delete agent.descriptor;
      else agent.descriptor = descriptor;
      agent.problems = problems;
      for (const file of this.#filesOf(agent)) affected.set(file, agent.root);
    }
    for (const path of this.#dirtyConfigs) this.#checkConfig(path, affected);
    if (this.#dirtyAgents.size > 0) this.#checkNames(affected);
    this.#dirtyAgents.clear();
    this.#dirtyConfigs.clear();
    return [...affected].map(([path, root]) => ({ path, root, problems: this.#problemsOf(path) }));
  }

  /** The agent that a file belongs to: the nearest folder above that has one of ours. */
  agentOf(path: string): IndexedAgent | undefined {
    for (let above = dirname(path); ; above = dirname(above)) {
      const agent = this.#agents.get(above);
      if (agent?.descriptor !== undefined) return agent;
      if (above === dirname(above)) return undefined;
    }
  }

  isConfig(path: string): boolean {
    return this.#configs.has(path);
  }

  #addAgent(folder: string): void {
    this.#dirtyAgents.add(folder);
    if (this.#agents.has(folder)) return;
    const root = this.#rootOf(folder);
    const files = editorFolder(folder, portable(relative(root, folder)), this.#bufferOf);
    this.#agents.set(folder, { root, folder, files, problems: [] });
  }

  #addConfig(path: string): void {
    this.#dirtyConfigs.add(path);
    if (!this.#configs.has(path)) this.#configs.set(path, { root: this.#rootOf(dirname(path)), path, problems: [] });
  }

  #rootOf(folder: string): string {
    const above = [...this.#roots].filter((root) => folder === root || folder.startsWith(root.endsWith(sep) ? root : root + sep));
    return above.toSorted((one, other) => one.length - other.length)[0] ?? folder;
  }

  #checkConfig(path: string, affected: Map<string, string>): void {
    const config = this.#configs.get(path);
    if (config === undefined) return;
    const folder = editorFolder(dirname(path), '', this.#bufferOf);
    const isThere = folder.stat(basename(path))?.kind === 'file';
    config.problems = isThere ? checkConfig(folder.readText(basename(path)), portable(relative(config.root, path))) : [];
    if (!isThere) this.#configs.delete(path);
    affected.set(path, config.root);
  }

  #checkNames(affected: Map<string, string>): void {
    const before = this.#duplicates;
    const roots = new Set([...this.#agents.values()].map(({ root }) => root));
    this.#duplicates = [...roots].flatMap((root) => {
      const contexts = [...this.#agents.values()].flatMap(({ descriptor, files, ...agent }) =>
        agent.root === root && descriptor !== undefined ? [{ folder: files, descriptor }] : [],
      );
      return duplicateAgentNames(contexts).map((problem) => ({ ...problem, path: join(root, problem.path) }));
    });
    for (const { path } of [...before, ...this.#duplicates]) affected.set(path, this.#rootOf(dirname(path)));
  }

  /** Every file that the agent's problems stand in, and its descriptor. */
  #filesOf({ root, folder, descriptor, problems }: IndexedAgent): string[] {
    return [...new Set([join(folder, descriptor?.file ?? descriptorNames[0] ?? ''), ...problems.map(({ path }) => join(root, path))])];
  }

  #problemsOf(path: string): readonly Problem[] {
    const found: Problem[] = [...(this.#configs.get(path)?.problems ?? [])];
    for (const { root, folder, problems } of this.#agents.values()) {
      if (path.startsWith(folder + sep)) found.push(...problems.filter((problem) => join(root, problem.path) === path));
    }
    for (const problem of this.#duplicates) {
      if (problem.path === path) found.push({ ...problem, path: portable(relative(this.#rootOf(dirname(path)), path)) });
    }
    return inFileOrder(found);
  }
}

function portable(path: string): string {
  return path.split(sep).join('/');
}
