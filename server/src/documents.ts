import { TextDocuments, type Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Place } from './index/disk.ts';
import { isBelow } from './index/paths.ts';

/** The open documents, by path as well as by address, and which lines of each were typed on since they were last looked at. */
export class Documents {
  readonly #byUri: TextDocuments<TextDocument>;
  readonly #uris = new Map<string, string>();
  readonly #edited = new Map<string, Set<number>>();
  readonly #typed = new Set<string>();
  #edits = 0;
  readonly #place: Place;

  constructor(
    place: Place,
    { onTouched, onTyped }: { readonly onTouched: (path: string) => void; readonly onTyped: (path: string) => void },
  ) {
    this.#place = place;
    this.#byUri = new TextDocuments({
      create: (uri, languageId, version, content) => TextDocument.create(uri, languageId, version, content),
      update: (document, changes, version) => {
        const lines = this.#edited.get(document.uri) ?? new Set<number>();
        this.#edited.set(document.uri, lines);
        this.#typed.add(document.uri);
        this.#edits += 1;
        for (const change of changes) {
          if (!('range' in change)) continue;
          const added = change.text.split('\n').length;
          for (let line = change.range.start.line; line < change.range.start.line + added; line += 1) lines.add(line);
        }
        return TextDocument.update(document, changes, version);
      },
    });
    this.#byUri.onDidOpen(({ document }) => {
      const path = place.pathOf(document.uri);
      if (path === undefined) return;
      this.#uris.set(path, document.uri);
      onTouched(path);
    });
    this.#byUri.onDidChangeContent(({ document }) => {
      const path = place.pathOf(document.uri);
      if (path !== undefined) (this.#typed.has(document.uri) ? onTyped : onTouched)(path);
    });
    this.#byUri.onDidClose(({ document }) => {
      const path = place.pathOf(document.uri);
      this.#edited.delete(document.uri);
      this.#typed.delete(document.uri);
      if (path === undefined) return;
      this.#uris.delete(path);
      onTouched(path);
    });
  }

  listen(connection: Connection): void {
    this.#byUri.listen(connection);
  }

  /** How often somebody typed in any of them: as long as that is the same, the texts are. */
  get edits(): number {
    return this.#edits;
  }

  at(path: string): TextDocument | undefined {
    const uri = this.#uris.get(path);
    return uri === undefined ? undefined : this.#byUri.get(uri);
  }

  /** The open files in a folder and below. */
  pathsBelow(folder: string): readonly string[] {
    return [...this.#uris.keys()].filter((path) => isBelow(path, folder));
  }

  /** A file's address as the editor spells it; ours, where it never said. */
  uriOf(path: string): string {
    return this.#uris.get(path) ?? this.#place.uriOf(path);
  }

  /** Whether a file was changed since it was opened. */
  isTyped(path: string): boolean {
    return this.#typed.has(this.#uris.get(path) ?? '');
  }

  /** Undefined for what is no file. */
  pathOf(uri: string): string | undefined {
    return this.#place.pathOf(uri);
  }

  /** A file's text as it is here: what is open wins over the disk. */
  textAt(path: string): string | undefined {
    return this.at(path)?.getText() ?? this.#place.disk.readText(path);
  }

  /** A file as an edit names it: by its address, and by the version of its text where it is open. */
  identify(path: string): { readonly uri: string; readonly version: number | null } {
    return { uri: this.uriOf(path), version: this.at(path)?.version ?? null };
  }

  /** The lines that were typed on since this was last asked. */
  takeEditedLines(path: string): ReadonlySet<number> {
    const uri = this.#uris.get(path) ?? '';
    const lines = this.#edited.get(uri) ?? new Set();
    this.#edited.delete(uri);
    return lines;
  }
}
