import type { AgentSummary } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Row, RowTree } from '../views/row-tree.ts';
import type { Surface } from '../views/window-view.ts';
import { type TargetRow, targetTree } from './target-tree.ts';
import type { Targets } from './targets.ts';

/** The third view, and the note that says where Run goes when that is not this machine. */
export class TargetsView implements vscode.Disposable {
  readonly tree: RowTree<TargetRow>;
  readonly #note: vscode.StatusBarItem;

  constructor(surface: Surface) {
    this.tree = new RowTree(surface.changed, isTargetRow, () => undefined);
    this.#note = vscode.window.createStatusBarItem('hermesRuntime.target', vscode.StatusBarAlignment.Left, -1);
    this.#note.name = l10n.t('Hermes target');
    this.#note.command = 'hermesRuntime.useTarget';
  }

  show({ all, used }: Targets, own: readonly AgentSummary[]): void {
    const shown = all.map((target) => ({
      address: target.address,
      state: target.state,
      message: target.message,
      agents: target.agents.all,
      used: target === used,
    }));
    this.tree.update(targetTree(shown, own));
    if (!used) return this.#note.hide();
    const text = l10n.t('Run goes to {0}', used.address.name);
    this.#note.text = `$(cloud) ${text}`;
    this.#note.tooltip = `${used.address.url}\n\n${l10n.t('Choose where Run goes')}`;
    this.#note.accessibilityInformation = { label: text };
    this.#note.show();
  }

  dispose(): void {
    this.#note.dispose();
  }
}

function isTargetRow(row: Row): row is TargetRow {
  return row.id.startsWith('target/');
}
