import type { FilesParams, SentFile } from '@hermes-runtime/schemas/lsp';
import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { agentFilesBelow, type Budget, fullBudget, isConfig, isDescriptor, isSkipped, sentFile } from './agent-files.ts';
import { editorFiles } from './editor-files.ts';

/** Who is told: a server, that may be started anew and then knows nothing. */
export type Receiver = {
  readonly client: Pick<BaseLanguageClient, 'onDidChangeState'>;
  readonly send: (files: FilesParams) => Promise<void>;
};

/**
 * Tells a server that cannot read them itself what lies in the window's folders, and what becomes of it.
 * One thing after the other, so that the last word is true.
 */
export class FileSender implements vscode.Disposable {
  readonly #send: Receiver['send'];
  readonly #sends: (uri: vscode.Uri) => boolean;
  #budget: Budget = fullBudget();
  readonly #sent = new Set<string>();
  /** The folders of agents, with a `/` at the end. */
  readonly #agents = new Set<string>();
  readonly #listening: readonly vscode.Disposable[];
  #work: Promise<void> = Promise.resolve();

  /** `sends` says which files these are. */
  constructor({ client, send }: Receiver, sends: (uri: vscode.Uri) => boolean) {
    this.#send = send;
    this.#sends = sends;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.#listening = [
      watcher,
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Starting) this.#forget();
        if (newState === State.Running) void this.#bringAll(vscode.workspace.workspaceFolders ?? []);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => void this.#bringAll(added)),
      watcher.onDidCreate(this.#heard(async (uri) => this.#appeared(uri))),
      watcher.onDidChange(this.#heard(async (uri) => this.#changed(uri))),
      watcher.onDidDelete(this.#heard(async (uri) => this.#vanished(uri))),
      // Not every file system tells of what the editor itself has written.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#heard(async () => this.#changed(uri))(uri)),
    ];
  }

  /** Whether a file lies where the server cannot read it. */
  sends(file: vscode.Uri): boolean {
    return this.#sends(file);
  }

  /** Sends the agent that a file belongs to, unless that was done. */
  async bring(file: vscode.Uri): Promise<unknown> {
    return this.#then<unknown>(async () => (this.#isInWindow(file) ? this.#sendNearest(above(file)) : this.#sendIfAgent(above(file))));
  }

  dispose(): void {
    for (const listener of this.#listening) listener.dispose();
  }

  /** A disk tells of thousands of files at once, which the server learns by itself. */
  #heard(tell: (uri: vscode.Uri) => Promise<void>): (uri: vscode.Uri) => void {
    return (uri) => {
      if (this.#sends(uri)) void this.#then(async () => tell(uri));
    };
  }

  #forget(): void {
    this.#budget = fullBudget();
    this.#sent.clear();
    this.#agents.clear();
  }

  /** Sends all agents of some folders, one at a time, so that what is opened meanwhile comes in between. */
  async #bringAll(folders: readonly vscode.WorkspaceFolder[]): Promise<void> {
    const roots = folders.filter(({ uri }) => this.#sends(uri));
    await Promise.all(roots.map(async ({ uri }) => this.#sendNext(agentFilesBelow(editorFiles, uri, this.#budget))));
  }

  async #appeared(uri: vscode.Uri): Promise<void> {
    if (this.#isElsewhere(uri)) return;
    const name = nameOf(uri);
    if (isDescriptor(name)) return this.#sendBelow(above(uri));
    if (isConfig(name) || this.#isInAgent(uri)) await this.#changed(uri);
    // A folder comes with all that is in it; a file has nothing below.
    await this.#sendBelow(uri);
  }

  async #changed(uri: vscode.Uri): Promise<void> {
    const name = nameOf(uri);
    if (this.#isElsewhere(uri) || !(isDescriptor(name) || isConfig(name) || this.#isInAgent(uri))) return;
    const isFile = await vscode.workspace.fs.stat(uri).then(
      ({ type }) => (type & vscode.FileType.File) !== 0,
      () => false /* Gone again. */,
    );
    if (isFile) await this.#tell([await sentFile(editorFiles, { name, address: uri }, fullBudget())]);
  }

  async #vanished(uri: vscode.Uri): Promise<void> {
    const gone = uri.toString();
    const lost = [...this.#sent].filter((file) => file === gone || file.startsWith(`${gone}/`));
    if (lost.length === 0) return;
    for (const file of lost) this.#sent.delete(file);
    for (const folder of this.#agents) if (folder.startsWith(`${gone}/`)) this.#agents.delete(folder);
    await this.#send({ files: [], gone: [gone] });
  }

  async #sendNearest(folder: vscode.Uri): Promise<void> {
    if (this.#isInWindow(folder) && !(await this.#sendIfAgent(folder))) await this.#sendNearest(above(folder));
  }

  /** Answers whether an agent lies here. */
  async #sendIfAgent(folder: vscode.Uri): Promise<boolean> {
    if (this.#agents.has(`${folder.toString()}/`)) return true;
    const entries = await editorFiles.entriesOf(folder);
    const isAgent = entries.some(({ name }) => isDescriptor(name));
    if (isAgent) await this.#sendBelow(folder);
    return isAgent;
  }

  async #sendNext(batches: AsyncGenerator<readonly SentFile[], void>): Promise<void> {
    const more = await this.#then(async () => {
      const { value, done } = await batches.next();
      await this.#tell(value ?? []);
      return done !== true;
    });
    if (more === true) await this.#sendNext(batches);
  }

  async #sendBelow(folder: vscode.Uri): Promise<void> {
    for await (const files of agentFilesBelow(editorFiles, folder, this.#budget)) await this.#tell(files);
  }

  async #tell(files: readonly SentFile[]): Promise<void> {
    if (files.length === 0) return;
    for (const { uri } of files) {
      this.#sent.add(uri);
      if (isDescriptor(nameOf(vscode.Uri.parse(uri)))) this.#agents.add(uri.slice(0, uri.lastIndexOf('/') + 1));
    }
    await this.#send({ files, gone: [] });
  }

  #isInAgent(uri: vscode.Uri): boolean {
    const address = uri.toString();
    return [...this.#agents].some((folder) => address.startsWith(folder));
  }

  #isInWindow(folder: vscode.Uri): boolean {
    return vscode.workspace.getWorkspaceFolder(folder) !== undefined;
  }

  /** An agent that is open by itself is none of the window's. */
  #isElsewhere(uri: vscode.Uri): boolean {
    if (!this.#isInWindow(uri)) return !this.#isInAgent(uri);
    return vscode.workspace.asRelativePath(uri, false).split('/').some(isSkipped);
  }

  /** Never rejects: what went wrong with one file says nothing about the next. */
  async #then<Done>(work: () => Promise<Done>): Promise<Done | undefined> {
    const done = this.#work.then(work).catch(() => undefined /* The server is gone, or the file is; the next word tells. */);
    this.#work = done.then(() => undefined);
    return done;
  }
}

function above(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
