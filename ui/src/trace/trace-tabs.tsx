import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { type Tab, type TraceModel, tabs } from './trace-model.ts';

/** The tab bar, with counts, the filter and "Problems only". */
export function TraceTabs({ model }: { readonly model: TraceModel }): JSX.Element {
  const { tab, filter, problemsOnly } = model;
  const hasRows = tab.value !== 'input' && tab.value !== 'output' && tab.value !== 'waterfall';
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(tab.value) + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    tab.value = next;
    event.preventDefault();
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" aria-label={l10n.t('Trace')} onKeyDown={onKeyDown}>
        {tabs.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === tab.value}
            aria-controls="trace-body"
            tabIndex={name === tab.value ? 0 : -1}
            onClick={() => {
              tab.value = name;
            }}
          >
            {tabText(name)} <span class="count">{countOf(name, model)}</span>
          </button>
        ))}
      </div>
      {hasRows && (
        <span class="tab-tools">
          <label>
            <input
              type="checkbox"
              checked={problemsOnly.value}
              onChange={({ currentTarget }) => {
                problemsOnly.value = currentTarget.checked;
              }}
            />
            {l10n.t('Problems only')}
          </label>
          <input
            id="trace-filter"
            type="search"
            placeholder={l10n.t('Filter')}
            aria-label={l10n.t('Filter')}
            value={filter.value}
            onInput={({ currentTarget }) => {
              filter.value = currentTarget.value;
            }}
          />
        </span>
      )}
    </div>
  );
}

function tabText(tab: Tab): string {
  switch (tab) {
    case 'findings':
      return l10n.t('Findings');
    case 'waterfall':
      return l10n.t('Waterfall');
    case 'events':
      return l10n.t('Events');
    case 'http':
      return 'HTTP';
    case 'input':
      return l10n.t('Input');
    case 'output':
      return l10n.t('Output');
    case 'logs':
      return l10n.t('Logs');
  }
}

function countOf(tab: Tab, { findings, events, view }: TraceModel): string {
  switch (tab) {
    case 'findings':
      return String(findings.value.length);
    case 'events':
      return String(events.value.length);
    case 'http':
      return String(view.value.facts.exchanges.length);
    case 'logs':
      return String(view.value.facts.logs.length);
    default:
      return '';
  }
}
