import * as l10n from '@vscode/l10n';
import { findingsOf, isFinal, type AttemptView, type Failure, type TaskView } from '@hermes-runtime/schemas';
import { rowsInOrder } from './block.ts';
import { callBlocks } from './call-rows.ts';
import { divergenceBlocks } from './divergence-rows.ts';
import { duration } from './duration.ts';
import { findingBlocks } from './finding-rows.ts';
import { loopBlocks } from './loop-rows.ts';
import { outputBlocks } from './output-rows.ts';
import type { Part, Row } from './row.ts';
import { spanBlocks } from './span-rows.ts';

/** A result longer than this is cut; `--json` and the screens have it whole. */
const maxResult = 2000;

/** Everything that the runtime saw of a task, in the order in which it began. */
export function taskRows(view: TaskView): readonly Row[] {
  const start = view.attempts.at(-1)?.started?.time ?? view.queued_at;
  const { facts } = view;
  const blocks = [
    ...callBlocks(facts.exchanges, start),
    ...divergenceBlocks(facts.diverged, start),
    ...loopBlocks(facts, start),
    ...findingBlocks(findingsOf(view), facts, start),
    ...outputBlocks(facts, start),
    ...spanBlocks(facts, start),
  ];
  return [...earlierAttempts(view.attempts), ...rowsInOrder(blocks), ...endRows(view, start)];
}

/** What became of attempts before the one that is shown. */
function earlierAttempts(attempts: readonly AttemptView[]): readonly Row[] {
  return attempts.slice(0, -1).map(({ attempt, status, failure }) => ({
    mark: 'retried',
    parts: [
      { text: l10n.t('attempt {0} {1}', attempt, statusWord(status)) },
      { text: failure ? `  ${failure.message}` : '', style: 'dim' },
    ],
    place: failure?.at,
  }));
}

function endRows(view: TaskView, start: number): readonly Row[] {
  if (view.status === 'waiting') return [{ mark: 'waits', markStyle: 'purple', parts: [{ text: waitText(view) }] }];
  if (!isFinal(view.status)) return progressRows(view, start);
  const at = (view.finished_at ?? start) - start;
  if (view.status === 'succeeded') {
    const result = JSON.stringify(view.output) ?? 'null';
    const cut = result.length > maxResult ? `${result.slice(0, maxResult)}…` : result;
    return [
      {
        at,
        mark: 'ok',
        markStyle: 'green',
        parts: [{ text: cut }, { text: `  ${l10n.t('fits output_schema')}`, style: 'dim', wideOnly: true }],
      },
    ];
  }
  return view.failure
    ? failureRows(view.failure, at)
    : [{ at, mark: 'failed', markStyle: 'red', parts: [{ text: statusWord(view.status) }] }];
}

/** How far the agent says it is; gone when it has ended. */
function progressRows({ facts: { progress } }: TaskView, start: number): readonly Row[] {
  if (!progress) return [];
  const { done, total, message } = progress;
  const count = done === undefined ? '' : total === undefined ? String(done) : l10n.t('{0} of {1}', done, total);
  const text = [count, message ?? ''].filter((part) => part !== '').join('  ');
  return [{ at: progress.time - start, mark: 'span', markStyle: 'blue', parts: [{ text }] }];
}

function failureRows(failure: Failure, at: number): readonly Row[] {
  const type =
    failure.exception_type === undefined || failure.message.startsWith(failure.exception_type) ? '' : `${failure.exception_type}: `;
  const head: Part[] = [
    { text: `${type}${failure.message}`, style: 'red' },
    { text: `  ${failure.code}`, style: 'dim' },
  ];
  const problems = (failure.problems ?? []).map((problem): Row => ({
    parts: [{ text: `${problem.path === '' ? '/' : problem.path}  ` }, { text: problem.message, style: 'dim' }],
  }));
  const traceback = (failure.traceback ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Row => ({ parts: [{ text: line, style: 'dim' }] }));
  return [{ at, mark: 'failed', markStyle: 'red', parts: head, place: failure.at }, ...problems, ...traceback];
}

function waitText({ waiting }: TaskView): string {
  if (waiting?.reason === 'concurrency') return l10n.t('waits for another task of this agent to end');
  return waiting?.until === undefined
    ? l10n.t('waits for the next attempt')
    : l10n.t('waits for the next attempt, at {0}', new Date(waiting.until).toISOString().slice(11, 19));
}

/** A status as people read it. */
export function statusWord(status: TaskView['status'] | AttemptView['status']): string {
  switch (status) {
    case 'queued':
      return l10n.t('queued');
    case 'starting':
      return l10n.t('starting');
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
    case 'lost':
      return l10n.t('lost');
  }
}

/** How long the task took, or has taken until now. */
export function taskTime(view: TaskView, now: number): string {
  return duration(view.ms ?? Math.max(0, now - view.queued_at));
}
