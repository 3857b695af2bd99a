import type { Place } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { DetailsPane } from './details-pane.tsx';
import { FailureCard } from './failure-card.tsx';
import { RowList } from './row-list.tsx';
import type { TraceModel } from './trace-model.ts';
import { type Row, eventRows, exchangeRows, findingRows, logRows, matches } from './trace-rows.ts';
import { ValueView } from './value-view.tsx';
import { waterfallRows } from './waterfall-rows.ts';
import { Waterfall } from './waterfall.tsx';

type BodyProps = {
  readonly model: TraceModel;
  readonly now: number;
  readonly onOpen: (place: Place) => void;
  readonly onCopy: (text: string) => void;
  readonly onGive: (() => void) | undefined;
};

/** The chosen tab: one list and, for the chosen row, one details pane. */
export function TraceBody({ model, now, onOpen, onCopy, onGive }: BodyProps): JSX.Element {
  const view = model.view.value;
  const tab = model.tab.value;
  const selected = model.selected.value;
  const choose = ({ id }: { readonly id: string }): void => {
    model.selected.value = id;
  };
  if (tab === 'input') return <ValueView value={view.input} label={l10n.t('Input')} onCopy={onCopy} />;
  if (tab === 'output')
    return view.output === undefined ? (
      <Empty text={l10n.t('No output.')} />
    ) : (
      <ValueView value={view.output} label={l10n.t('Output')} onCopy={onCopy} />
    );
  const all = allRows(model);
  const chosen = [...all, ...eventRows(model.events.value)].find(({ id }) => id === selected);
  const details = chosen && <DetailsPane row={chosen} facts={view.facts} onOpen={onOpen} onCopy={onCopy} />;
  if (tab === 'waterfall')
    return (
      <>
        <Waterfall rows={waterfallRows(view, now)} selected={selected} onSelect={choose} onOpen={onOpen} />
        {details}
      </>
    );
  const rows = all.filter((row) => (row.isProblem || !model.problemsOnly.value) && matches(row, model.filter.value));
  const failure = tab === 'findings' ? view.failure : undefined;
  return (
    <>
      <div class="list">
        {failure && <FailureCard failure={failure} onOpen={onOpen} onCopy={onCopy} onGive={onGive} />}
        {rows.length > 0 ? (
          <RowList
            rows={rows}
            origin={view.started_at ?? view.queued_at}
            selected={selected}
            label={l10n.t('Trace')}
            rowHeight={tab === 'findings' ? 24 : 22}
            onSelect={choose}
            onOpen={onOpen}
          />
        ) : (
          !failure && <Empty text={emptyText(model, all.length)} />
        )}
      </div>
      {details}
    </>
  );
}

function allRows(model: TraceModel): readonly Row[] {
  const events = model.events.value;
  switch (model.tab.value) {
    case 'findings':
      return findingRows(model.findings.value);
    case 'http':
      return exchangeRows(events);
    case 'logs':
      return logRows(events);
    default:
      return eventRows(events);
  }
}

export function Empty({ text }: { readonly text: string }): JSX.Element {
  return <p class="empty">{text}</p>;
}

function emptyText({ tab, view }: TraceModel, unfiltered: number): string {
  if (unfiltered > 0) return l10n.t('Nothing matches.');
  const { exchanges, caught, logs } = view.value.facts;
  switch (tab.value) {
    case 'findings':
      return l10n.t('No findings. Exchanges: {0}. Caught exceptions: {1}. Log lines: {2}.', exchanges.length, caught.length, logs.length);
    case 'http':
      return l10n.t('No HTTP exchange was seen.');
    case 'logs':
      return l10n.t('Nothing was logged.');
    default:
      return l10n.t('No event yet.');
  }
}
