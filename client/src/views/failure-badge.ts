import type { Task } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { isNews } from '../tasks/task-groups.ts';

/** Counts failures on the view's icon until a person has seen the view: no toast, no stolen focus. */
export class FailureBadge {
  readonly #view: vscode.TreeView<string>;
  readonly #since: number;
  #unseen = new Set<string>();
  #seen = new Set<string>();

  constructor(view: vscode.TreeView<string>, since: number) {
    this.#view = view;
    this.#since = since;
  }

  update(tasks: readonly Task[]): void {
    const failed = tasks.filter((task) => isNews(task) && Date.parse(task.finished_at ?? '') >= this.#since);
    for (const { task_id } of failed) {
      if (this.#view.visible) this.#seen.add(task_id);
      else if (!this.#seen.has(task_id)) this.#unseen.add(task_id);
    }
    this.#show();
  }

  clear(): void {
    for (const id of this.#unseen) this.#seen.add(id);
    this.#unseen = new Set();
    this.#show();
  }

  #show(): void {
    const { size } = this.#unseen;
    this.#view.badge =
      size === 0 ? undefined : { value: size, tooltip: size === 1 ? l10n.t('1 task failed') : l10n.t('{0} tasks failed', size) };
  }
}
