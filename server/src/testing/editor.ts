import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  TextEdit,
  type WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { applyEdits } from '../fixes/apply-edits.ts';

export type EditorOptions = {
  readonly locale?: string;
  readonly initializationOptions?: object;
  readonly capabilities?: ClientCapabilities;
  readonly open?: boolean;
  /** What the server is started with, beside `--stdio`. */
  readonly args?: readonly string[];
  /** Addresses of more folders of the window. */
  readonly folders?: readonly string[];
};

const everything: ClientCapabilities = {
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};

/** An editor with a folder of files and the real server behind it, as a process over stdio. */
export class Editor {
  readonly folder: string;
  readonly published: PublishDiagnosticsParams[] = [];
  initialized!: InitializeResult;
  readonly #process;
  readonly connection: ProtocolConnection;
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  readonly #texts = new Map<string, string>();

  constructor(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
    this.#process = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), '--stdio', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.connection = createProtocolConnection(new StreamMessageReader(this.#process.stdout), new StreamMessageWriter(this.#process.stdin));
    this.folder = mkdtempSync(join(tmpdir(), 'hermes-editor-'));
    for (const [file, text] of Object.entries(files)) this.write(file, text);
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const look of this.#waiting) look();
    });
    this.connection.listen();
  }

  static async start(
    files: Readonly<Record<string, string>>,
    { locale, initializationOptions, capabilities = everything, open = true, args = [], folders = [] }: EditorOptions = {},
  ): Promise<Editor> {
    const editor = new Editor(files, args);
    editor.initialized = await editor.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: open ? [pathToFileURL(editor.folder).href, ...folders].map((uri) => ({ uri, name: 'test' })) : null,
      capabilities,
      ...(locale === undefined ? {} : { locale }),
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
    });
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  /** The address of a file in the folder; what is an address is one already. */
  uri(file: string): string {
    return file.includes(':/') ? file : pathToFileURL(join(this.folder, file)).href;
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
    this.#texts.set(file, text);
  }

  async open(file: string, text: string = this.#texts.get(file) ?? ''): Promise<void> {
    this.#versions.set(file, 1);
    this.#texts.set(file, text);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(file), languageId: 'yaml', version: 1, text },
    });
  }

  /** Replaces the first place where `from` stands, as typing would. */
  async type(file: string, from: string, to: string): Promise<void> {
    const text = this.#texts.get(file) ?? '';
    const at = text.indexOf(from);
    const before = text.slice(0, at).split('\n');
    const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const within = from.split('\n');
    const end = {
      line: start.line + within.length - 1,
      character: (within.length === 1 ? start.character : 0) + (within.at(-1)?.length ?? 0),
    };
    const version = (this.#versions.get(file) ?? 1) + 1;
    this.#versions.set(file, version);
    this.#texts.set(file, text.slice(0, at) + to + text.slice(at + from.length));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(file), version },
      contentChanges: [{ range: { start, end }, text: to }],
    });
  }

  /** Gives a file another text as a whole; opens it where it is not open. */
  async replace(file: string, text: string): Promise<void> {
    const version = this.#versions.get(file);
    if (version === undefined) return this.open(file, text);
    this.#versions.set(file, version + 1);
    this.#texts.set(file, text);
    const textDocument = { uri: this.uri(file), version: version + 1 };
    return this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  }

  async changedOnDisk(file: string): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(file), type: 2 }] });
  }

  /** Waits until the last diagnostics of a file are of these codes; fails with what they were. */
  async problems(file: string, codes: readonly string[]): Promise<PublishDiagnosticsParams> {
    const last = (): PublishDiagnosticsParams | undefined => this.published.findLast(({ uri }) => uri === this.uri(file));
    const fits = (): boolean => JSON.stringify(last()?.diagnostics.map(({ code }) => code)) === JSON.stringify(codes);
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`wanted ${codes.join(' ')}, last were ${JSON.stringify(last()?.diagnostics)}`)),
        50_000,
      );
      const look = (): void => {
        if (!fits()) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
    return last() ?? { uri: this.uri(file), diagnostics: [] };
  }

  async hover(file: string, position: Position): Promise<string | undefined> {
    const hover = await this.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: this.uri(file) },
      position,
    });
    return hover !== null && 'value' in Object(hover.contents) ? String(Reflect.get(Object(hover.contents), 'value')) : undefined;
  }

  /** Asks anything about an open file. */
  async ask<Answer>(method: string, file: string, more: object = {}): Promise<Answer> {
    return this.connection.sendRequest<Answer>(method, { textDocument: { uri: this.uri(file) }, ...more });
  }

  async lenses(file: string): Promise<CodeLens[]> {
    return this.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: this.uri(file) } });
  }

  /** The names of agents that hold a query; by then the whole workspace is checked. */
  async symbols(query = ''): Promise<string[]> {
    const found = await this.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query });
    return found.map(({ name }) => name);
  }

  async actions(file: string, { line, character }: Position): Promise<CodeAction[]> {
    const range = { start: { line, character }, end: { line, character } };
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri(file) },
      range,
      context: { diagnostics: [] },
    });
  }

  /** The texts of the files that an action changes, after the change. */
  applied(action: CodeAction): Record<string, string> {
    const texts: Record<string, string> = {};
    const apply = (uri: string, edits: readonly TextEdit[]): void => {
      const file = decodeURIComponent(uri)
        .slice(decodeURIComponent(this.uri('')).length)
        .replace(/^\//, '');
      texts[file] = applyEdits(texts[file] ?? this.#texts.get(file) ?? '', edits);
    };
    for (const change of action.edit?.documentChanges ?? [])
      if ('textDocument' in change)
        apply(
          change.textDocument.uri,
          change.edits.filter((edit) => TextEdit.is(edit)),
        );
    for (const [uri, edits] of Object.entries(action.edit?.changes ?? {})) apply(uri, edits);
    return texts;
  }

  /** What the server holds in memory, in MiB. */
  resident(): number {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#process.pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  }

  async close(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await new Promise((resolve) => (this.#process.exitCode === null ? this.#process.once('exit', resolve) : resolve(undefined)));
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get exitCode(): number | null {
    return this.#process.exitCode;
  }
}
