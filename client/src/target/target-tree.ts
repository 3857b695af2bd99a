import type { AgentSummary } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { Icon, RowText } from '../tasks/task-text.ts';
import type { TargetState } from './target.ts';
import type { TargetAddress } from './target-address.ts';
import { standingOf, standingText } from './version-note.ts';

export type TargetRow = {
  readonly id: string;
  readonly text: RowText;
  readonly children: readonly TargetRow[];
  readonly context: string;
  readonly expanded: boolean;
};

/** What the view shows of one target. */
export type ShownTarget = {
  readonly address: TargetAddress;
  readonly state: TargetState;
  readonly message: string;
  readonly agents: readonly AgentSummary[];
  readonly used: boolean;
};

/** This machine, and each target with its agents. Without a target there is nothing to show: the view says how to connect one. */
export function targetTree(targets: readonly ShownTarget[], own: readonly AgentSummary[]): readonly TargetRow[] {
  if (targets.length === 0) return [];
  return [localRow(own, !targets.some(({ used }) => used)), ...targets.map((target) => targetRow(target, own))];
}

/** `12 agents`. */
export function agentCount(count: number): string {
  return count === 1 ? l10n.t('1 agent') : l10n.t('{0} agents', count);
}

function localRow(own: readonly AgentSummary[], used: boolean): TargetRow {
  const parts = [agentCount(own.length), ...(used ? [l10n.t('Run goes here')] : [])];
  const label = l10n.t('local');
  return {
    id: 'target/local',
    text: {
      label,
      description: parts.join(' · '),
      icon: used ? { id: 'circle-filled', color: 'charts.green' } : { id: 'circle-outline' },
      tooltip: l10n.t('This machine'),
      spoken: [label, ...parts].join(', '),
    },
    children: [],
    context: used ? 'target local used' : 'target local',
    expanded: false,
  };
}

function targetRow({ address, state, message, agents, used }: ShownTarget, own: readonly AgentSummary[]): TargetRow {
  const id = `target/${address.url}`;
  const isHere = state === 'connected';
  const parts = [
    ...(isHere ? [agentCount(agents.length)] : []),
    ...(isHere && message === '' ? [] : [stateText(state, message)]),
    ...(used ? [l10n.t('Run goes here')] : []),
  ];
  return {
    id,
    text: {
      label: address.name,
      description: parts.join(' · '),
      icon: iconOf(state, message),
      tooltip: [address.url, ...parts].join('\n\n'),
      spoken: [address.name, ...(isHere && message === '' ? [l10n.t('connected')] : []), ...parts].join(', '),
    },
    children:
      isHere && agents.length > 0
        ? agents
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map((agent) =>
              agentRow(
                id,
                agent,
                own.find(({ name }) => name === agent.name),
              ),
            )
        : [noteRow(id, isHere ? l10n.t('No agent is deployed there yet.') : stateText(state, message))],
    context: ['target', 'remote', state, ...(used ? ['used'] : [])].join(' '),
    expanded: true,
  };
}

/** A row that has something below it from the start stays open when more comes. */
function noteRow(target: string, label: string): TargetRow {
  return {
    id: `${target}#`,
    text: { label, description: '', icon: { id: '' }, tooltip: label, spoken: label },
    children: [],
    context: 'note',
    expanded: false,
  };
}

function agentRow(target: string, agent: AgentSummary, own: AgentSummary | undefined): TargetRow {
  const note = standingText(own, agent);
  const parts = [agent.version, ...(agent.status === 'loaded' ? [] : [l10n.t('not loaded')]), note].filter((part) => part !== '');
  return {
    id: `${target}#${agent.name}`,
    text: {
      label: agent.name,
      description: parts.join(' · '),
      icon: standingIcons[standingOf(own, agent)],
      tooltip: [`${agent.name}@${agent.version}`, agent.digest ?? '', note, agent.failure?.message ?? '']
        .filter((part) => part !== '')
        .join('\n\n'),
      spoken: [agent.name, ...parts].join(', '),
    },
    children: [],
    context: own ? 'deployed own' : 'deployed',
    expanded: false,
  };
}

function stateText(state: TargetState, message: string): string {
  switch (state) {
    case 'connecting':
      return l10n.t('connecting');
    case 'connected':
      return message;
    case 'unreachable':
      return l10n.t('cannot be reached: {0}', message);
    case 'refused':
      return l10n.t('does not take the token: {0}', message);
  }
}

function iconOf(state: TargetState, message: string): Icon {
  if (state === 'connecting') return { id: 'sync' };
  if (state !== 'connected') return { id: 'error', color: 'charts.red' };
  return message === '' ? { id: 'circle-filled', color: 'charts.green' } : { id: 'warning', color: 'charts.yellow' };
}

const standingIcons: Readonly<Record<ReturnType<typeof standingOf>, Icon>> = {
  equal: { id: 'check' },
  ahead: { id: 'arrow-up' },
  behind: { id: 'arrow-down' },
  differs: { id: 'diff' },
  absent: { id: 'circle-small' },
};
