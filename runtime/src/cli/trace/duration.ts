import * as l10n from '@vscode/l10n';

/** `412 ms`, `17.9 s`, `3 min 11 s`, `2 h 5 min`; short: `412ms`, `1s`, `1.5s`. */
export function duration(ms: number, form: 'long' | 'short' = 'long'): string {
  if (form === 'short') return ms < 950 ? `${Math.round(ms)}ms` : `${Number((ms / 1000).toFixed(1))}s`;
  if (ms < 1000) return l10n.t('{0} ms', Math.round(ms));
  if (ms < 60_000) return l10n.t('{0} s', (ms / 1000).toFixed(1));
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return l10n.t('{0} min {1} s', Math.floor(seconds / 60), seconds % 60);
  return l10n.t('{0} h {1} min', Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60));
}
