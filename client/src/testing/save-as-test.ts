import { type Task, emptyTask, expectationOf, foldEvents } from '@hermes-runtime/schemas';
import * as path from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import type { AgentTests } from './agent-tests.ts';
import { testsFolder } from './test-cases.ts';

/** A task becomes a test in its agent's folder: its input and traffic, and what it came to. */
export async function saveAsTest(session: Session, tests: Pick<AgentTests, 'lookForFiles'>, task: Task): Promise<void> {
  // A task of another machine becomes a test of the agent of that name that is here.
  const agent_path = task.agent_path ?? session.agents.all.find(({ name }) => name === task.agent_name)?.path;
  const reply = agent_path === undefined ? undefined : await (await session.apiOf(task.task_id))?.caseOf(task.task_id);
  if (!reply || agent_path === undefined) return;
  if (!reply.ok) {
    void vscode.window.showErrorMessage(reply.error.message);
    return;
  }
  const { value } = reply;
  if (typeof value !== 'object' || value === null) return;
  if ('traffic' in value && value.traffic === 'not_kept') {
    void vscode.window.showErrorMessage(l10n.t('The traffic of this task was not kept, so it cannot become a test.'));
    return;
  }
  const name = await vscode.window.showInputBox({
    title: l10n.t('Save as test'),
    prompt: l10n.t('What does this case show?'),
    value: task.task_id.slice(0, 8),
    validateInput: (text) => (fileName(text) === '' ? l10n.t('Give the test a name with letters in it.') : undefined),
  });
  if (name === undefined) return;
  const expect = expectationOf(foldEvents(emptyTask, await session.history(task.task_id)));
  const target = vscode.Uri.file(path.join(agent_path, testsFolder, `${fileName(name)}.case.json`));
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(`${JSON.stringify({ ...value, expect }, null, 2)}\n`));
  await tests.lookForFiles();
  const show = l10n.t('Show tests');
  const picked = await vscode.window.showInformationMessage(l10n.t('Saved as {0}', path.basename(target.fsPath)), show);
  if (picked === show) await vscode.commands.executeCommand('workbench.view.testing.focus');
}

/** A name as a file of any system. */
function fileName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 100);
}
