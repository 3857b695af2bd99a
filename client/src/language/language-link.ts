import type { AgentSummary, Task } from '@hermes-runtime/schemas';
import type { OutcomesParams } from '@hermes-runtime/schemas/lsp';
import * as vscode from 'vscode';
import { schemesOfWindow } from './client-options.ts';
import type { Language } from './language-client.ts';
import { lensOutcomes } from './lens-text.ts';

/** What this window knows and lenses tell. */
export type Known = { readonly agents: readonly AgentSummary[]; readonly tasks: readonly Task[] };

/** How often `just now` may become `1 min ago`. */
const refreshMs = 30_000;

export type LanguageLinkOptions = {
  /** Starts a server that is asked about the files of these file systems. */
  readonly start: (schemes: Iterable<string>) => Promise<Language>;
  readonly log: vscode.LogOutputChannel;
  readonly known: () => Known;
};

/** The language server's life in this window, and what its lenses are to say. */
export class LanguageLink {
  readonly #start: LanguageLinkOptions['start'];
  readonly #log: vscode.LogOutputChannel;
  readonly #known: () => Known;
  readonly #schemes = new Set<string>();
  readonly #listening: readonly vscode.Disposable[];
  #restarting: Promise<void> | undefined;
  #starting: Promise<void> | undefined;
  #language: Language | undefined;
  #sent = '';
  #timer: NodeJS.Timeout | undefined;

  constructor({ start, log, known }: LanguageLinkOptions) {
    this.#start = start;
    this.#log = log;
    this.#known = known;
    const look = (): void => this.#lookAtSchemes();
    this.#listening = [vscode.workspace.onDidChangeWorkspaceFolders(look), vscode.workspace.onDidOpenTextDocument(look)];
  }

  start(): void {
    this.#starting ??= this.#begin();
  }

  /** A new server, as after the folder was trusted: it is told so when it starts. */
  async restart(): Promise<void> {
    this.#restarting ??= this.#stop().then(() => {
      this.#restarting = undefined;
      this.#starting = undefined;
      this.#sent = '';
      this.start();
    });
    return this.#restarting;
  }

  /** Lenses are asked for again only when one of them says something else. */
  showOutcomes(): void {
    if (!this.#language) return;
    const { agents, tasks } = this.#known();
    const outcomes: OutcomesParams = lensOutcomes(agents, tasks, Date.now());
    const text = JSON.stringify(outcomes);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#language.setOutcomes(outcomes);
  }

  async dispose(): Promise<void> {
    for (const listener of this.#listening) listener.dispose();
    await this.#stop();
  }

  /** A client is told once which files it asks about. */
  #lookAtSchemes(): void {
    if (this.#starting !== undefined && [...schemesOfWindow()].some((scheme) => !this.#schemes.has(scheme))) void this.restart();
  }

  async #stop(): Promise<void> {
    await this.#starting;
    clearInterval(this.#timer);
    const language = this.#language;
    this.#language = undefined;
    await language?.dispose();
  }

  /** Never rejects: without the server the rest of the window works. */
  async #begin(): Promise<void> {
    try {
      for (const scheme of schemesOfWindow()) this.#schemes.add(scheme);
      this.#language = await this.#start(this.#schemes);
      this.showOutcomes();
      this.#timer = setInterval(() => this.showOutcomes(), refreshMs);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
    }
  }
}
