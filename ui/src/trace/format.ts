import * as l10n from '@vscode/l10n';
import type { Place, TaskStatus } from '@hermes-runtime/schemas';

/** For a column: one unit and as many decimals for every row, chosen by the longest. */
export function formatColumn(ms: number, longest: number): string {
  return longest < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

/** Seconds since the task began, as the left column shows them. */
export function formatOffset(ms: number): string {
  return (Math.max(0, ms) / 1000).toFixed(1);
}

export function formatBytes(bytes: number | undefined): string {
  if (bytes === undefined) return '';
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

export function formatPlace({ file, line }: Place): string {
  return `${file}:${line}`;
}

/** Short enough to say aloud, long enough to find: `t-7f3a`. */
export function shortId(taskId: string): string {
  return `t-${taskId.replace(/^t-/, '').slice(0, 4)}`;
}

export function statusText(status: TaskStatus): string {
  switch (status) {
    case 'queued':
      return l10n.t('queued');
    case 'running':
      return l10n.t('running');
    case 'waiting':
      return l10n.t('waiting');
    case 'succeeded':
      return l10n.t('succeeded');
    case 'failed':
      return l10n.t('failed');
    case 'timed_out':
      return l10n.t('timed out');
    case 'canceled':
      return l10n.t('canceled');
  }
}
