import { type TaskView, receiptTexts, replayHead } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';

/** For a replay: its mode by name, and, once it has ended, its receipt. Nothing for any other task. */
export function ReplayStrip({ view }: { readonly view: TaskView }): JSX.Element | null {
  const head = replayHead(view);
  if (head === '') return null;
  return (
    <div class="strip replay-strip" role="note" aria-label={l10n.t('Receipt')}>
      <b>{head}</b>
      {view.replay && <span class="dim">{receiptTexts(view.replay).join(' · ')}</span>}
    </div>
  );
}
