import * as l10n from '@vscode/l10n';
import type { AgentSummary, TraceEvent } from '@hermes-runtime/schemas';
import { inert } from './trace/cells.ts';
import { inCharacters, markOf, paint, type Look } from './trace/look.ts';

/** What `dev` says about the agents that it found: those with trouble first, the rest counted. */
export function agentLines(agents: readonly AgentSummary[], look: Look, max: number): readonly string[] {
  if (agents.length === 0) return [l10n.t('No agent here yet. A folder with an agent.yaml becomes one as soon as it is saved.')];
  const unserved = agents.filter(({ waiting_for }) => waiting_for === 'interpreter');
  // One missing program is one line, however many agents miss it.
  const grouped = unserved.length > 1 ? unserved : [];
  const summary =
    grouped.length > 0
      ? [`${paint(markOf('waits', look), 'blue', look)} ${l10n.t('{0} agents wait for Python ≥ 3.9.', grouped.length)}`]
      : [];
  const rest = agents.filter((agent) => !grouped.includes(agent));
  const ordered = [...rest.filter(({ status }) => status !== 'loaded'), ...rest.filter(({ status }) => status === 'loaded')];
  const room = max - summary.length;
  const lines = [...summary, ...ordered.slice(0, room).map((agent) => agentLine(agent, look))];
  const more = ordered.length - room;
  return more <= 0 ? lines : [...lines.slice(0, -1), `  ${l10n.t('{0} more agents', more + 1)}`];
}

function agentLine({ name, version, status, failure, problems, waiting_for, missing_dependencies }: AgentSummary, look: Look): string {
  const title = `${name}@${version}`;
  if (status === 'loaded') return `${paint(markOf('ok', look), 'green', look)} ${title}`;
  if (status === 'waiting') {
    const what =
      waiting_for === 'dependencies'
        ? l10n.t('needs {0}', (missing_dependencies ?? []).join(' '))
        : (failure?.message ?? l10n.t('loading'));
    return `${paint(markOf('waits', look), 'blue', look)} ${title}  ${inCharacters(inert(what), look)}`;
  }
  const first = problems.find(({ severity }) => severity === 'error');
  const place = failure?.at ? `${failure.at.file}:${failure.at.line}  ` : '';
  return `${paint(markOf('failed', look), 'red', look)} ${title}  ${place}${inCharacters(inert(failure?.message ?? first?.message ?? ''), look)}`;
}

/** One line for what happened to an agent; other events have none. */
export function changeLine(event: TraceEvent, look: Look): string | undefined {
  switch (event.type) {
    case 'agent.loaded':
      return `${paint(markOf('ok', look), 'green', look)} ${event.agent.name}@${event.agent.version} ${l10n.t('loaded')}`;
    case 'agent.reloaded':
      return `${markOf('retried', look)} ${event.agent.name}@${event.agent.version} ${l10n.t('reloaded')}`;
    case 'agent.removed':
      return `${markOf('skipped', look)} ${event.name ?? event.path} ${l10n.t('removed')}`;
    case 'agent.rejected': {
      const { failure, problems, serving_digest, name, path } = event;
      const place = failure?.at ? `${failure.at.file}:${failure.at.line} ` : '';
      const type = failure?.exception_type === undefined ? '' : `${failure.exception_type}: `;
      const serving = serving_digest === undefined ? '' : ` (${l10n.t('still serving {0}', serving_digest.slice(0, 4))})`;
      return `${paint(markOf('failed', look), 'red', look)} ${name ?? path} ${place}${inert(`${type}${failure?.message ?? problems[0]?.message ?? ''}`)}${serving}`;
    }
    default:
      return undefined;
  }
}
