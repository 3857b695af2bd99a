import * as l10n from '@vscode/l10n';
import type { Finding } from '../generated/types.ts';
import { durationText } from './duration.ts';

/** A finding in words: `head` names what happened, `what` the thing, `note` the rest. The place is shown beside it. */
export type FindingText = { readonly head: string; readonly what: string; readonly note: string };

/** The words of every screen for a finding. Items are listed by the screen, which knows its width. */
export function findingText(finding: Finding): FindingText {
  const { kind, count, title, reason = '', items, written, ms } = finding;
  switch (kind) {
    case 'retried':
      return {
        head: l10n.t('Retried'),
        what: title,
        note: [l10n.t('{0} tries', count), ...(ms === undefined ? [] : [durationText(ms)])].join(' · '),
      };
    case 'skipped':
      return {
        head: count === 1 ? l10n.t('Skipped 1 item') : l10n.t('Skipped {0} items', count),
        what: items.slice(0, 3).join(' · '),
        note: reason,
      };
    case 'dropped':
      return {
        head: count === 1 ? l10n.t('Dropped 1 item') : l10n.t('Dropped {0} items', count),
        what: items.slice(0, 3).join(' · '),
        note: reason === '' ? '' : l10n.t('{0} caught, not logged', reason),
      };
    case 'swallowed':
      return {
        head: count === 1 ? l10n.t('Swallowed an exception') : l10n.t('Swallowed {0} exceptions', count),
        what: items[0] ?? title,
        note: reason,
      };
    case 'garbled':
      return {
        head: written ? l10n.t('Garbled value written') : l10n.t('Garbled text read'),
        what: `“${title}” → “${items[0] ?? ''}”`,
        note: reason,
      };
    case 'unbalanced':
      return { head: l10n.t('Loop does not add up'), what: title, note: l10n.t('{0} unaccounted for', count) };
  }
}
