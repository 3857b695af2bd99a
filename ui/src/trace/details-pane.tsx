import { type Facts, type Finding, type Place, type TraceEvent, findingText, outcomeOf, durationText } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import { formatBytes, formatPlace } from './format.ts';
import { Icon } from './icon.tsx';
import type { Row } from './trace-rows.ts';

type DetailsProps = {
  readonly row: Row;
  readonly facts: Facts;
  readonly onOpen: (place: Place) => void;
  readonly onCopy: (text: string) => void;
};

/** Everything about the chosen row, and how it came to be. */
export function DetailsPane({ row, facts, onOpen, onCopy }: DetailsProps): JSX.Element {
  const { finding, event, at } = row;
  return (
    <aside class="details" aria-label={l10n.t('Details')}>
      <div class="details-head">
        <Icon name={row.icon} />
        <b>{row.head || row.what}</b>
        <button type="button" class="quiet" aria-label={l10n.t('Copy')} onClick={() => onCopy(JSON.stringify(event ?? finding, null, 2))}>
          <Icon name="copy" />
        </button>
      </div>
      {finding ? (
        <FindingDetails finding={finding} facts={facts} />
      ) : event?.type === 'http.exchanged' ? (
        <ExchangeDetails event={event} />
      ) : (
        <pre tabIndex={0}>{readable(event)}</pre>
      )}
      {at && (
        <button type="button" onClick={() => onOpen(at)}>
          {l10n.t('Open {0}', formatPlace(at))}
        </button>
      )}
    </aside>
  );
}

function FindingDetails({ finding, facts }: { readonly finding: Finding; readonly facts: Facts }): JSX.Element {
  const { kind, title, items, reason } = finding;
  const tries = facts.exchanges.filter(({ seq }) => finding.seqs.includes(seq));
  if (kind === 'garbled')
    return (
      <dl>
        <Field name={finding.written ? l10n.t('Written') : l10n.t('Read')}>
          <code>{title}</code>
        </Field>
        <Field name={l10n.t('Bytes say')}>{items[0]}</Field>
        <Field name={l10n.t('Why')}>{l10n.t('read as {0}; decoded again it round-trips, byte for byte', reason ?? '')}</Field>
        {facts.garbled
          .filter(({ seq }) => finding.seqs.includes(seq))
          .map(({ seq, stage, at }) => (
            <Field key={seq} name={stage === 'read' ? l10n.t('read') : l10n.t('written')}>
              {at ? formatPlace(at) : '–'}
            </Field>
          ))}
      </dl>
    );
  if (kind === 'retried')
    return (
      <dl>
        {tries.map((exchange, i) => (
          <Field key={exchange.seq} name={l10n.t('try {0}', i + 1)}>
            {outcomeOf(exchange)} <span class="dim">{durationText(exchange.ms)}</span>
            {exchange.retry_after_seconds !== undefined && <span class="dim"> Retry-After {exchange.retry_after_seconds} s</span>}
          </Field>
        ))}
      </dl>
    );
  return (
    <dl>
      <Field name={l10n.t('What')}>{findingText(finding).head}</Field>
      {reason && <Field name={l10n.t('Why')}>{reason}</Field>}
      <Field name={l10n.t('Where')}>
        <code>{title}</code>
      </Field>
      {items.length > 0 && (
        <Field name={l10n.t('Items')}>
          <ul>
            {items.map((item, i) => (
              <li key={i}>{item}</li>
            ))}
          </ul>
        </Field>
      )}
    </dl>
  );
}

function ExchangeDetails({ event }: { readonly event: Extract<TraceEvent, { type: 'http.exchanged' }> }): JSX.Element {
  const { method, url, error, request_bytes, response_bytes, charset, content_type, retry_after_seconds, client, ms } = event;
  return (
    <dl>
      <Field name={l10n.t('Request')}>
        <code>
          {method} {url}
        </code>
      </Field>
      <Field name={l10n.t('Answer')}>{error ? `${error.type}: ${error.message}` : outcomeOf(event)}</Field>
      {error?.phase && <Field name={l10n.t('Phase')}>{error.phase}</Field>}
      <Field name={l10n.t('Time')}>{durationText(ms)}</Field>
      <Field name={l10n.t('Size')}>{`↑ ${formatBytes(request_bytes) || '–'} ↓ ${formatBytes(response_bytes) || '–'}`}</Field>
      <Field name={l10n.t('Type')}>{content_type ?? '–'}</Field>
      <Field name="charset">{charset ?? l10n.t('not declared')}</Field>
      {retry_after_seconds !== undefined && <Field name="Retry-After">{`${retry_after_seconds} s`}</Field>}
      <Field name={l10n.t('Client')}>{client}</Field>
    </dl>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** An event without what the list shows anyway. */
function readable(event: TraceEvent | undefined): string {
  if (!event) return '';
  const rest = Object.entries(event).filter(([key]) => !['seq', 'type', 'task_id', 'time'].includes(key));
  return JSON.stringify(Object.fromEntries(rest), null, 2);
}
