import type { AgentSummary } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { submitTask } from './host.ts';

/** Asks for the input as JSON, beginning with the agent's first example. The API's own words say what does not fit. */
export function RunDialog({ agent, onClose }: { readonly agent: AgentSummary; readonly onClose: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(() => JSON.stringify(agent.examples?.[0]?.input ?? {}, null, 2));
  const [error, setError] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const run = async (): Promise<void> => {
    try {
      const input: unknown = JSON.parse(text);
      const { task_id } = await submitTask({ agent_name: agent.name, agent_path: agent.path, input, source: 'console' });
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
    <dialog ref={dialog} class="run-dialog" aria-labelledby="run-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(); // Shows its own failure.
        }}
      >
        <h2 id="run-title">{l10n.t('Run {0}', agent.name)}</h2>
        <label for="run-input">{l10n.t('Input')}</label>
        <textarea id="run-input" rows={10} spellcheck={false} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
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
