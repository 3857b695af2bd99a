import type { AgentSummary } from '@hermes-runtime/schemas';
import * as path from 'node:path';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { pickAgent } from '../commands/pick.ts';
import { askForTrust } from '../runtime/runtime-messages.ts';
import type { Session } from '../session.ts';
import { connectTarget } from './connect-target.ts';
import { cliProgram } from './fetch-code.ts';
import { agentOfRow, pickTarget, targetOfRow } from './pick-target.ts';
import { type PushPlan, advisedVersion, freeVersion, planDetail, planHead, pushPlanOf, shownDigest, withVersion } from './push-plan.ts';
import { type CliAnswer, runCli } from './run-cli.ts';
import type { Target } from './target.ts';

/** From a lens, a row of either view, or the palette. */
export async function pushCommand(session: Session, argument: unknown): Promise<void> {
  if (!vscode.workspace.isTrusted) return void askForTrust();
  const { targets } = session;
  const asked = namedIn(argument);
  const name = agentOfRow(argument) ?? asked?.name;
  const agent = name === undefined ? (await session.runtime()) && (await pickAgent(session, argument)) : ownAgent(session, name);
  if (!agent) {
    if (name !== undefined) void vscode.window.showErrorMessage(l10n.t('There is no agent {0} in this folder.', name));
    return;
  }
  const named = targetOfRow(targets, argument) ?? (asked && targets.at(asked.target)) ?? targets.used;
  const target =
    named ??
    (targets.all.length === 0 ? await connectTarget(targets) : await pickTarget(targets, l10n.t('Push {0} to which target?', agent.name)));
  if (target) await pushAgent(session, target, agent);
}

/** First what would change, then a person's word, then the push; an interrupted one leaves nothing there. */
async function pushAgent(session: Session, target: Target, agent: AgentSummary): Promise<void> {
  // What is on the screen is what a person means.
  await vscode.workspace.saveAll(false);
  const again = async (): Promise<void> => pushAgent(session, target, agent);
  const looked = await callCli(session, target, l10n.t('Comparing {0} with {1}', agent.name, target.address.name), [
    'push',
    agent.path,
    '--dry-run',
  ]);
  const plan = looked.ok ? pushPlanOf(looked.value) : undefined;
  const free = looked.ok ? undefined : freeVersion(looked.message);
  if (!plan && free !== undefined) return offerVersion(session, target, agent, free);
  if (!plan) return sayNotPushed(target, looked, again);
  const advised = advisedVersion(plan);
  const push = l10n.t('Push');
  const pushAs = advised === undefined ? undefined : l10n.t('Push as {0}', advised);
  const picked = await vscode.window.showWarningMessage(
    planHead(plan, target.address.name),
    { modal: true, detail: planDetail(plan, target.address.name) },
    ...(pushAs === undefined ? [push] : [pushAs, push]),
  );
  if (picked === undefined) return;
  if (advised !== undefined && picked === pushAs && !(await writeVersion(agent.path, advised))) return;
  await send(session, target, agent, plan.deployed);
}

/** Versions never change: other files are another version. What it changes is shown before it is pushed. */
async function offerVersion(session: Session, target: Target, agent: AgentSummary, version: string): Promise<void> {
  const pushAs = l10n.t('Push as {0}', version);
  const picked = await vscode.window.showWarningMessage(
    l10n.t('{0} has this version of {1} already, with other files.', target.address.name, agent.name),
    { modal: true, detail: l10n.t('Versions never change: push it as {0}.', version) },
    pushAs,
  );
  if (picked === pushAs && (await writeVersion(agent.path, version))) await pushAgent(session, target, agent);
}

async function send(session: Session, target: Target, agent: AgentSummary, before: PushPlan['deployed']): Promise<void> {
  const { name: there } = target.address;
  const sent = await callCli(session, target, l10n.t('Pushing {0} to {1}', agent.name, there), ['push', agent.path, '--yes']);
  const done = sent.ok ? pushPlanOf(sent.value) : undefined;
  if (!done) return sayNotPushed(target, sent, async () => send(session, target, agent, before));
  target.agents.refresh();
  const back = l10n.t('Roll back');
  const text = done.pushed ? l10n.t('Pushed {0}', shownDigest(done.digest)) : l10n.t('It was there already: {0}', shownDigest(done.digest));
  const picked = await vscode.window.showInformationMessage(text, ...(before && done.pushed ? [back] : []));
  if (picked === back && before) await rollBack(session, target, agent, before.version);
}

async function rollBack(session: Session, target: Target, agent: AgentSummary, version: string): Promise<void> {
  const title = l10n.t('Rolling {0} back to {1}', agent.name, version);
  const answer = await callCli(session, target, title, ['rollback', agent.name, '--to', version]);
  target.agents.refresh();
  if (answer.ok) void vscode.window.showInformationMessage(l10n.t('{0} runs {1} {2} again.', target.address.name, agent.name, version));
  else void vscode.window.showErrorMessage(answer.message);
}

async function callCli(session: Session, target: Target, title: string, args: readonly string[]): Promise<CliAnswer> {
  const token = await session.targets.tokenOf(target);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_progress, canceled) => {
      const abort = new AbortController();
      canceled.onCancellationRequested(() => abort.abort());
      const { url } = target.address;
      return runCli({ program: cliProgram(session.context), args: [...args, '--target', url], token, signal: abort.signal });
    },
  );
}

/** `prod refused the connection. Nothing was pushed.` — under the name that the person knows. */
async function sayNotPushed({ address: { name, url } }: Target, answer: CliAnswer, again: () => Promise<void>): Promise<void> {
  const retry = l10n.t('Retry');
  const said = answer.ok ? l10n.t('{0} answered something that this version does not understand.', name) : answer.message;
  if ((await vscode.window.showErrorMessage(said.replaceAll(url, name), retry)) === retry) await again();
}

async function writeVersion(folder: string, version: string): Promise<boolean> {
  const uri = vscode.Uri.file(path.join(folder, 'agent.yaml'));
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const changed = withVersion(text, version);
  if (changed === undefined) {
    void vscode.window.showErrorMessage(l10n.t('agent.yaml has no version that could be changed. Write {0} there.', version));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(document.positionAt(0), document.positionAt(text.length)), changed);
  return (await vscode.workspace.applyEdit(edit)) && document.save();
}

function ownAgent({ agents }: Session, name: string): AgentSummary | undefined {
  return agents.all.find((agent) => agent.name === name);
}

function namedIn(argument: unknown): { readonly name: string; readonly target: string } | undefined {
  if (typeof argument !== 'object' || argument === null || !('name' in argument) || !('target' in argument)) return undefined;
  return { name: String(argument.name), target: String(argument.target) };
}
