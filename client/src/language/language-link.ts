import type { AgentSummary, Task } from '@hermes-runtime/schemas';
import type { OutcomesParams } from '@hermes-runtime/schemas/lsp';
import type * as vscode from 'vscode';
import { type Language, startLanguage } from './language-client.ts';
import { lensOutcomes } from './lens-text.ts';

/** What this window knows and lenses tell. */
export type Known = { readonly agents: readonly AgentSummary[]; readonly tasks: readonly Task[] };

/** How often `just now` may become `1 min ago`. */
const refreshMs = 30_000;

/** The language server's life in this window, and what its lenses are to say. */
export class LanguageLink {
  readonly #server: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #fetched: string;
  readonly #known: () => Known;
  #starting: Promise<void> | undefined;
  #language: Language | undefined;
  #sent = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(server: string, log: vscode.LogOutputChannel, fetched: string, known: () => Known) {
    this.#server = server;
    this.#log = log;
    this.#fetched = fetched;
    this.#known = known;
  }

  start(): void {
    this.#starting ??= this.#begin();
  }

  /** A new server, as after the folder was trusted: it is told so when it starts. */
  async restart(): Promise<void> {
    await this.dispose();
    this.#starting = undefined;
    this.#sent = '';
    this.start();
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
    await this.#starting;
    clearInterval(this.#timer);
    const language = this.#language;
    this.#language = undefined;
    await language?.dispose();
  }

  /** Never rejects: without the server the rest of the window works. */
  async #begin(): Promise<void> {
    try {
      this.#language = await startLanguage(this.#server, this.#log, this.#fetched);
      this.showOutcomes();
      this.#timer = setInterval(() => this.showOutcomes(), refreshMs);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
    }
  }
}
