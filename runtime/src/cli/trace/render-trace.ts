import * as l10n from '@vscode/l10n';
import {
  findingsOf,
  isFinal,
  receiptTexts,
  replayHead,
  sawText,
  saysText,
  type AttemptStarted,
  type TaskView,
} from '@hermes-runtime/schemas';
import { cellsOf, cutEnd, inert, padEnd, wrap } from './cells.ts';
import { dotOf, ellipsisOf, inCharacters, markOf, paint, type Look, type Mark, type Style } from './look.ts';
import { narrowBelow, rowLines } from './row.ts';
import { statusWord, taskRows, taskTime } from './task-rows.ts';

export type TraceOptions = {
  /** Unix time in milliseconds, for what still runs. */
  readonly now: number;
  /** Lines for `next`; only what works may be named. */
  readonly next?: readonly string[];
};

/** A task as lines of text for a terminal: head, everything that was seen, verdict. */
export function renderTrace(view: TaskView, look: Look, options: TraceOptions): readonly string[] {
  return [...headLines(view, look), '', ...bodyLines(view, look), '', ...verdictLines(view, look, options)];
}

/** Who, where, and with what input. */
export function headLines(view: TaskView, look: Look): readonly string[] {
  const { agent, attempts } = view;
  const started = attempts.at(-1)?.started;
  const narrow = look.width < narrowBelow;
  const facts = [
    l10n.t('local'),
    ...(started && !narrow
      ? [
          `${started.language}${started.language_version === undefined ? '' : ` ${shortVersion(started.language_version)}`}`,
          started.rung,
          ...networkOf(started.network),
          'UTC',
        ]
      : []),
  ];
  const lines = [
    `${paint(agent.name, 'bold', look)}${paint(`@${agent.version}  ${shortId(view.task_id)}  ${facts.join(dotOf(look))}`, 'dim', look)}`,
    `${paint(padEnd(l10n.t('input'), 5), 'dim', look)}  ${inputText(view.input, look)}`,
  ];
  const replay = replayHead(view);
  const notes = started
    ? [
        ...(replay === '' ? [] : [replay]),
        ...(started.not_enforced.length > 0 ? [l10n.t('not enforced here: {0}', started.not_enforced.join(', '))] : []),
        ...(started.opened_for_debugger ? [l10n.t('opened for the debugger: {0}', started.opened_for_debugger.join(', '))] : []),
        ...notSeen(started),
        ...(started.not_instrumented ?? []).map(({ file, reason }) => l10n.t('{0} is not instrumented: {1}', file, reason)),
      ]
    : [];
  return [...lines, ...notes.map((note) => `       ${paint(inCharacters(inert(note), look), 'dim', look)}`)];
}

/** What an empty trace does not prove. */
function notSeen({ instrumented, language, trace }: AttemptStarted): readonly string[] {
  if (language === 'shell') return [l10n.t('not instrumented: output and exit code only')];
  if (trace === 'off') return [l10n.t('trace: off, so only output and result are seen')];
  if (trace === 'calls') return [l10n.t('trace: calls, so loops and caught exceptions are not seen')];
  return instrumented ? [] : [l10n.t('not instrumented: loops and caught exceptions are not seen')];
}

export function bodyLines(view: TaskView, look: Look): readonly string[] {
  return rowLines(taskRows(view), view.agent.path, look);
}

/** `⚠ succeeded · 4 findings · 17.9 s`, then what the agent says beside what the runtime saw. */
export function verdictLines(view: TaskView, look: Look, { now, next = [] }: TraceOptions): readonly string[] {
  const findings = findingsOf(view);
  const { mark, style } = verdictMark(view, findings.length);
  const count = findings.length === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings.length);
  const dot = dotOf(look);
  const head = [
    `${paint(markOf(mark, look), style, look)} ${paint(statusWord(view.status), 'bold', look)}`,
    ...(findings.length > 0 ? [paint(count, 'yellow', look)] : []),
    paint(taskTime(view, now), 'dim', look),
  ].join(paint(dot, 'dim', look));
  const narrow = look.width < narrowBelow;
  const labels = {
    says: narrow ? l10n.t('says') : l10n.t('agent says'),
    saw: narrow ? l10n.t('saw') : l10n.t('runtime saw'),
    next: l10n.t('next'),
  };
  const says = saysText(view);
  const saw = sawText(findings);
  const rows: (readonly [string, string, Style])[] = [
    ...(view.replay ? [[l10n.t('receipt'), receiptTexts(view.replay).join(' · '), 'plain'] as const] : []),
    ...(says === '' ? [] : [[labels.says, says, 'plain'] as const]),
    ...(saw === '' ? [] : [[labels.saw, saw, 'bold'] as const]),
    ...(next.length > 0 && isFinal(view.status) ? [[labels.next, next.join(look.unicode ? ' │ ' : ' | '), 'plain'] as const] : []),
  ];
  const column = Math.max(0, ...rows.map(([label]) => cellsOf(label)));
  return [
    head,
    ...rows.flatMap(([label, text, style_]) =>
      wrap(inCharacters(inert(text), look), Math.max(20, look.width - column - 4)).map(
        (line, i) => `  ${paint(padEnd(i === 0 ? label : '', column), 'dim', look)}  ${paint(line, style_, look)}`,
      ),
    ),
  ];
}

function verdictMark(view: TaskView, findings: number): { readonly mark: Mark; readonly style: Style } {
  switch (view.status) {
    case 'succeeded':
      return findings > 0 ? { mark: 'lost', style: 'yellow' } : { mark: 'ok', style: 'green' };
    case 'failed':
    case 'timed_out':
      return { mark: 'failed', style: 'red' };
    case 'canceled':
      return { mark: 'skipped', style: 'dim' };
    case 'queued':
    case 'running':
    case 'waiting':
      return { mark: 'waits', style: 'blue' };
  }
}

/** Four characters after `t-` tell tasks of a day apart; commands take any unique beginning. */
export function shortId(taskId: string): string {
  return /^t[-_]/.test(taskId) ? taskId.slice(0, 6) : taskId.slice(0, 4);
}

function shortVersion(version: string): string {
  return version.replace(/^v/, '').split('.').slice(0, 2).join('.');
}

function networkOf(network: readonly string[] | 'open' | 'none'): readonly string[] {
  if (network === 'open') return [];
  return [network === 'none' ? l10n.t('no network') : l10n.t('network: {0}', network.join(' '))];
}

function inputText(input: unknown, look: Look): string {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  const parts = isObject
    ? Object.entries(input).map(([key, value]) => `${key}=${cutEnd(inert(shown(value)), 40, ellipsisOf(look))}`)
    : [inert(shown(input))];
  return cutEnd(inCharacters(parts.join('  '), look), look.width - 7, ellipsisOf(look));
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
