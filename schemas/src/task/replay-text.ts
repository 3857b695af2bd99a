import * as l10n from '@vscode/l10n';
import type { ReplayCompared, ReplayMode } from '../generated/types.ts';
import type { TaskView } from './task-view.ts';

/** A mode by its name, as every screen shows it. */
export function replayModeText(mode: ReplayMode): string {
  switch (mode) {
    case 'exact':
      return l10n.t('exact replay');
    case 'my_code':
      return l10n.t('replay with my code');
    case 'again':
      return l10n.t('again, live');
    case 'edited':
      return l10n.t('edited input, live');
  }
}

/** Whether a task was answered from a recording: then it says nothing about how the agent does, and its failure is no news. */
export function isServedReplay({ replay_mode }: { readonly replay_mode?: ReplayMode }): boolean {
  return replay_mode === 'exact' || replay_mode === 'my_code';
}

/** What a replay is and where its traffic comes from, before it has ended; empty for any other task. */
export function replayHead(task: TaskView): string {
  const { replay_mode, replay_of } = task;
  if (replay_mode === undefined || replay_of === undefined) return '';
  const of = replay_of.startsWith('case:') ? l10n.t('a case file') : replay_of.slice(0, 4);
  const source = isServedReplay(task) ? l10n.t('recorded traffic, network off') : l10n.t('live');
  const given = task.given === undefined ? [] : [l10n.t('{0} given by hand', task.given.length)];
  return [replayModeText(replay_mode), l10n.t('of {0}', of), source, ...given].join(' · ');
}

/** The receipt, from what was held equal to what came of it. */
export function receiptTexts(receipt: ReplayCompared): readonly string[] {
  const { input, code, environment, live_effects, served, given, changed, diverged, left, findings_before, findings_after, result } =
    receipt;
  const isServed = isServedReplay({ replay_mode: receipt.mode });
  return [
    sameText(l10n.t('input'), input),
    sameText(l10n.t('code'), code),
    sameText(l10n.t('environment'), environment),
    live_effects === 1 ? l10n.t('1 live effect') : l10n.t('{0} live effects', live_effects),
    ...(isServed ? [l10n.t('{0} served', served)] : []),
    ...(given === undefined || given === 0 ? [] : [l10n.t('{0} given by hand', given)]),
    ...(changed > 0 ? [l10n.t('{0} changed', changed)] : []),
    ...(diverged > 0 ? [l10n.t('{0} diverged', diverged)] : []),
    ...(left > 0 ? [l10n.t('{0} not asked for', left)] : []),
    l10n.t('findings {0} → {1}', findings_before, findings_after),
    ...(result === undefined ? [] : [sameText(l10n.t('result'), result)]),
    ...(receipt.not_fed === undefined ? [] : [l10n.t('not fed: {0}', receipt.not_fed.join(', '))]),
  ];
}

function sameText(what: string, same: 'equal' | 'different' | 'unknown'): string {
  if (same === 'equal') return l10n.t('{0} equal', what);
  return same === 'different' ? l10n.t('{0} different', what) : l10n.t('{0} not known', what);
}
