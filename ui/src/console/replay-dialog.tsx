import { type Effect, type TaskView, effectsOf, shortUrl } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { submitTask } from './host.ts';

type ReplayDialogProps = { readonly view: TaskView; readonly mode: 'again' | 'edited'; readonly onClose: () => void };

const shownEffects = 12;

/** Before a task runs live again: what it did to the world, and, if it is to be edited, its input. */
export function ReplayDialog({ view, mode, onClose }: ReplayDialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(() => JSON.stringify(view.input, null, 2));
  const [error, setError] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const effects = effectsOf(view);
  const run = async (): Promise<void> => {
    try {
      const input: unknown = mode === 'edited' ? JSON.parse(text) : undefined;
      const { agent, task_id: replay_of } = view;
      const { task_id } = await submitTask({
        agent_name: agent.name,
        agent_path: agent.path,
        replay_of,
        replay_mode: mode,
        source: 'console',
        ...(mode === 'edited' && { input }),
      });
      location.hash = `#/tasks/${task_id}`;
      onClose();
    } catch (cause) {
      setError(
        cause instanceof SyntaxError
          ? l10n.t('This is not JSON: {0}', cause.message)
          : cause instanceof Error
            ? cause.message
            : String(cause),
      );
    }
  };
  return (
    <dialog ref={dialog} class="run-dialog" aria-labelledby="replay-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(); // Shows its own failure.
        }}
      >
        <h2 id="replay-title">{l10n.t('Run {0} again, live', view.agent.name)}</h2>
        {effects.length === 0 ? (
          <p>{l10n.t('The task had no effect that the runtime saw.')}</p>
        ) : (
          <>
            <p>{l10n.t('These effects may happen again:')}</p>
            <ul>
              {effects.slice(0, shownEffects).map((effect) => (
                <li key={effect.event.seq}>{effectText(effect)}</li>
              ))}
              {effects.length > shownEffects && <li>{l10n.t('and {0} more', effects.length - shownEffects)}</li>}
            </ul>
          </>
        )}
        {mode === 'edited' && (
          <>
            <label for="replay-input">{l10n.t('Input')}</label>
            <textarea
              id="replay-input"
              rows={10}
              spellcheck={false}
              value={text}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
          </>
        )}
        {error !== '' && (
          <p class="failure-message" role="alert">
            {error}
          </p>
        )}
        <div class="dialog-actions">
          <button type="button" onClick={() => dialog.current?.close()}>
            {l10n.t('Cancel')}
          </button>
          <button type="submit" class="primary">
            {l10n.t('Run')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function effectText(effect: Effect): string {
  return effect.type === 'process' ? effect.event.command.join(' ') : `${effect.event.method} ${shortUrl(effect.event.url)}`;
}
