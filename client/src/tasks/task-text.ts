import {
  type Failure,
  type Finding,
  type Place,
  type Task,
  findingText,
  receiptTexts,
  replayModeText,
  sawText,
  durationText,
} from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';

/** An icon of VS Code and the theme colour it takes; the words beside it say the same. */
export type Icon = { readonly id: string; readonly color?: string };

export type RowText = {
  readonly label: string;
  readonly description: string;
  readonly icon: Icon;
  /** Whole and wrapped: nothing that a row cuts off is lost. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
};

/** One task as a row. `now` is Unix time in milliseconds. */
export function taskRow(task: Task, now: number): RowText {
  const { icon, word } = statusOf(task);
  const parts = [
    ...(task.replay_mode === undefined ? [] : [replayModeText(task.replay_mode)]),
    ...outcomeParts(task),
    ...timeParts(task, now),
  ];
  const description = parts.join(' · ');
  const saw = sawText(task.findings);
  return {
    label: task.agent_name,
    description,
    icon,
    tooltip: [
      `${task.agent_name}@${task.agent_version} · ${shortId(task.task_id)} · ${word}`,
      ...(task.replay ? [receiptTexts(task.replay).join(' · ')] : []),
      ...(task.failure ? [task.failure.message] : []),
      ...(task.agent_says ? [`${l10n.t('agent says')} ${task.agent_says}`] : []),
      ...(saw ? [`${l10n.t('runtime saw')} ${saw}`] : []),
      ...(task.attempts.at(-1)?.rung === undefined ? [] : [l10n.t('sandbox: {0}', task.attempts.at(-1)?.rung ?? '')]),
    ].join('\n\n'),
    spoken: [`${task.agent_name} ${task.agent_version}`, word, ...parts].join(', '),
  };
}

/** One finding as a row under its task. */
export function findingRow(finding: Finding): RowText {
  const { head, what, note } = findingText(finding);
  const at = placeText(finding.at);
  const label = what === '' ? head : shortPaths(what);
  const description = [note, at].filter((part) => part !== '').join(' · ');
  return {
    label,
    description,
    icon: findingIcons[finding.kind],
    tooltip: [head, what, note, ...finding.items, at].filter((part) => part !== '').join('\n\n'),
    spoken: [head, what, note, at].filter((part) => part !== '').join(', '),
  };
}

/** The failure as a row under its task: the whole message, where it was raised. */
export function failureRow(failure: Failure): RowText {
  const what = causeText(failure);
  const at = placeText(failure.at);
  return {
    label: what,
    description: at,
    icon: { id: 'error', color: 'charts.red' },
    tooltip: [failure.message, failure.traceback ?? '', at].filter((part) => part !== '').join('\n\n'),
    spoken: [l10n.t('failed'), what, at].filter((part) => part !== '').join(', '),
  };
}

/** Tasks that failed for one cause, newest first. */
export function causeRow(tasks: readonly [Task, ...Task[]], now: number): RowText {
  const [first] = tasks;
  const row = taskRow(first, now);
  const cause = first.failure ? causeText(first.failure) : '';
  const description = [cause, `${tasks.length}×`, ...timeParts(first, now).slice(-1)].filter((part) => part !== '').join(' · ');
  return { ...row, description, spoken: [first.agent_name, l10n.t('failed {0} times', tasks.length), cause].join(', ') };
}

/** Why, in one line. */
export function causeText({ code, exception_type, message }: Failure): string {
  const line = message.split('\n', 1)[0] ?? '';
  if (exception_type === undefined) return line === '' ? code : line;
  return line.startsWith(exception_type) ? line : `${exception_type}: ${line}`;
}

/** `https://company.com/blog/rss.xml` as `…/rss.xml`: a row has no room for where it all lies; the tooltip has. */
function shortPaths(text: string): string {
  return text.replaceAll(/(?:https?:\/\/)?[\w.-]+(?::\d+)?(?:\/[^\s/“”]+)*(\/[^\s/“”]+)/g, (whole: string, last: string) =>
    whole.length > 16 ? `…${last}` : whole,
  );
}

export function placeText(at: Place | undefined): string {
  return at ? `${at.file}:${at.line}` : '';
}

export function shortId(id: string): string {
  return `t-${id.replace(/^t[-_]/, '').slice(0, 4)}`;
}

const quiet = 'descriptionForeground';

const findingIcons: Readonly<Record<Finding['kind'], Icon>> = {
  retried: { id: 'refresh', color: quiet },
  skipped: { id: 'circle-slash', color: quiet },
  dropped: { id: 'eye-closed', color: 'charts.yellow' },
  swallowed: { id: 'mute', color: 'charts.yellow' },
  garbled: { id: 'whole-word', color: 'charts.yellow' },
  unbalanced: { id: 'law', color: 'charts.yellow' },
};

function statusOf(task: Task): { readonly icon: Icon; readonly word: string } {
  switch (task.status) {
    case 'queued':
      return { icon: { id: 'circle-outline', color: quiet }, word: l10n.t('queued') };
    case 'running':
      return { icon: { id: 'loading~spin', color: 'charts.blue' }, word: l10n.t('running') };
    case 'waiting':
      return { icon: { id: 'clockface', color: quiet }, word: l10n.t('waiting') };
    case 'succeeded':
      return task.findings.length > 0
        ? { icon: { id: 'warning', color: 'charts.yellow' }, word: l10n.t('succeeded with findings') }
        : { icon: { id: 'pass', color: 'charts.green' }, word: l10n.t('succeeded') };
    case 'failed':
      return task.failure?.code === 'attempt_lost'
        ? { icon: { id: 'debug-disconnect', color: 'charts.red' }, word: l10n.t('lost') }
        : { icon: { id: 'error', color: 'charts.red' }, word: l10n.t('failed') };
    case 'timed_out':
      return { icon: { id: 'clockface', color: 'charts.red' }, word: l10n.t('timed out') };
    case 'canceled':
      return { icon: { id: 'stop-circle', color: quiet }, word: l10n.t('canceled') };
  }
}

function outcomeParts(task: Task): string[] {
  switch (task.status) {
    case 'queued':
      return [l10n.t('queued')];
    case 'running':
    case 'succeeded':
      return [];
    case 'waiting':
      return [l10n.t('waits to try again')];
    case 'canceled':
      return [l10n.t('canceled')];
    case 'timed_out':
      return [l10n.t('timed out')];
    case 'failed':
      return task.failure ? [causeText(task.failure)] : [l10n.t('failed')];
  }
}

function timeParts(task: Task, now: number): string[] {
  const start = Date.parse(task.created_at);
  const end = task.finished_at === null ? now : Date.parse(task.finished_at);
  const took = task.status === 'queued' ? [] : [durationText(Math.max(0, end - start))];
  const saw = sawText(task.findings, 'losses');
  return [...took, ...(saw === '' ? [] : [saw])];
}
