import type { AttemptStarted, TaskView } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';

/** What an empty list of findings does not prove: where nobody looked. Nothing where everything was seen. */
export function NotSeen({ view }: { readonly view: TaskView }): JSX.Element | null {
  const started = view.attempts.at(-1)?.started;
  const lines = started === undefined ? [] : unseen(started);
  if (lines.length === 0) return null;
  return (
    <div class="not-seen dim" role="note">
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function unseen({ trace, language, not_instrumented = [] }: AttemptStarted): readonly string[] {
  const levels = {
    off: l10n.t('trace: off, so only output and result are seen'),
    calls: l10n.t('trace: calls, so loops and caught exceptions are not seen'),
    full: '',
  };
  // A shell agent is told of in the line above, at any level.
  const level = language === 'shell' ? '' : levels[trace];
  return [
    ...(level === '' ? [] : [level]),
    ...not_instrumented.map(({ file, reason }) => l10n.t('{0} is not instrumented: {1}', file, reason)),
  ];
}
