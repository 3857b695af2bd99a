import type { SubmitTask } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Host } from '../host.ts';
import { shortId } from '../trace/format.ts';
import { TraceApp } from '../trace/trace-app.tsx';
import { TraceModel } from '../trace/trace-model.ts';
import { cancelTask, followEvents, submitTask } from './host.ts';
import { ReplayDialog } from './replay-dialog.tsx';

type TaskPageProps = { readonly taskId: string; readonly target: string | undefined };

/** The panel's own components, fed by the task's event stream. */
export function TaskPage({ taskId, target }: TaskPageProps): JSX.Element {
  const [model] = useState(() => new TraceModel());
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState<'again' | 'edited' | undefined>();
  useEffect(() => {
    let isFrameAsked = false;
    const flush = (): void => {
      isFrameAsked = false;
      model.flush();
    };
    return followEvents(
      `/api/v1/tasks/${taskId}/events`,
      (event) => {
        model.push(event);
        if (isFrameAsked) return;
        isFrameAsked = true;
        requestAnimationFrame(flush);
      },
      () => setNote(''),
    );
  }, [taskId, model]);
  return (
    <section class="page task-page">
      <nav class="crumbs dim" aria-label={l10n.t('Path')}>
        <a href="#/tasks">{l10n.t('Tasks')}</a> › {model.view.value.agent.name} › <code>{shortId(taskId)}</code>
        <span role="status"> {note}</span>
      </nav>
      {model.isEmpty.value ? (
        <p class="empty dim">{l10n.t('Loading…')}</p>
      ) : (
        <TraceApp model={model} host={{ ...pageHost(model, setNote, setAsked), debugLink: debugLink(taskId, target) }} />
      )}
      {asked !== undefined && <ReplayDialog view={model.view.value} mode={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

/** The extension's own handler asks once whether to trust the target. */
function debugLink(task: string, target: string | undefined): string {
  const query = new URLSearchParams({ task, ...(target !== undefined && { target }) });
  return `vscode://hermes-runtime.hermes-runtime/debug?${query.toString()}`;
}

/** A browser cannot open source lines, so it copies them. */
function pageHost(model: TraceModel, say: (note: string) => void, ask: (mode: 'again' | 'edited') => void): Host {
  const submit = (task: SubmitTask): void => {
    submitTask(task).then(
      ({ task_id }) => {
        location.hash = `#/tasks/${task_id}`;
      },
      (error: unknown) => say(error instanceof Error ? error.message : String(error)),
    );
  };
  const copy = (text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => say(l10n.t('Copied.')),
      () => say(l10n.t('The browser did not allow to copy.')),
    );
  };
  return {
    canOpen: false,
    onMessage: () => {
      // The page feeds the model itself.
    },
    send: (message) => {
      const { agent, input, task_id } = model.view.value;
      if (message.type === 'copy') copy(message.text);
      else if (message.type === 'open') copy(`${agent.path}/${message.place.file}:${message.place.line}`);
      else if (message.type === 'cancel') cancelTask(task_id).catch((error: unknown) => say(String(error)));
      else if (message.type === 'run_again') submit({ agent_name: agent.name, agent_path: agent.path, input, source: 'console' });
      else if (message.type === 'replay') {
        const { mode } = message;
        if (mode === 'again' || mode === 'edited') ask(mode);
        else submit({ agent_name: agent.name, agent_path: agent.path, replay_of: task_id, replay_mode: mode, source: 'console' });
      }
    },
  };
}
