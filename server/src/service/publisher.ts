import type { Diagnostic } from 'vscode-languageserver/node';

/** What is sent for one file. */
export type Publication = { readonly uri: string; readonly version?: number; readonly diagnostics: readonly Diagnostic[] };

/** What a person is doing in a file. */
export type Typing = {
  readonly lines: ReadonlySet<number>;
  /** Whether a mark that is shown may lie on another line now, as below a new one: then its words say that it is the same. @default false */
  readonly mayMove?: boolean;
};

/** New marks on lines that nobody is typing on wait this long. */
const idleMs = 350;

/**
 * Sends diagnostics when they are others than before, and never lets marks flicker:
 * while YAML does not parse, and always in code, what is mended and what is wrong on the line that is typed is shown at once,
 * and what is new on other lines only when the typing pauses.
 */
export class Publisher {
  readonly #send: (publication: Publication) => void;
  readonly #sent = new Map<string, { readonly diagnostics: readonly Diagnostic[]; readonly text: string }>();
  readonly #waiting = new Map<string, Publication>();
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (publication: Publication) => void) {
    this.#send = send;
  }

  /** Publishes the whole truth about a file now. */
  publish(publication: Publication): void {
    this.#waiting.delete(publication.uri);
    const text = JSON.stringify(publication.diagnostics);
    const before = this.#sent.get(publication.uri);
    if (before === undefined ? publication.diagnostics.length === 0 : before.text === text) return;
    this.#sent.set(publication.uri, { diagnostics: publication.diagnostics, text });
    this.#send(publication);
  }

  /** Publishes what is certain about a file that is being typed, and the rest when the typing pauses. */
  publishWhileTyping(publication: Publication, { lines, mayMove = false }: Typing): void {
    const keyOf = mayMove ? wordsOf : placeOf;
    const shown = this.#sent.get(publication.uri)?.diagnostics ?? [];
    const known = new Set(shown.map((diagnostic) => keyOf(diagnostic)));
    const certain = publication.diagnostics.filter((diagnostic) => lines.has(diagnostic.range.start.line) || known.has(keyOf(diagnostic)));
    this.publish({ ...publication, diagnostics: certain });
    if (certain.length < publication.diagnostics.length) this.hold(publication);
  }

  /** Leaves what is shown for a file as it is until the typing pauses. */
  hold(publication: Publication): void {
    this.#waiting.set(publication.uri, publication);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), idleMs);
  }

  flush(): void {
    clearTimeout(this.#timer);
    for (const publication of this.#waiting.values()) this.publish(publication);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }
}

/** A mark is the same mark while its line and words are: what moves along a line is no news. */
function placeOf({ code, message, range }: Diagnostic): string {
  return JSON.stringify([code, message, range.start.line]);
}

function wordsOf({ code, message }: Diagnostic): string {
  return JSON.stringify([code, message]);
}
