import { durationText, type AgentSummary } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { Icon } from '../trace/icon.tsx';
import { Empty } from '../trace/trace-body.tsx';
import { RunDialog } from './run-dialog.tsx';

export function AgentTable({ agents }: { readonly agents: readonly AgentSummary[] }): JSX.Element {
  const [chosen, setChosen] = useState<AgentSummary | undefined>();
  return (
    <section class="page" aria-labelledby="page-title">
      <div class="page-head">
        <h1 id="page-title">Agents</h1>
      </div>
      {agents.length === 0 ? (
        <Empty text={l10n.t('No agent here. An agent is a folder with agent.yaml and a function execute().')} />
      ) : (
        <div class="table-scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{l10n.t('Agent')}</th>
                <th>{l10n.t('State')}</th>
                <th>{l10n.t('Runs on')}</th>
                <th class="number">{l10n.t('Last')}</th>
                <th>
                  <span class="sr-only">{l10n.t('Actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {agents.map((agent) => (
                <tr key={agent.path}>
                  <td>
                    <b>{agent.name}</b>
                    <span class="dim">@{agent.version}</span>
                    <div class="dim">{agent.description}</div>
                  </td>
                  <td>
                    <AgentState agent={agent} />
                  </td>
                  <td>{[agent.language, agent.rung].filter(Boolean).join(' · ')}</td>
                  <td class="number">
                    {agent.last_task?.ms === undefined ? (
                      ''
                    ) : (
                      <a href={`#/tasks/${agent.last_task.task_id}`}>{durationText(agent.last_task.ms)}</a>
                    )}
                  </td>
                  <td class="number">
                    <button
                      type="button"
                      disabled={agent.digest === undefined}
                      aria-label={l10n.t('Run {0}', agent.name)}
                      onClick={() => setChosen(agent)}
                    >
                      <Icon name="play" /> {l10n.t('Run')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen && <RunDialog agent={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  );
}

function AgentState({ agent }: { readonly agent: AgentSummary }): JSX.Element {
  const { status, failure, problems, waiting_for, missing_dependencies = [] } = agent;
  if (status === 'waiting')
    return (
      <span>
        <Icon name="waiting" />{' '}
        {waiting_for === 'interpreter'
          ? (failure?.message ?? l10n.t('waits for an interpreter'))
          : l10n.t('needs {0}', missing_dependencies.join(', '))}
      </span>
    );
  if (status === 'rejected')
    return (
      <span>
        <Icon name="failed" />{' '}
        {failure ? `${failure.exception_type ?? failure.code}: ${failure.message}` : (problems[0]?.message ?? l10n.t('not loaded'))}
        {agent.digest !== undefined && <span class="dim"> · {l10n.t('still serving {0}', agent.digest.slice(0, 4))}</span>}
      </span>
    );
  return (
    <span>
      <Icon name={problems.length > 0 ? 'findings' : 'succeeded'} />{' '}
      {problems.length === 0
        ? l10n.t('loaded')
        : problems.length === 1
          ? l10n.t('loaded, 1 problem')
          : l10n.t('loaded, {0} problems', problems.length)}
    </span>
  );
}
