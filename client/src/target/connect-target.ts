import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { runtimeApi } from '../runtime/runtime-api.ts';
import { reasonOf } from './connection-reason.ts';
import { agentCount } from './target-tree.ts';
import { type TargetAddress, isOpenToReaders, targetAddress } from './target-address.ts';
import type { Target } from './target.ts';
import type { Targets } from './targets.ts';

/** Asks for an address and its token, tries both, and only then keeps them. */
export async function connectTarget(targets: Targets, given?: TargetAddress): Promise<Target | undefined> {
  const address = given ?? (await askAddress());
  if (!address || !(await acceptsOpenWay(address))) return undefined;
  const token = await vscode.window.showInputBox({
    title: l10n.t('Connect to {0}', address.name),
    prompt: l10n.t('Token for {0}', address.url),
    placeHolder: l10n.t('Goes to the secret storage, never into a file'),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => (/^[\x21-\x7e]+$/.test(text.trim()) ? undefined : l10n.t('A token has letters, digits and signs only.')),
  });
  return token === undefined ? undefined : tryToken(targets, address, token.trim());
}

async function tryToken(targets: Targets, address: TargetAddress, token: string): Promise<Target | undefined> {
  const tried = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: l10n.t('Connecting to {0}', address.name) },
    async () => knock(address, token),
  );
  if (tried.ok) {
    const target = await targets.add(address, token);
    vscode.window.setStatusBarMessage(`${address.name} · ${agentCount(tried.agents)}`, 5_000);
    return target;
  }
  const retry = l10n.t('Retry');
  const other = l10n.t('Other token');
  const picked = await vscode.window.showErrorMessage(tried.message, retry, ...(tried.known ? [other] : []));
  if (picked === retry) return tryToken(targets, address, token);
  return picked === other ? connectTarget(targets, address) : undefined;
}

type Knock = { readonly ok: true; readonly agents: number } | { readonly ok: false; readonly known: boolean; readonly message: string };

/** `/health` says that it is one of ours, before the token goes anywhere. */
async function knock(address: TargetAddress, token: string): Promise<Knock> {
  const { name, url } = address;
  try {
    const unknown = runtimeApi({ type: 'url', url, token: '' });
    const unwell = await unknown.health();
    if (unwell !== undefined && /^\d+$/.test(unwell))
      return { ok: false, known: false, message: l10n.t('{0} is no Hermes orchestrator: /health answered {1}.', url, unwell) };
    const agents = await runtimeApi({ type: 'url', url, token }).agents();
    if (agents.ok) return { ok: true, agents: agents.value.length };
    return { ok: false, known: true, message: l10n.t('{0} does not let you in: {1}', name, agents.error.message) };
  } catch (error) {
    return { ok: false, known: false, message: l10n.t('{0} cannot be reached: {1}.', name, reasonOf(error)) };
  }
}

async function askAddress(): Promise<TargetAddress | undefined> {
  const text = await vscode.window.showInputBox({
    title: l10n.t('Connect a target'),
    prompt: l10n.t('Address of the orchestrator'),
    placeHolder: 'https://prod.example.com',
    ignoreFocusOut: true,
    validateInput: (typed) => (targetAddress(typed) ? undefined : l10n.t('An address begins with https:// or http:// and has no path.')),
  });
  return text === undefined ? undefined : targetAddress(text);
}

async function acceptsOpenWay(address: TargetAddress): Promise<boolean> {
  if (!isOpenToReaders(address)) return true;
  const anyway = l10n.t('Connect Anyway');
  const picked = await vscode.window.showWarningMessage(
    l10n.t('Connect to {0} without encryption?', address.url),
    { modal: true, detail: l10n.t('Others on the way could read the token and everything that tasks hold. With https:// they cannot.') },
    anyway,
  );
  return picked === anyway;
}

/** Ends the connection and forgets the token. */
export async function disconnectTarget(targets: Targets, target: Target): Promise<void> {
  await targets.remove(target);
  vscode.window.setStatusBarMessage(l10n.t('{0} is disconnected, its token is forgotten', target.address.name), 5_000);
}
