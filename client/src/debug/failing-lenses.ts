import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { failingLines } from './failing-lines.ts';

/** `failed 3× · Debug with this input` above the line that raised, from what is stored: nothing is started for it. */
export class FailingLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #session: Session;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #registration: vscode.Disposable;
  readonly onDidChangeCodeLenses: vscode.Event<void> = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#registration = vscode.languages.registerCodeLensProvider(
      [{ language: 'python' }, { language: 'javascript' }, { language: 'typescript' }],
      this,
    );
  }

  refresh(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    // The lines of a text that is being changed are no longer those that ran.
    if (document.isDirty || document.uri.scheme !== 'file') return [];
    return failingLines(document.uri.fsPath, this.#session.tasks.tasks())
      .filter(({ line }) => line <= document.lineCount)
      .map(({ line, count, task }) => {
        const place = new vscode.Range(line - 1, 0, line - 1, 0);
        const title = l10n.t('failed {0}× · Debug with this input', count);
        return new vscode.CodeLens(place, { title, command: 'hermesRuntime.debug', arguments: [`task/${task.task_id}`] });
      });
  }
}
