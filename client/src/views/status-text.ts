import type { Task } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { LinkState } from '../runtime/runtime-link.ts';

/** `Hermes: 1 running · 2 waiting`; empty when idle. */
export function statusText(state: LinkState, tasks: readonly Task[]): string {
  if (state === 'starting') return l10n.t('Hermes: starting');
  const running = tasks.filter(({ status }) => status === 'running' || status === 'queued').length;
  const waiting = tasks.filter(({ status }) => status === 'waiting').length;
  if (running === 0 && waiting === 0) return '';
  if (waiting === 0) return l10n.t('Hermes: {0} running', running);
  return running === 0 ? l10n.t('Hermes: {0} waiting', waiting) : l10n.t('Hermes: {0} running · {1} waiting', running, waiting);
}
