import { inspectMethod, type Inspection } from '../service/inspect.ts';
import type { Editor } from './editor.ts';
import { Mirror, rangesIn, type Replacement } from './mirror.ts';
import { type Question, questionsFor } from './questions.ts';

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '"': '"', "'": "'", '(': ')' };

/** Somebody who types in one file, with what an editor does by itself, and who looks at the server after each key. */
export class Typist {
  readonly mirror: Mirror = new Mirror();
  readonly #editor: Editor;
  readonly #file: string;
  readonly #questions: readonly Question[];
  #version = 0;
  #turn = 0;

  constructor(editor: Editor, file: string) {
    this.#editor = editor;
    this.#file = file;
    this.#questions = questionsFor(editor.initialized.capabilities);
  }

  async open(text: string): Promise<void> {
    this.mirror.text = text;
    const textDocument = { uri: this.#editor.uri(this.#file), languageId: 'yaml', version: (this.#version += 1), text };
    await this.#editor.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async close(): Promise<void> {
    await this.#editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.#editor.uri(this.#file) } });
  }

  /** Several changes in one message; each counts from the text that the one before left. */
  async change(...replacements: readonly Replacement[]): Promise<void> {
    const contentChanges = replacements.map((replacement) => this.mirror.replace(replacement));
    const textDocument = { uri: this.#editor.uri(this.#file), version: (this.#version += 1) };
    await this.#editor.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  /** Types one character; answers where the cursor is then. A closing sign is set by the editor, and typed over. */
  async key(at: number, char: string): Promise<number> {
    const next = this.mirror.text.charAt(at);
    if (next === char && Object.values(closers).includes(char)) return at + 1;
    const closer = /^[\s\])}]?$/.test(next) ? (closers[char] ?? '') : '';
    await this.change({ from: at, to: at, text: char + closer });
    return at + char.length;
  }

  async inspect(): Promise<Inspection> {
    return this.#editor.ask<Inspection>(inspectMethod, this.#file);
  }

  /** Asks the next of all questions at a place, and says what is wrong with the answer. */
  async faultsOfNextAnswer(at: number): Promise<readonly string[]> {
    const question = this.#questions[(this.#turn += 1) % this.#questions.length];
    if (question === undefined) return [];
    const position = this.mirror.positionAt(at);
    try {
      const answer = await this.#editor.ask<unknown>(question.method, this.#file, question.more(position));
      const outside = rangesIn(answer, this.#editor.uri(this.#file)).filter((range) => !this.mirror.holds(range));
      return outside.map((range) => `${question.method} answers with ${JSON.stringify(range)}, which is not there`);
    } catch (error) {
      return [`${question.method} at ${JSON.stringify(position)}: ${String(error)}`];
    }
  }
}
