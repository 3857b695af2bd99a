import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-languageserver/node';

type Diagnostic = { readonly code?: string; readonly severity?: number; readonly range: { readonly start: { readonly line: number } } };
type Diagnostics = { readonly uri: string; readonly version?: number; readonly diagnostics: readonly Diagnostic[] };

/** A language server as an editor starts it: over stdio, from its built file. */
export class LspProcess {
  readonly #child: ChildProcess;
  readonly #connection;
  #onDiagnostics: (params: Diagnostics) => void = () => undefined;
  readonly #shown = new Map<string, Diagnostics>();
  #version = 0;

  constructor(command: readonly string[]) {
    const [program = '', ...args] = command;
    this.#child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = this.#child;
    if (!stdin || !stdout) throw new Error(`${program} has no pipes`);
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: Diagnostics) => {
      this.#shown.set(params.uri, params);
      this.#onDiagnostics(params);
    });
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => ({})));
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.listen();
  }

  async initialize(rootUri: string): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'bench' }],
      capabilities: {
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
        },
        workspace: { configuration: false },
      },
    });
    await this.#connection.sendNotification('initialized', {});
  }

  configure(settings: unknown): Promise<void> {
    return this.#connection.sendNotification('workspace/didChangeConfiguration', { settings });
  }

  /** Opens a file and waits for the diagnostics that follow: of another file, where it is said. */
  async open(uri: string, text: string, { languageId = 'yaml', marks = uri } = {}): Promise<Diagnostics> {
    const answer = this.#next(marks);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: (this.#version += 1), text },
    });
    return answer;
  }

  /** Opens a file and asks for its lenses at once, as an editor does that starts with the file on screen. */
  async openForLenses(uri: string, text: string): Promise<readonly unknown[]> {
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: (this.#version += 1), text },
    });
    return this.#connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  }

  /** Replaces one character and waits for the diagnostics that follow. */
  async type(uri: string, line: number, character: number, text: string): Promise<Diagnostics> {
    const answer = this.#next(uri);
    const range = { start: { line, character }, end: { line, character: character + 1 } };
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: (this.#version += 1) },
      contentChanges: [{ range, text }],
    });
    return answer;
  }

  async shut(uri: string): Promise<void> {
    const answer = this.#next(uri);
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await answer;
  }

  ask(method: string, params: object): Promise<unknown> {
    return this.#connection.sendRequest(method, params);
  }

  send(method: string, params: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** What an editor shows for a file: what was said last. */
  shown(uri: string): readonly Diagnostic[] {
    return this.#shown.get(uri)?.diagnostics ?? [];
  }

  /** Every file that has a mark. */
  allShown(): readonly Diagnostics[] {
    return [...this.#shown.values()].filter(({ diagnostics }) => diagnostics.length > 0);
  }

  /** The next thing that is said about a file. */
  nextDiagnostics(uri: string): Promise<Diagnostics> {
    return this.#next(uri);
  }

  /** Processor time that all its threads took so far, on Linux. */
  cpuSeconds(): number {
    // After the name in brackets; the twelfth and thirteenth from there, in hundredths of a second.
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  /** Resident memory in MiB, on Linux. */
  rss(): number {
    const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'));
    return Number(match?.[1] ?? Number.NaN) / 1024;
  }

  close(): void {
    this.#connection.dispose();
    this.#child.kill('SIGKILL');
  }

  #next(uri: string): Promise<Diagnostics> {
    return new Promise((resolve) => {
      this.#onDiagnostics = (params) => {
        if (params.uri === uri) resolve(params);
      };
    });
  }
}
