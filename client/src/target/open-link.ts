import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import { connectTarget } from './connect-target.ts';
import { debugFromTarget } from './debug-from-target.ts';
import { linkOf } from './link.ts';
import type { TargetAddress } from './target-address.ts';

const trustedKey = 'hermesRuntime.trustedTargets';

/** A link of the console. Whether its target is to be trusted is asked once. */
export async function openLink(session: Session, uri: vscode.Uri): Promise<void> {
  const link = linkOf(uri);
  if (!link) {
    void vscode.window.showErrorMessage(l10n.t('This link is none that Hermes Runtime understands.'));
    return;
  }
  const { address, task } = link;
  if (!(await isTrusted(session, address))) return;
  const target = session.targets.at(address.url) ?? (await connectTarget(session.targets, address));
  if (target && (await session.runtime())) await debugFromTarget(session, target, task);
}

async function isTrusted({ context }: Session, { url }: TargetAddress): Promise<boolean> {
  const trusted = context.globalState.get<readonly string[]>(trustedKey) ?? [];
  if (trusted.includes(url)) return true;
  const trust = l10n.t('Trust and Debug');
  const picked = await vscode.window.showWarningMessage(
    l10n.t('Do you trust {0}?', url),
    {
      modal: true,
      detail: l10n.t('A link wants to fetch a task from there, with its input, traffic and code, and to debug it on this machine.'),
    },
    trust,
  );
  if (picked !== trust) return false;
  await context.globalState.update(trustedKey, [...trusted, url]);
  return true;
}
