import * as l10n from '@vscode/l10n';
import { type JSX, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLanguage } from '../language.ts';
import '../style/console.css';
import '../style/trace.css';
import { AgentTable } from './agent-table.tsx';
import { ConsoleModel } from './console-model.ts';
import { OverviewPage } from './overview-page.tsx';
import { TaskPage } from './task-page.tsx';
import { TaskTable } from './task-table.tsx';

const model = new ConsoleModel();

function Console(): JSX.Element {
  useEffect(() => {
    model.open().catch((error: unknown) => {
      model.state.value = 'disconnected';
      model.error.value = error instanceof Error ? error.message : String(error);
    });
  }, []);
  const page = model.page.value;
  return (
    <div class="console trace">
      <nav class="side" aria-label="Hermes">
        <b>Hermes Runtime</b>
        <span class={`state state-${model.state.value}`} role="status">
          {stateText(model.state.value)}
        </span>
        <a href="#/tasks" aria-current={page.name === 'tasks' || page.name === 'task' ? 'page' : undefined}>
          {l10n.t('Tasks')}
        </a>
        <a href="#/overview" aria-current={page.name === 'overview' ? 'page' : undefined}>
          {l10n.t('Overview')}
        </a>
        <a href="#/agents" aria-current={page.name === 'agents' ? 'page' : undefined}>
          Agents
        </a>
      </nav>
      <div class="content" role={page.name === 'task' ? undefined : 'main'}>
        {model.error.value !== undefined && (
          <p class="failure-message" role="alert">
            {model.error.value}
          </p>
        )}
        {page.name === 'tasks' && (
          <TaskTable tasks={model.tasks.value} onOlder={model.older.value === undefined ? undefined : () => void showOlder()} />
        )}
        {page.name === 'overview' && <OverviewPage newest={newestEnded()} />}
        {page.name === 'agents' && <AgentTable agents={model.agents.value} />}
        {page.name === 'task' && <TaskPage key={page.taskId} taskId={page.taskId} target={model.target.value} />}
      </div>
    </div>
  );
}

async function showOlder(): Promise<void> {
  await model.showOlder().catch((error: unknown) => {
    model.error.value = error instanceof Error ? error.message : String(error);
  });
}

/** Changes when another task has ended, which is when charts are drawn anew. */
function newestEnded(): string | undefined {
  return model.tasks.value.find(({ finished_at }) => finished_at !== null)?.task_id;
}

function stateText(state: 'loading' | 'live' | 'disconnected'): string {
  if (state === 'loading') return l10n.t('Loading…');
  return state === 'live' ? l10n.t('connected') : l10n.t('not connected, trying again');
}

const asked = new URLSearchParams(location.search).get('lang');
await useLanguage(asked ?? navigator.language);
document.title = 'Hermes Runtime';
const root = document.getElementById('root');
if (root) render(<Console />, root);
