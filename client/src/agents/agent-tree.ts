import type { AgentSummary, Problem } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { Icon, RowText } from '../tasks/task-text.ts';
import { causeText, placeText } from '../tasks/task-text.ts';

export type AgentRow = {
  readonly id: string;
  readonly text: RowText;
  readonly children: readonly AgentRow[];
  readonly context: string;
  readonly agent: AgentSummary;
  /** A file of the agent and a zero-based line in it. */
  readonly open?: { readonly file: string; readonly line: number };
};

/** Agents by name; below each, what is wrong with it. */
export function agentTree(agents: readonly AgentSummary[]): readonly AgentRow[] {
  return agents.toSorted((a, b) => a.name.localeCompare(b.name) || a.path.localeCompare(b.path)).map((agent) => agentRow(agent));
}

/** `3 agents wait for Python ≥ 3.9.`; empty when none does. */
export function waitingText(agents: readonly AgentSummary[]): string {
  const count = agents.filter((agent) => agent.waiting_for === 'interpreter').length;
  if (count === 0) return '';
  return count === 1 ? l10n.t('1 agent waits for Python ≥ 3.9.') : l10n.t('{0} agents wait for Python ≥ 3.9.', count);
}

function agentRow(agent: AgentSummary): AgentRow {
  const { icon, word } = stateOf(agent);
  const problems = agent.problems.length === 0 ? [] : [problemCount(agent.problems.length)];
  const parts = [
    ...(agent.version === '' ? [] : [agent.version]),
    ...(agent.status === 'loaded' ? [] : [word]),
    ...(agent.status === 'rejected' && agent.digest !== undefined ? [l10n.t('still serving {0}', shortDigest(agent.digest))] : []),
    agent.language,
    ...(agent.rung === undefined ? [] : [agent.rung]),
    ...problems,
  ];
  const failure = agent.failure ? [causeText(agent.failure)] : [];
  return {
    id: `agent/${agent.path}`,
    text: {
      label: agent.name,
      description: parts.join(' · '),
      icon,
      tooltip: [`${agent.name}@${agent.version} · ${word}`, agent.description ?? '', ...failure, agent.path]
        .filter((part) => part !== '')
        .join('\n\n'),
      spoken: [agent.name, word, ...parts.filter((part) => part !== word)].join(', '),
    },
    children: [...failureRows(agent), ...agent.problems.map((problem, index) => problemRow(agent, problem, index))],
    context: contextOf(agent),
    agent,
  };
}

function contextOf({ status, digest, missing_dependencies }: AgentSummary): string {
  const runnable = status === 'loaded' || digest !== undefined || status === 'waiting';
  const installable = (missing_dependencies ?? []).length > 0;
  return ['agent', ...(runnable ? ['runnable'] : []), ...(installable ? ['installable'] : [])].join(' ');
}

function failureRows(agent: AgentSummary): AgentRow[] {
  const { failure } = agent;
  if (!failure || agent.problems.some((problem) => problem.message === failure.message)) return [];
  const at = placeText(failure.at);
  const label = causeText(failure);
  return [
    {
      id: `agent/${agent.path}/failure`,
      text: {
        label,
        description: at,
        icon: { id: 'error', color: 'charts.red' },
        tooltip: `${failure.message}\n\n${failure.traceback ?? ''}`.trim(),
        spoken: `${label}, ${at}`,
      },
      children: [],
      context: 'problem',
      agent,
      ...(failure.at && { open: { file: failure.at.file, line: failure.at.line - 1 } }),
    },
  ];
}

function problemRow(agent: AgentSummary, problem: Problem, index: number): AgentRow {
  const { line } = problem.range.start;
  const file = problem.path.split('/').at(-1) ?? problem.path;
  const at = `${file}:${line + 1}`;
  return {
    id: `agent/${agent.path}/problem/${index}`,
    text: {
      label: problem.message,
      description: `${at} · ${problem.code}`,
      icon: severityIcons[problem.severity],
      tooltip: `${problem.message}\n\n${at} · ${problem.code}`,
      spoken: [severityWord(problem.severity), problem.message, at].join(', '),
    },
    children: [],
    context: 'problem',
    agent,
    open: { file: problem.path, line },
  };
}

function stateOf({ status, waiting_for }: AgentSummary): { readonly icon: Icon; readonly word: string } {
  if (status === 'loaded') return { icon: { id: 'pass', color: 'charts.green' }, word: l10n.t('loaded') };
  if (status === 'rejected') return { icon: { id: 'error', color: 'charts.red' }, word: l10n.t('not loaded') };
  const word = waiting_for === 'interpreter' ? l10n.t('waits for Python') : l10n.t('waits for dependencies');
  return { icon: { id: 'clockface', color: 'descriptionForeground' }, word };
}

const severityIcons: Readonly<Record<Problem['severity'], Icon>> = {
  error: { id: 'error', color: 'charts.red' },
  warning: { id: 'warning', color: 'charts.yellow' },
  info: { id: 'info' },
  hint: { id: 'lightbulb' },
};

function severityWord(severity: Problem['severity']): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'info':
    case 'hint':
      return l10n.t('note');
  }
}

function problemCount(count: number): string {
  return count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count);
}

function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 4);
}
