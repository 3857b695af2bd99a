import * as l10n from '@vscode/l10n';

/** How long ago, as coarse as a person would say it. */
export function agoText(ms: number): string {
  if (ms < 60_000) return l10n.t('just now');
  if (ms < 3_600_000) return l10n.t('{0} min ago', Math.floor(ms / 60_000));
  if (ms < 86_400_000) return l10n.t('{0} h ago', Math.floor(ms / 3_600_000));
  return l10n.t('{0} d ago', Math.floor(ms / 86_400_000));
}
