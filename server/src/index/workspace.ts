import { basename, dirname, join } from 'node:path';
import {
  checkAgent,
  codeLanguageOf,
  configNames,
  describeAgent,
  inFileOrder,
  recheckCode,
  valueAt,
  type AgentDescriptor,
  type CheckedAgent,
} from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import { crawl, descriptorNames, hasDescriptor, isCrawled, type CrawledFolder } from './crawl.ts';
import { editorFolder, askedOnce, type EditorFolder, type Sources } from './editor-folder.ts';
import type { FileProblems, IndexedAgent } from './indexed-agent.ts';
import { IndexedConfigs } from './indexed-configs.ts';
import { carryOn } from './last-good.ts';
import { foldersAbove, isBelow, portable } from './paths.ts';
import { SharedNames } from './shared-names.ts';

/** Files that were looked at, and the root of each. */
type Affected = Map<string, string>;

/**
 * All agents and configurations of an editor's window. It knows paths and texts; it knows nothing of LSP.
 * Nothing is looked for or checked before it is asked for: `step` does a little of what is left, `checkNear` what one file needs.
 */
export class Workspace {
  readonly #sources: Sources;
  readonly #roots = new Set<string>();
  /** Where agents are still to be found, by the folder that is looked through. */
  readonly #crawls = new Map<string, Generator<CrawledFolder, void>>();
  readonly #agents = new Map<string, IndexedAgent>();
  readonly #configs: IndexedConfigs;
  /** Folders of agents to be checked: those that somebody works on before those that were only found. */
  readonly #touched = new Map<string, 'anything' | 'only code'>();
  readonly #found = new Set<string>();
  readonly #names = new SharedNames();
  #namesChecked = true;
  /** Files of agents that lie in another folder of the window now, as it were. */
  readonly #stale: Affected = new Map();

  constructor(sources: Sources) {
    this.#sources = sources;
    this.#configs = new IndexedConfigs(sources);
  }

  get agents(): readonly IndexedAgent[] {
    return [...this.#agents.values()].filter(({ descriptor }) => descriptor !== undefined);
  }

  addRoot(root: string): void {
    this.#roots.add(root);
    this.#crawls.set(root, crawl(root, this.#sources.disk));
    this.#reroot();
  }

  /** Forgets a workspace folder; what is open in it is looked at by itself from then on. */
  removeRoot(root: string): void {
    this.#roots.delete(root);
    for (const path of this.#crawls.keys()) if (this.#rootOf(path) === undefined) this.#crawls.delete(path);
    this.#reroot();
  }

  /** Somebody types in a file that was open before: if that is code, nothing else has to be looked at again. */
  type(path: string): void {
    if (codeLanguageOf(path) === undefined) return this.touch(path);
    for (const above of foldersAbove(path)) if (this.#agents.has(above) && !this.#touched.has(above)) this.#touched.set(above, 'only code');
  }

  /** Something changed here, in a buffer or on the disk: a file or a folder, which may be new, and may be gone. */
  touch(path: string): void {
    if (path === this.#sources.disk.environments) return this.#touchDependent();
    const name = basename(path);
    const folder = dirname(path);
    const isOpen = this.#sources.textAt(path) !== undefined;
    if (isOpen || !this.#isSkipped(path)) {
      if (descriptorNames.includes(name) && (isOpen || hasDescriptor(folder, this.#sources.disk)))
        this.#touched.set(this.#agentIn(folder).folder, 'anything');
      else if (configNames.includes(name)) this.#configs.add(path);
      else if (!isOpen) this.#touchFolder(path);
    } else if (this.#configs.has(path)) this.#configs.add(path);
    const isAsked = isOpen || (descriptorNames.includes(name) && this.#sources.pathsBelow(folder).length > 0);
    if (isAsked && this.#isSkipped(path)) this.#touchNearest(path);
    // The agents of all folders above: an entrypoint may lie deeper.
    for (const above of foldersAbove(path)) if (this.#agents.has(above)) this.#touched.set(above, 'anything');
  }

  /** Does one small piece of what is left; answers every file whose problems may be others now, and undefined when all is done. */
  step(): FileProblems[] | undefined {
    const affected: Affected = new Map(this.#stale);
    this.#stale.clear();
    const config = this.#configs.next;
    const [folder] = this.#touched.size > 0 ? this.#touched.keys() : this.#found;
    if (this.#touched.size === 0 && config !== undefined) this.#checkConfig(config, affected);
    else if (folder !== undefined) this.#check(folder, affected);
    else if (this.#crawls.size > 0) this.#find();
    else if (this.#namesChecked) return undefined;
    if (this.#isAllChecked && !this.#namesChecked) {
      for (const { path, root } of this.#names.check([...this.#agents.values()])) affected.set(path, root);
      this.#namesChecked = true;
    }
    return this.#problemsIn(affected);
  }

  /** Finds the agent that a file belongs to, at once, and leaves all else for later: its rules too. */
  describeNear(path: string): void {
    for (const above of foldersAbove(path)) {
      // Later on, all that lies in a workspace folder is known.
      if (this.#crawls.size > 0 && !this.#agents.has(above) && hasDescriptor(above, this.#sources.disk))
        this.#found.add(this.#agentIn(above).folder);
      const agent = this.#agents.get(above);
      if (agent !== undefined && this.#isUnchecked(above) && this.#touched.get(above) !== 'only code')
        describe(agent, describeAgent(agent.files));
      if (agent?.descriptor !== undefined || this.#roots.has(above)) break;
    }
  }

  /** Finds every agent whose descriptor has one of these words, a little at each step, and leaves all else for later. */
  *findSaying(words: readonly string[]): Generator<void, void> {
    while (this.#crawls.size > 0) {
      this.#crawlOn();
      yield;
    }
    for (const folder of [...this.#touched.keys(), ...this.#found]) {
      const agent = this.#agents.get(folder);
      if (agent === undefined || !this.#isUnchecked(folder) || this.#touched.get(folder) === 'only code') continue;
      if (agent.descriptor !== undefined || says(agent.files, words)) describe(agent, describeAgent(agent.files));
      yield;
    }
  }

  /** Checks the agent or the configuration of one file, at once. */
  checkNear(path: string): FileProblems[] {
    const affected: Affected = new Map();
    if (this.#configs.isDirty(path)) this.#checkConfig(path, affected);
    this.describeNear(path);
    const { folder } = this.agentOf(path) ?? {};
    if (folder !== undefined && this.#isUnchecked(folder)) this.#check(folder, affected);
    return this.#problemsIn(affected);
  }

  /** The agent that a file belongs to: the nearest folder above that has one of ours. */
  agentOf(path: string): IndexedAgent | undefined {
    for (const above of foldersAbove(path)) {
      const agent = this.#agents.get(above);
      if (agent?.descriptor !== undefined) return agent;
    }
    return undefined;
  }

  isConfig(path: string): boolean {
    return this.#configs.has(path);
  }

  #isUnchecked(folder: string): boolean {
    return this.#touched.has(folder) || this.#found.has(folder);
  }

  get #isAllChecked(): boolean {
    return this.#touched.size + this.#found.size + this.#crawls.size === 0 && this.#configs.next === undefined;
  }

  /** The first agent of all is read in one step and judged in the next: in a process that has just started, both take long. */
  #find(): void {
    this.#crawlOn();
    const [folder = ''] = this.#found;
    const found = this.#agents.get(folder);
    if (found !== undefined && this.#agents.size === 1) describe(found, describeAgent(found.files));
  }

  #crawlOn(): void {
    for (const [path, folders] of this.#crawls) {
      const { value, done } = folders.next();
      if (done === true) this.#crawls.delete(path);
      if (value?.hasAgent === true && !this.#agents.has(value.folder)) this.#found.add(this.#agentIn(value.folder).folder);
      for (const config of value?.configs ?? []) this.#configs.add(config);
      return;
    }
  }

  /** What is installed is another thing now: agents that ask for packages are looked at again. */
  #touchDependent(): void {
    for (const { folder, descriptor } of this.#agents.values())
      if (valueAt(descriptor?.value, ['runtime', 'dependencies']) !== undefined) this.#touched.set(folder, 'anything');
  }

  /** Nobody looks through what lies outside: an open file brings its agent along. */
  #touchNearest(path: string): void {
    for (const above of foldersAbove(path)) {
      if (!this.#agents.has(above) && !hasDescriptor(above, this.#sources.disk)) continue;
      this.#touched.set(this.#agentIn(above).folder, 'anything');
      return;
    }
  }

  /** A folder that appeared is looked through; what is known in it, or lay in one that went, is looked at again. */
  #touchFolder(path: string): void {
    const kind = this.#sources.disk.kindOf(path);
    if (kind === 'folder') this.#crawls.set(path, crawl(path, this.#sources.disk));
    if (kind === 'file') return;
    for (const folder of this.#agents.keys()) if (isBelow(folder, path)) this.#touched.set(folder, 'anything');
    this.#configs.touchBelow(path);
  }

  /** Whether a path lies in no folder of the window, or where nobody keeps agents of their own; what is opened there is looked at all the same. */
  #isSkipped(path: string): boolean {
    const root = this.#rootOf(path);
    return (
      root === undefined ||
      !portable(root, path)
        .split('/')
        .every((name) => isCrawled(name))
    );
  }

  /** The folders of the window are others now: agents that lie in another one by that, or in none, are looked at again. */
  #reroot(): void {
    // Those that are taken out and put in again below must not come up a second time.
    const known = [...this.#agents.values()];
    for (const agent of known) {
      const around = this.#rootOf(agent.folder);
      const root = around ?? agent.folder;
      // One that is a folder of the window itself has the same root without it, and yet may be nobody's now.
      if (around === agent.root) continue;
      for (const file of this.#filesOf(agent)) this.#stale.set(file, root);
      this.#agents.delete(agent.folder);
      this.#touched.set(this.#agentIn(agent.folder).folder, 'anything');
    }
    this.#configs.reroot((path) => this.#rootOf(path));
    this.#namesChecked = false;
  }

  #agentIn(folder: string): IndexedAgent {
    const known = this.#agents.get(folder);
    if (known !== undefined) return known;
    const root = this.#rootOf(folder) ?? folder;
    const agent = { root, folder, files: editorFolder(folder, portable(root, folder), this.#sources), problems: [], kept: [] };
    this.#agents.set(folder, agent);
    return agent;
  }

  #rootOf(path: string): string | undefined {
    return [...this.#roots].filter((root) => isBelow(path, root)).toSorted((one, other) => one.length - other.length)[0];
  }

  #check(folder: string, affected: Affected): void {
    const isOnlyCode = this.#touched.get(folder) === 'only code' && !this.#found.has(folder);
    this.#touched.delete(folder);
    this.#found.delete(folder);
    const agent = this.#agents.get(folder);
    if (agent === undefined) return;
    for (const file of this.#filesOf(agent)) affected.set(file, agent.root);
    const checked = this.#isForgotten(folder)
      ? { problems: [] }
      : isOnlyCode && agent.checked !== undefined
        ? recheckCode(askedOnce(agent.files), agent.checked)
        : checkAgent(askedOnce(agent.files));
    const { descriptor, problems } = checked;
    describe(agent, descriptor);
    agent.problems = problems;
    agent.checked = checked;
    this.#keep(agent, checked);
    for (const file of this.#filesOf(agent)) affected.set(file, agent.root);
    if (descriptor === undefined && problems.length === 0 && (this.#isForgotten(folder) || !hasDescriptor(folder, this.#sources.disk)))
      this.#agents.delete(folder);
    // A thousand agents are held against each other only when it matters to one of them.
    const name = descriptor?.value['name'];
    if (name !== agent.name || this.#names.isShared(name)) this.#namesChecked = false;
    agent.name = name;
  }

  /** While the code is broken, what it was said to be when it was last whole is not forgotten. */
  #keep(agent: IndexedAgent, checked: CheckedAgent): void {
    const readText = (path: string): string | undefined =>
      this.#sources.textAt(join(agent.root, path)) ?? this.#sources.disk.readText(join(agent.root, path));
    const isOpen = this.#sources.pathsBelow(agent.folder).length > 0;
    Object.assign(agent, isOpen ? carryOn(agent.lastGood, checked, readText) : { kept: [], lastGood: undefined });
  }

  /** Outside of the folders of the window, and of what is crawled in them, an agent is looked at while a file of it is open. */
  #isForgotten(folder: string): boolean {
    if (!this.#isSkipped(folder)) return false;
    const open = this.#sources.pathsBelow(folder).filter((path) => !configNames.includes(basename(path)));
    return !open.some((path) => [...foldersAbove(path)].find((above) => this.#agents.has(above)) === folder);
  }

  #checkConfig(path: string, affected: Affected): void {
    const root = this.#configs.check(path, this.#rootOf(path));
    if (root !== undefined) affected.set(path, root);
  }

  /** Every file that the agent's problems stand in, and its descriptor. */
  #filesOf({ root, folder, descriptor, problems, kept }: IndexedAgent): string[] {
    const files = [...problems, ...kept].map(({ path }) => join(root, path));
    return [...new Set([join(folder, descriptor?.file ?? descriptorNames[0] ?? ''), ...files])];
  }

  #problemsIn(affected: Affected): FileProblems[] {
    return [...affected].map(([path, root]) => ({ path, root, problems: this.#problemsOf(path), kept: this.#keptIn(path) }));
  }

  #keptIn(path: string): readonly Problem[] {
    return [...foldersAbove(path)].flatMap((folder) => {
      const { root = '', kept = [] } = this.#agents.get(folder) ?? {};
      return kept.filter((problem) => join(root, problem.path) === path);
    });
  }

  #problemsOf(path: string): readonly Problem[] {
    const found: Problem[] = [...this.#configs.problemsAt(path), ...this.#names.at(path)];
    // An agent may lie in the folder of another.
    for (const folder of foldersAbove(path)) {
      const { root = '', problems = [] } = this.#agents.get(folder) ?? {};
      found.push(...problems.filter((problem) => join(root, problem.path) === path));
    }
    return inFileOrder(found);
  }
}

/** Whether a descriptor may have one of these words: they need not stand there as such where something is escaped. */
function says({ readText }: EditorFolder, words: readonly string[]): boolean {
  const text = descriptorNames.map((name) => readText(name)).find((one) => one !== undefined);
  return text !== undefined && (text.includes('\\') || words.some((word) => text.includes(word)));
}

function describe(agent: IndexedAgent, descriptor: AgentDescriptor | undefined): void {
  if (descriptor === undefined) delete agent.descriptor;
  else agent.descriptor = descriptor;
}
