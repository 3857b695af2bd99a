import type { OutcomesParams, Task } from '@hermes-runtime/schemas';
import type * as vscode from 'vscode';
import { type Language, startLanguage } from './language-client.ts';
import { lensOutcomes } from './lens-text.ts';

/** How often `just now` may become `1 min ago`. */
const refreshMs = 30_000;

/** The language server's life in this window, and what its lenses are to say. */
export class LanguageLink {
  readonly #server: string;
  #starting: Promise<Language> | undefined;
  #language: Language | undefined;
  #sent = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(server: string) {
    this.#server = server;
  }

  start(log: vscode.LogOutputChannel, tasks: () => readonly Task[]): void {
    if (this.#starting) return;
    this.#starting = startLanguage(this.#server, log);
    void this.#begin(this.#starting, tasks).catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  }

  /** Lenses are asked for again only when one of them says something else. */
  showOutcomes(tasks: readonly Task[]): void {
    if (!this.#language) return;
    const outcomes: OutcomesParams = lensOutcomes(tasks, Date.now());
    const text = JSON.stringify(outcomes);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#language.setOutcomes(outcomes);
  }

  async #begin(starting: Promise<Language>, tasks: () => readonly Task[]): Promise<void> {
    this.#language = await starting;
    this.showOutcomes(tasks());
    this.#timer = setInterval(() => this.showOutcomes(tasks()), refreshMs);
  }

  async dispose(): Promise<void> {
    clearInterval(this.#timer);
    this.#language = undefined;
    await this.#starting?.then(
      async (language) => language.dispose(),
      () => undefined /* It never ran. */,
    );
  }
}
