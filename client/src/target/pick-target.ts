import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { agentCount } from './target-tree.ts';
import type { Target } from './target.ts';
import type { Targets } from './targets.ts';

/** The target that a row means: its own, or one of its agents'. */
export function targetOfRow(targets: Targets, argument: unknown): Target | undefined {
  if (typeof argument !== 'string' || !argument.startsWith('target/')) return undefined;
  return targets.at(argument.slice('target/'.length).split('#')[0] ?? '');
}

/** The deployed agent that a row of the view means, by name. */
export function agentOfRow(argument: unknown): string | undefined {
  const name = typeof argument === 'string' && argument.startsWith('target/') ? argument.split('#')[1] : undefined;
  return name === '' ? undefined : name;
}

/** The one there is, or the person's choice; undefined where there is none or the person left. */
export async function pickTarget({ all }: Targets, placeHolder: string): Promise<Target | undefined> {
  const [only, ...more] = all;
  if (!only || more.length === 0) return only;
  const picked = await vscode.window.showQuickPick(
    all.map((target) => ({ label: target.address.name, description: target.address.url, target })),
    { placeHolder },
  );
  return picked?.target;
}

/** Where Run goes from now on. */
export async function chooseUsed(targets: Targets, argument: unknown): Promise<void> {
  const named = targetOfRow(targets, argument);
  if (named || argument === 'target/local') return targets.use(named);
  const here = { label: l10n.t('local'), description: l10n.t('This machine'), target: undefined };
  const picked = await vscode.window.showQuickPick(
    [
      here,
      ...targets.all.map((target) => ({
        label: target.address.name,
        description: `${target.address.url} · ${agentCount(target.agents.all.length)}`,
        target,
      })),
    ],
    { placeHolder: l10n.t('Where shall Run go?') },
  );
  if (picked) await targets.use(picked.target);
}
