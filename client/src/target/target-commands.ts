import * as l10n from '@vscode/l10n';
import type { CommandName } from '../commands/command-names.ts';
import type { Session } from '../session.ts';
import { connectTarget, disconnectTarget } from './connect-target.ts';
import { chooseUsed, pickTarget, targetOfRow } from './pick-target.ts';
import { pushCommand } from './push-agent.ts';

type TargetCommand = Extract<CommandName, 'connectTarget' | 'disconnectTarget' | 'retryTarget' | 'useTarget' | 'push'>;

export function targetCommands(session: Session): Readonly<Record<TargetCommand, (argument: unknown) => Promise<void>>> {
  const { targets } = session;
  return {
    connectTarget: async (argument) => void (await connectTarget(targets, targetOfRow(targets, argument)?.address)),
    disconnectTarget: async (argument) => {
      const target = targetOfRow(targets, argument) ?? (await pickTarget(targets, l10n.t('Which target?')));
      if (target) await disconnectTarget(targets, target);
    },
    retryTarget: async (argument) => {
      for (const target of targets.all) if (argument === undefined || target === targetOfRow(targets, argument)) target.retry();
    },
    useTarget: async (argument) => chooseUsed(targets, argument),
    push: async (argument) => pushCommand(session, argument),
  };
}
