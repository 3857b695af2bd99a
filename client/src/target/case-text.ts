import type { Case } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';

/** `Case: input · 11 exchanges · code sha256:9bc1 (2 files differ from yours) · Network off · 0 live effects`. */
export function caseText(
  { agent, exchanges, traffic }: Pick<Case, 'agent' | 'exchanges' | 'traffic'>,
  differing: number | undefined,
): string {
  return [
    l10n.t('Case: input'),
    traffic === 'kept' ? exchangesText(exchanges.length) : l10n.t('traffic expired'),
    [l10n.t('code sha256:{0}', agent.digest.slice(0, 4)), differenceText(differing)].filter((part) => part !== '').join(' '),
    l10n.t('Network off · 0 live effects'),
  ].join(' · ');
}

function exchangesText(count: number): string {
  return count === 1 ? l10n.t('1 exchange') : l10n.t('{0} exchanges', count);
}

function differenceText(differing: number | undefined): string {
  switch (differing) {
    case undefined:
      return '';
    case 0:
      return l10n.t('(the same as yours)');
    case 1:
      return l10n.t('(1 file differs from yours)');
    default:
      return l10n.t('({0} files differ from yours)', differing);
  }
}
