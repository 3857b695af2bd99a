import type { Failure, Place } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { formatPlace } from './format.ts';
import { Icon } from './icon.tsx';

type FailureCardProps = {
  readonly failure: Failure;
  readonly onOpen: (place: Place) => void;
  readonly onCopy: (text: string) => void;
  /** Answers by hand what a replay asked for; absent where nothing can be given. */
  readonly onGive?: (() => void) | undefined;
};

/** The whole failure, never cut: message, place, what does not fit, traceback. */
export function FailureCard({ failure, onOpen, onCopy, onGive }: FailureCardProps): JSX.Element {
  const { code, message, exception_type, at, problems = [], traceback } = failure;
  const text = [
    exception_type ? `${exception_type}: ${message}` : message,
    ...problems.map((p) => `${p.path || '/'}: ${p.message}`),
    traceback,
  ]
    .filter(Boolean)
    .join('\n');
  return (
    <section class="failure" aria-label={l10n.t('Failure')}>
      <div class="failure-head">
        <Icon name="failed" />
        <b>{exception_type ?? code}</b>
        <span class="dim">{code}</span>
        {at && (
          <button type="button" class="place" onClick={() => onOpen(at)}>
            {formatPlace(at)}
          </button>
        )}
      </div>
      <p class="failure-message">{message}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ path, message: problem }, i) => (
            <li key={i}>
              <code>{path === '' ? '/' : path}</code> {problem}
            </li>
          ))}
        </ul>
      )}
      {traceback && <pre tabIndex={0}>{traceback}</pre>}
      {onGive && (
        <button type="button" class="primary" onClick={onGive}>
          {l10n.t('Give a value')}
        </button>
      )}
      <button type="button" onClick={() => onCopy(text)}>
        <Icon name="copy" /> {l10n.t('Copy')}
      </button>
    </section>
  );
}
