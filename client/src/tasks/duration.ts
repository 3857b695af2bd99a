import * as l10n from '@vscode/l10n';

/** `412 ms`, `17.9 s`, `3 min 11 s`, `2 d 23 h`: two units at most. */
export function durationText(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 3_600) return two(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  if (seconds < 86_400) return two(Math.floor(seconds / 3_600), 'h', Math.floor((seconds % 3_600) / 60), 'min');
  return two(Math.floor(seconds / 86_400), 'd', Math.floor((seconds % 86_400) / 3_600), 'h');
}

/** How long ago, as coarse as a person would say it. */
export function agoText(ms: number): string {
  if (ms < 60_000) return l10n.t('just now');
  if (ms < 3_600_000) return l10n.t('{0} min ago', Math.floor(ms / 60_000));
  if (ms < 86_400_000) return l10n.t('{0} h ago', Math.floor(ms / 3_600_000));
  return l10n.t('{0} d ago', Math.floor(ms / 86_400_000));
}

function two(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
