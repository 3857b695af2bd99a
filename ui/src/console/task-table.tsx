import { durationText, type Task } from '@hermes-runtime/schemas';
import { countText, isFinal, sawOf } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { shortId, statusText } from '../trace/format.ts';
import { Icon } from '../trace/icon.tsx';
import { statusIcon } from '../trace/task-header.tsx';
import { Empty } from '../trace/trace-body.tsx';

type Filter = 'all' | 'running' | 'failed' | 'findings';
const filters: readonly Filter[] = ['all', 'running', 'failed', 'findings'];

type TaskTableProps = {
  readonly tasks: readonly Task[];
  /** Absent when there are no older tasks. */
  readonly onOlder: (() => void) | undefined;
};

export function TaskTable({ tasks, onOlder }: TaskTableProps): JSX.Element {
  const [filter, setFilter] = useState<Filter>('all');
  const [text, setText] = useState('');
  const [agent, setAgent] = useState('');
  const agents = [...new Set(tasks.map(({ agent_name }) => agent_name))].toSorted();
  const shown = tasks.filter(
    (task) => fits(task, filter) && (agent === '' || task.agent_name === agent) && searchText(task).includes(text.toLowerCase()),
  );
  return (
    <section class="page" aria-labelledby="page-title">
      <div class="page-head">
        <h1 id="page-title">{l10n.t('Tasks')}</h1>
        <input
          type="search"
          placeholder={l10n.t('agent, id, error text')}
          aria-label={l10n.t('Filter')}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <div class="chips" role="group" aria-label={l10n.t('Filter')}>
        {filters.map((name) => (
          <button key={name} type="button" aria-pressed={name === filter} onClick={() => setFilter(name)}>
            {filterText(name)} <span class="count">{tasks.filter((task) => fits(task, name)).length}</span>
          </button>
        ))}
        <select aria-label={l10n.t('Agent')} value={agent} onChange={({ currentTarget }) => setAgent(currentTarget.value)}>
          <option value="">{l10n.t('All agents')}</option>
          {agents.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {shown.length === 0 ? (
        <Empty
          text={tasks.length === 0 ? l10n.t('No task yet. Run an agent and everything it does appears here.') : l10n.t('Nothing matches.')}
        />
      ) : (
        <div class="table-scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{l10n.t('Agent')}</th>
                <th>{l10n.t('What happened')}</th>
                <th>{l10n.t('Task')}</th>
                <th class="number">{l10n.t('Duration')}</th>
                <th class="number">{l10n.t('Started')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((task) => (
                <TaskLine key={task.task_id} task={task} />
              ))}
            </tbody>
          </table>
          {onOlder && (
            <button type="button" class="older" onClick={onOlder}>
              {l10n.t('Older tasks')}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function TaskLine({ task }: { readonly task: Task }): JSX.Element {
  const { task_id, agent_name, agent_version, status, findings, created_at, started_at, finished_at } = task;
  const icon = statusIcon(status, findings.length);
  return (
    <tr>
      <td>
        <Icon name={icon} label={icon === 'findings' ? l10n.t('succeeded, with findings') : statusText(status)} />{' '}
        <a href={`#/tasks/${task_id}`}>{agent_name}</a>
        <span class="dim">@{agent_version}</span>
      </td>
      <td class="happened">
        <WhatHappened task={task} />
      </td>
      <td>
        <code>{shortId(task_id)}</code>
      </td>
      <td class="number">
        {finished_at === null ? '' : durationText(Math.max(0, Date.parse(finished_at) - Date.parse(started_at ?? created_at)))}
      </td>
      <td class="number">
        <time dateTime={created_at}>{new Date(created_at).toLocaleTimeString(document.documentElement.lang)}</time>
      </td>
    </tr>
  );
}

/** Losses first: what is cut off at the end of the line is the least. */
function WhatHappened({ task }: { readonly task: Task }): JSX.Element {
  const { failure, status, findings, agent_says } = task;
  if (failure) return <span>{failure.exception_type ? `${failure.exception_type}: ${failure.message}` : failure.message}</span>;
  if (!isFinal(status)) return <span class="dim">{statusText(status)}</span>;
  return (
    <>
      {sawOf(findings, 'losses').map((saw) => (
        <span key={saw.kind} class="saw">
          <Icon name={saw.kind} /> {countText(saw)}
        </span>
      ))}
      <span class="dim">{agent_says}</span>
    </>
  );
}

function fits({ status, findings }: Task, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'running':
      return !isFinal(status);
    case 'failed':
      return status === 'failed' || status === 'timed_out';
    case 'findings':
      return findings.length > 0;
  }
}

function filterText(filter: Filter): string {
  switch (filter) {
    case 'all':
      return l10n.t('All');
    case 'running':
      return l10n.t('Running');
    case 'failed':
      return l10n.t('Failed');
    case 'findings':
      return l10n.t('With findings');
  }
}

function searchText({ agent_name, task_id, failure, runtime_saw }: Task): string {
  return `${agent_name} ${task_id} ${shortId(task_id)} ${failure?.code ?? ''} ${failure?.message ?? ''} ${runtime_saw}`.toLowerCase();
}
