import {
  type Case,
  type ExchangeDiverged,
  type SubmitTask,
  type TaskView,
  answerDraft,
  emptyTask,
  foldEvents,
  isFinal,
  shortUrl,
  unansweredOf,
} from '@hermes-runtime/schemas';
import { validateCase } from '@hermes-runtime/schemas/messages';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { submitReplay } from '../commands/replay-task.ts';
import { debug } from '../debug/start-debugging.ts';
import type { Session } from '../session.ts';
import { submitOnTarget } from '../target/run-on-target.ts';
import { answerText, bodyText, readAnswer } from './answer-text.ts';

type Question = { readonly view: TaskView; readonly asked: ExchangeDiverged };

/** Documents in which a person answers what a replay asked for and nobody recorded, each with its button above the first line. */
export class AnswerDocuments implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #session: Session;
  /** By the document's URI. */
  readonly #open = new Map<string, Question>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #registration: vscode.Disposable;
  readonly onDidChangeCodeLenses: vscode.Event<void> = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#registration = vscode.Disposable.from(
      vscode.languages.registerCodeLensProvider({ scheme: 'untitled', language: 'json' }, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#open.delete(uri.toString())),
    );
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const question = this.#open.get(uri.toString());
    if (!question) return [];
    const title = l10n.t('$(debug-rerun) Use it: answer {0}, and replay', requestText(question.asked));
    const lens = new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
      title,
      command: 'hermesRuntime.useAnswer',
      arguments: [uri.toString()],
    });
    return [lens];
  }

  /** While a debugger stands where a replay left its recording. */
  async offer(asked: ExchangeDiverged): Promise<void> {
    const [give, stop] = [l10n.t('Give a value'), l10n.t('Stop')];
    const picked = await vscode.window.showWarningMessage(l10n.t('Not recorded: {0}', requestText(asked)), give, stop);
    if (picked === give) await this.ask(asked.task_id);
    if (picked === stop) await (await this.#session.apiOf(asked.task_id))?.cancel(asked.task_id);
  }

  /** Opens a document that starts as the nearest recorded answer. */
  async ask(taskId: string): Promise<void> {
    const view = foldEvents(emptyTask, await this.#session.history(taskId));
    const asked = unansweredOf(view);
    if (!asked) {
      void vscode.window.showInformationMessage(l10n.t('This task asked for nothing that a value could answer.'));
      return;
    }
    const recorded = await this.#recorded(view);
    const content = answerText(answerDraft(asked, recorded, bodyText));
    const document = await vscode.workspace.openTextDocument({ language: 'json', content });
    this.#open.set(document.uri.toString(), { view, asked });
    this.#changed.fire();
    await vscode.window.showTextDocument(document);
  }

  /** Starts the replay again with the answer in it: as it was, also under the debugger. */
  async use(uri: unknown): Promise<void> {
    const key = typeof uri === 'string' ? uri : vscode.window.activeTextEditor?.document.uri.toString();
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
    const question = document && this.#open.get(document.uri.toString());
    if (!question) return;
    const { view, asked } = question;
    const read = readAnswer(document.getText(), asked);
    if (!read.ok) {
      void vscode.window.showErrorMessage(read.message);
      return;
    }
    const session = this.#session;
    const { task_id, agent, replay_mode = 'exact' } = view;
    if (!isFinal(session.tasks.get(task_id)?.status ?? view.status)) {
      await (await session.apiOf(task_id))?.cancel(task_id);
      await session.tasks.whenEnded(task_id);
    }
    const request: SubmitTask = { agent_name: agent.name, replay_of: task_id, replay_mode, given: [read.answer], source: 'editor' };
    const target = session.targets.of(task_id);
    await close(document);
    if (target) await submitOnTarget(session, target, request);
    else if (view.debug === true) await debug(session, agent.name, { ...request, agent_path: agent.path, debug: true });
    else await submitReplay(session, { ...request, agent_path: agent.path });
  }

  /** What was recorded; nothing where it is not to be had, for an answer can be written without. */
  async #recorded({ task_id, replay_of = task_id }: TaskView): Promise<Pick<Case, 'exchanges' | 'bodies'>> {
    const api = await this.#session.apiOf(task_id);
    for (const id of [task_id, replay_of]) {
      // oxlint-disable-next-line no-await-in-loop -- The second is asked only where the first has nothing.
      const reply = await api?.caseOf(id);
      if (reply?.ok === true && validateCase(reply.value)) return reply.value;
    }
    return { exchanges: [], bodies: {} };
  }
}

export function requestText({ method, url }: ExchangeDiverged): string {
  return `${method} ${shortUrl(url)}`;
}

/** It has served; nobody wants to be asked whether to save it. */
async function close(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
