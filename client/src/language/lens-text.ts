import { type AgentSummary, type Task, isFinal, isServedReplay, durationText } from '@hermes-runtime/schemas';
import type { OutcomesParams } from '@hermes-runtime/schemas/lsp';
import * as l10n from '@vscode/l10n';
import { agoText } from '../tasks/ago.ts';
import { causeText, placeText } from '../tasks/task-text.ts';

/** The newest task of each agent, in the words that its lens ends with. */
export function lensOutcomes(known: readonly Pick<AgentSummary, 'path'>[], tasks: readonly Task[], now: number): OutcomesParams {
  const agents: Record<string, { text: string }> = {};
  for (const task of tasks) {
    if (isServedReplay(task)) continue;
    if (task.agent_path !== undefined) agents[task.agent_path] ??= { text: lensText(task, now) };
  }
  for (const { path } of known) agents[path] ??= { text: l10n.t('never run') };
  return { agents };
}

/** `✓ 412 ms · just now`, `⚠ 17.9 s · 4 findings`, `✗ main.py:61 · SMTP 421`, `running · 2.1 s`. */
export function lensText(task: Task, now: number): string {
  const started = Date.parse(task.started_at ?? task.created_at);
  if (!isFinal(task.status) || task.finished_at === null) {
    return task.status === 'queued'
      ? l10n.t('queued')
      : [task.status === 'waiting' ? l10n.t('waiting') : l10n.t('running'), durationText(now - started)].join(' · ');
  }
  const finished = Date.parse(task.finished_at);
  const ago = agoText(now - finished);
  const took = durationText(finished - Date.parse(task.created_at));
  const { length } = task.findings;
  if (task.status === 'canceled') return `${l10n.t('canceled')} · ${ago}`;
  if (task.status === 'timed_out') return `✗ ${l10n.t('timed out')} · ${ago}`;
  if (task.status === 'failed') return `✗ ${failedText(task)}`;
  if (length > 0) return `⚠ ${took} · ${length === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', length)} · ${ago}`;
  return `✓ ${took} · ${ago}`;
}

/** A lens has one line: what is cut off is whole in the tree and in the panel. */
function failedText({ failure }: Task): string {
  if (!failure) return l10n.t('failed');
  if (failure.code === 'attempt_lost') return l10n.t('lost');
  const cause = causeText(failure);
  const short = cause.length > 60 ? `${cause.slice(0, 59)}…` : cause;
  return [placeText(failure.at), short].filter((part) => part !== '').join(' · ');
}
