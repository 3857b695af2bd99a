import type { FromPanel, Place, Task, ToPanel, TraceEvent } from '@hermes-runtime/schemas';
import { randomBytes } from 'node:crypto';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { panelMessage } from './panel-message.ts';

export type TraceViewOptions = {
  /** What is built for browsers; the panel is in `trace/`, and shares chunks with the console. */
  readonly folder: vscode.Uri;
  /** Which task is shown outlives the window. */
  readonly memory: vscode.Memento;
  readonly history: (taskId: string) => Promise<readonly TraceEvent[]>;
  readonly task: (taskId: string) => Task | undefined;
  readonly act: (message: Exclude<FromPanel, { type: 'ready' | 'open' | 'copy' }>, taskId: string | undefined) => void;
};

const shownKey = 'hermesRuntime.shownTask';

/**
 * The Hermes Trace panel. It holds nothing that cannot be told again:
 * when the editor throws its page away, the next one asks and gets the task's events anew.
 */
export class TraceView {
  readonly #options: TraceViewOptions;
  #view: vscode.WebviewView | undefined;
  #taskId: string | undefined;
  /** Events that come while the history is on its way. */
  #pending: TraceEvent[] | undefined;

  constructor(options: TraceViewOptions) {
    this.#options = options;
    this.#taskId = options.memory.get<string>(shownKey);
  }

  get visible(): boolean {
    return this.#view?.visible ?? false;
  }

  attach(view: vscode.WebviewView): void {
    this.#view = view;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [this.#options.folder] };
    webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    view.onDidDispose(() => {
      if (this.#view === view) this.#view = undefined;
    });
    webview.html = page(webview, this.#options.folder);
  }

  /** Chooses the task that is shown; the panel itself opens only where a person asked for it. */
  async show(taskId: string | undefined): Promise<void> {
    this.#taskId = taskId;
    void this.#options.memory.update(shownKey, taskId);
    const view = this.#view;
    if (!view) return;
    if (taskId === undefined) return this.#send({ type: 'empty' });
    this.#pending = [];
    const events = await this.#options.history(taskId).catch(() => [] /* The runtime went away: the tree says so. */);
    // Another task was chosen meanwhile.
    if (this.#taskId !== taskId) return;
    this.#send(events.length === 0 ? { type: 'empty' } : { type: 'task', task_id: taskId, events });
    for (const event of this.#pending) this.#send({ type: 'event', event });
    this.#pending = undefined;
  }

  /** Tells the panel again, as after the runtime was reached. */
  async refresh(): Promise<void> {
    await this.show(this.#taskId);
  }

  apply(event: TraceEvent): void {
    if (!('task_id' in event) || event.task_id !== this.#taskId) return;
    if (this.#pending) this.#pending.push(event);
    else this.#send({ type: 'event', event });
  }

  /** The cursor moved: the panel follows if the line is one of the shown task's agent. */
  reveal(file: string, line: number): void {
    const task = this.#taskId === undefined ? undefined : this.#options.task(this.#taskId);
    if (!this.visible || task?.agent_path === undefined) return;
    const inside = path.relative(task.agent_path, file);
    if (inside.startsWith('..') || path.isAbsolute(inside)) return;
    this.#send({ type: 'reveal', place: { file: inside.split(path.sep).join('/'), line } });
  }

  #send(message: ToPanel): void {
    void this.#view?.webview.postMessage(message);
  }

  #receive(value: unknown): void {
    const message = panelMessage(value);
    if (!message) return;
    switch (message.type) {
      case 'ready':
        void this.show(this.#taskId);
        break;
      case 'open':
        void this.#open(message.place, message.beside ?? false);
        break;
      case 'copy':
        void vscode.env.clipboard.writeText(message.text);
        break;
      case 'run':
      case 'run_again':
      case 'replay':
      case 'save_test':
      case 'debug':
      case 'give':
      case 'cancel':
        this.#options.act(message, this.#taskId);
    }
  }

  async #open(place: Place, preserveFocus: boolean): Promise<void> {
    const task = this.#taskId === undefined ? undefined : this.#options.task(this.#taskId);
    if (task?.agent_path !== undefined) await openPlace(task.agent_path, place, preserveFocus);
  }
}

/** Opens a line of an agent's code. A place outside the agent's folder is not opened: it comes from a trace, which an agent can shape. */
export async function openPlace(agentPath: string, { file, line }: Place, preserveFocus: boolean): Promise<void> {
  const target = path.resolve(agentPath, file);
  if (path.relative(agentPath, target).startsWith('..')) return;
  const start = new vscode.Position(Math.max(0, line - 1), 0);
  await vscode.window.showTextDocument(vscode.Uri.file(target), { selection: new vscode.Range(start, start), preserveFocus });
}

function page(webview: vscode.Webview, folder: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const uri = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${webview.cspSource}`,
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language.replaceAll(/[^\w-]/g, '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${uri('trace/trace.css')}">
<title>Hermes Trace</title>
</head>
<body>
<div id="root"></div>
<script type="module" nonce="${nonce}" src="${uri('trace/trace.js')}"></script>
</body>
</html>`;
}
