import { type Finding, type TaskView, countText, isFinal, sawOf, saysText } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Icon } from './icon.tsx';

type StripProps = {
  readonly view: TaskView;
  readonly findings: readonly Finding[];
  /** A kind that was clicked: the list shows it alone. */
  readonly onFilter: (kind: Finding['kind']) => void;
};

/** The product in one line: what the agent says, beside what the runtime saw. */
export function SaysSawStrip({ view, findings, onFilter }: StripProps): JSX.Element {
  const says = saysText(view) || (isFinal(view.status) ? l10n.t('nothing') : l10n.t('nothing yet'));
  const saw = sawOf(findings);
  const isDone = view.status === 'succeeded';
  const differs = saw.some(({ kind }) => kind !== 'retried');
  return (
    <div class="strip">
      <span class="dim">{l10n.t('agent says')}</span> <span>{says}</span>
      {isDone ? (
        <span
          class={`verdict ${differs ? 'differs' : 'equals'}`}
          role="img"
          aria-label={differs ? l10n.t('differs from what the runtime saw') : l10n.t('is what the runtime saw')}
        >
          {differs ? '≠' : '='}
        </span>
      ) : (
        <span class="verdict-line" />
      )}
      <span class="dim">{l10n.t('runtime saw')}</span>
      {saw.length === 0 && <span>{sawNothing(view)}</span>}
      {saw.map((chip) => (
        <button key={chip.kind} type="button" class="chip" onClick={() => onFilter(chip.kind)}>
          <Icon name={chip.kind} /> {countText(chip)}
        </button>
      ))}
    </div>
  );
}

/** Nothing hidden is worth saying too, but only where somebody looked. */
function sawNothing({ attempts, facts }: TaskView): string {
  const started = attempts.at(-1)?.started;
  if (started && !started.instrumented) return l10n.t('output and exit codes only: this agent is not instrumented');
  const { length } = facts.exchanges;
  return length === 1 ? l10n.t('1 exchange, no exception hidden') : l10n.t('{0} exchanges, no exception hidden', length);
}
