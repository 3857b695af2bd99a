import { type ReplayMode, type TaskView, isFinal, durationText } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { shortId, statusText } from './format.ts';
import { Icon, type IconName } from './icon.tsx';
import { ReplayMenu } from './replay-menu.tsx';

type TaskHeaderProps = {
  readonly view: TaskView;
  readonly findings: number;
  readonly now: number;
  readonly onRunAgain: () => void;
  readonly onReplay: (mode: ReplayMode) => void;
  /** Absent where there is no folder to write to. */
  readonly onSaveTest: (() => void) | undefined;
  /** An address that has an editor debug the task. */
  readonly debugLink: string | undefined;
  /** Absent where there is no debugger. */
  readonly onDebug: (() => void) | undefined;
  readonly onCancel: () => void;
};

/** Who ran, where, for how long, and what can be done with it now. */
export function TaskHeader({
  view,
  findings,
  now,
  onRunAgain,
  onReplay,
  onSaveTest,
  onDebug,
  debugLink,
  onCancel,
}: TaskHeaderProps): JSX.Element {
  const { agent, status, attempts } = view;
  const started = attempts.at(-1)?.started;
  const facts = [
    shortId(view.task_id),
    durationText(view.ms ?? Math.max(0, now - view.queued_at)),
    'local',
    started && [started.language, started.language_version].filter(Boolean).join(' '),
    started?.rung,
    started && networkText(started.network),
    attempts.length > 1 && l10n.t('{0} attempts', attempts.length),
  ].filter((text) => typeof text === 'string' && text !== '');
  const icon = statusIcon(status, findings);
  return (
    <header class="task-header">
      <Icon name={icon} label={icon === 'findings' ? l10n.t('succeeded, with findings') : statusText(status)} />
      <h1>
        {agent.name}
        <span class="dim">@{agent.version}</span>
      </h1>
      <span class="dim facts">{facts.join(' · ')}</span>
      <span class="actions">
        {isFinal(status) ? (
          <>
            <ReplayMenu onReplay={onReplay} />
            {onDebug && started?.language !== 'shell' && (
              <button type="button" onClick={onDebug}>
                <Icon name="debug" /> {l10n.t('Debug')}
              </button>
            )}
            {debugLink !== undefined && started?.language !== 'shell' && (
              <a class="button" href={debugLink}>
                <Icon name="debug" /> {l10n.t('Debug in VS Code')}
              </a>
            )}
            {onSaveTest && (
              <button type="button" onClick={onSaveTest}>
                <Icon name="test" /> {l10n.t('Save as test')}
              </button>
            )}
            <button type="button" onClick={onRunAgain}>
              <Icon name="retried" /> {l10n.t('Run again')}
            </button>
          </>
        ) : (
          <button type="button" onClick={onCancel}>
            <Icon name="cancel" /> {l10n.t('Cancel')}
          </button>
        )}
      </span>
    </header>
  );
}

export function statusIcon(status: TaskView['status'], findings: number): IconName {
  return status === 'succeeded' && findings > 0 ? 'findings' : status;
}

function networkText(network: 'open' | 'none' | readonly string[]): string {
  if (network === 'open') return l10n.t('network: open');
  return network === 'none' ? l10n.t('network: none') : l10n.t('network: {0}', network.join(', '));
}
