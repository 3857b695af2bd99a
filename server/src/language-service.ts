import * as l10n from '@vscode/l10n';
import { applyLevels, codeLanguageOf, inFileOrder, type Levels } from '@hermes-runtime/contract';
import type { Problem } from '@hermes-runtime/schemas';
import type { OutcomesParams } from '@hermes-runtime/schemas/lsp';
import { basename } from 'node:path';
import { type ClientCapabilities, type CodeLens, type Diagnostic, type Position, type WorkspaceSymbol } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Documents } from './documents.ts';
import type { Place } from './index/disk.ts';
import { portable } from './index/paths.ts';
import type { FileProblems } from './index/indexed-agent.ts';
import { Workspace } from './index/workspace.ts';
import type { Look, Opened, Translate } from './service/feature.ts';
import { lensesOf } from './service/code-lens.ts';
import { Publisher, type Publication } from './service/publisher.ts';
import { symbolsOf } from './service/symbols.ts';
import { toDiagnostic } from './service/to-diagnostic.ts';

export type LanguageServiceOptions = {
  readonly place: Place;
  readonly documents: Documents;
  readonly translate: Translate;
  readonly client: ClientCapabilities;
  /** Whether lenses are offered: not where nothing may run. */
  readonly lenses: boolean;
  /** Whether the editor says that it may run agents, as our extension does. */
  readonly commands: boolean;
  readonly publish: (publication: Publication) => void;
  /** How problems are shown in a folder; undefined while that is asked, and then nothing is. */
  readonly levelsIn: (folder: string) => Levels | undefined;
  readonly refreshLenses: () => void;
  /** Everything has been looked at. */
  readonly onIdle: () => void;
};

/** Between two pieces of work that nobody waits for, the server listens this often, in milliseconds. A message may have to wait for two of them. */
const sliceMs = 2;

/** One editor window's answers: coalesces what changed, checks it, and answers about what is open. */
export class LanguageService {
  readonly #options: LanguageServiceOptions;
  readonly #workspace: Workspace;
  readonly #publisher: Publisher;
  readonly #problems = new Map<string, FileProblems>();
  readonly #lenses = new Map<string, CodeLens[]>();
  #outcomes: OutcomesParams['agents'] | undefined;
  #scheduled: NodeJS.Immediate | undefined;

  constructor(options: LanguageServiceOptions) {
    this.#options = options;
    this.#workspace = new Workspace({
      textAt: (path) => options.documents.at(path)?.getText(),
      pathsBelow: (folder) => options.documents.pathsBelow(folder),
      disk: options.place.disk,
    });
    this.#publisher = new Publisher(options.publish);
  }

  addRoot(path: string): void {
    this.#workspace.addRoot(path);
    this.#schedule();
  }

  removeRoot(path: string): void {
    this.#workspace.removeRoot(path);
    this.#schedule();
  }

  /** A file changed in its buffer or on the disk. A burst of changes is looked at once. */
  touch(path: string): void {
    this.#workspace.touch(path);
    this.#schedule();
  }

  /** Somebody typed in an open file. */
  type(path: string): void {
    this.#workspace.type(path);
    this.#schedule();
  }

  /** Shows all that is known as it is wanted now. */
  republish(): void {
    this.#publishAll([...this.#problems.values()]);
  }

  setOutcomes({ agents }: OutcomesParams): void {
    this.#outcomes = agents;
    this.#options.refreshLenses();
  }

  get look(): Look {
    const { documents, translate, client, commands, place } = this.#options;
    return {
      opened: (uri) => this.#opened(uri),
      problemsAt: (path) => {
        this.#publishAll(this.#workspace.checkNear(path));
        const { root = '', problems = [] } = this.#problems.get(path) ?? {};
        return problems.filter((problem) => this.#shown([problem], root)?.length !== 0);
      },
      diagnosticOf: (problem, root) => this.#diagnosticOf(this.#shown([problem], root)?.[0] ?? problem, root),
      pageOf: place.pageOf,
      commands,
      workspace: this.#workspace,
      settle: () => this.#settle(),
      findSaying: async (words, pause) => {
        const finding = this.#workspace.findSaying(words);
        // oxlint-disable-next-line no-await-in-loop -- Others have their turn.
        while (finding.next().done !== true) await pause();
      },
      documents,
      translate,
      client,
    };
  }

  /** The lenses of a file. The last good ones stay while its text is broken: an empty answer would make the text jump. */
  codeLenses(uri: string): CodeLens[] {
    const opened = this.#opened(uri);
    // A client that tells outcomes runs agents, even if nothing might run when it started.
    const mayRun = this.#options.lenses || Object.keys(this.#outcomes ?? {}).length > 0;
    if (!mayRun || opened === undefined) return [];
    const { path, document, agent } = opened;
    if (agent?.descriptor === undefined) return this.#keptLenses(path, document);
    const outcome = this.#outcomes === undefined ? undefined : (this.#outcomes[agent.folder]?.text ?? l10n.t('never run'));
    const { descriptor, folder, files } = agent;
    const lenses = lensesOf({
      descriptor,
      folder,
      file: portable(agent.folder, path),
      text: document.getText(),
      readCode: files.readCode,
      outcome,
    });
    if (lenses.length > 0) this.#lenses.set(path, lenses);
    return this.#keptLenses(path, document);
  }

  /** The agents whose names hold the query. */
  symbols(query: string): WorkspaceSymbol[] {
    this.#settle();
    return symbolsOf(this.#workspace.agents, query, (path) => this.#options.documents.uriOf(path));
  }

  dispose(): void {
    clearImmediate(this.#scheduled);
    this.#publisher.dispose();
  }

  /** Only for what cannot be answered before the whole workspace is known. */
  #settle(): void {
    for (let files = this.#workspace.step(); files !== undefined; files = this.#workspace.step()) this.#publishAll(files);
  }

  #opened(uri: string): Opened | undefined {
    const path = this.#options.place.pathOf(uri);
    const document = path === undefined ? undefined : this.#options.documents.at(path);
    if (path === undefined || document === undefined) return undefined;
    this.#workspace.describeNear(path);
    return { path, document, agent: this.#workspace.agentOf(path) };
  }

  /** The text may be shorter than it was when they had their place. */
  #keptLenses(path: string, document: TextDocument): CodeLens[] {
    const within = (position: Position): Position => document.positionAt(document.offsetAt(position));
    return (this.#lenses.get(path) ?? []).map((lens) => ({
      ...lens,
      range: { start: within(lens.range.start), end: within(lens.range.end) },
    }));
  }

  #schedule(): void {
    // One turn later: a request that came with the change is answered before anything is checked.
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = setImmediate(() => this.#drain());
    });
  }

  #drain(): void {
    clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    const until = performance.now() + sliceMs;
    for (let files = this.#workspace.step(); files !== undefined; files = this.#workspace.step()) {
      this.#publishAll(files);
      if (performance.now() >= until) return this.#schedule();
    }
    this.#options.onIdle();
  }

  #publishAll(files: readonly FileProblems[]): void {
    for (const file of files) this.#publish(file);
  }

  #publish(file: FileProblems): void {
    const { path, root, problems: found, kept } = file;
    const { documents } = this.#options;
    this.#problems.set(path, file);
    const problems = this.#shown(kept.length === 0 ? found : inFileOrder([...found, ...kept]), root);
    if (problems === undefined) return;
    const document = documents.at(path);
    const publication: Publication = {
      uri: documents.uriOf(path),
      ...(document === undefined ? {} : { version: document.version }),
      diagnostics: problems.map((problem) => this.#diagnosticOf(problem, root)),
    };
    const lines = documents.takeEditedLines(path);
    const descriptor = this.#workspace.agentOf(path)?.descriptor;
    const isBroken = descriptor?.yaml.mendedLine !== undefined;
    const isTyped = document !== undefined && documents.isTyped(path);
    if (isTyped && lines.size > 0 && codeLanguageOf(path) !== undefined)
      this.#publisher.publishWhileTyping(publication, { lines, mayMove: true });
    else if (!isBroken || !isTyped) this.#publisher.publish(publication);
    else if (basename(path) === descriptor.file) this.#publisher.publishWhileTyping(publication, { lines });
    else this.#publisher.hold(publication);
  }

  #shown(problems: readonly Problem[], root: string): readonly Problem[] | undefined {
    const levels = this.#options.levelsIn(root);
    return levels === undefined ? undefined : applyLevels(problems, levels);
  }

  #diagnosticOf(problem: Problem, root: string): Diagnostic {
    return toDiagnostic(problem, root, { uriOf: (path) => this.#options.documents.uriOf(path), pageOf: this.#options.place.pageOf });
  }
}
