import type { Task } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LinkState } from '../runtime/runtime-link.ts';
import { statusText } from './status-text.ts';

/** One item at the left; hidden when nothing runs and nothing waits. */
export function createStatusItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('hermesRuntime.status', vscode.StatusBarAlignment.Left, 0);
  item.name = 'Hermes Runtime';
  item.command = 'hermesRuntime.tasks.focus';
  return item;
}

export function updateStatusItem(item: vscode.StatusBarItem, state: LinkState, tasks: readonly Task[]): void {
  const text = statusText(state, tasks);
  if (text === '') return item.hide();
  item.text = `$(list-tree) ${text}`;
  item.tooltip = l10n.t('Show tasks');
  item.accessibilityInformation = { label: text };
  item.show();
}
