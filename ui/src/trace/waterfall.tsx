import type { Place } from '@hermes-runtime/schemas';
import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { formatColumn } from './format.ts';
import { Icon } from './icon.tsx';
import { Dim } from './row-list.tsx';
import type { Bar, WaterfallRow } from './waterfall-rows.ts';

type WaterfallProps = {
  readonly rows: readonly WaterfallRow[];
  readonly selected: string | undefined;
  readonly onSelect: (row: WaterfallRow) => void;
  readonly onOpen: (place: Place) => void;
};

/** Bars over one time axis: failures hatched, waits dashed, the shortest stretch still three pixels wide. */
export function Waterfall({ rows, selected, onSelect, onOpen }: WaterfallProps): JSX.Element {
  const [root] = rows;
  if (!root) return <p class="empty">{l10n.t('Nothing matches.')}</p>;
  const from = root.began;
  const to = Math.max(from + 1, ...rows.flatMap(({ bars }) => bars.map((bar) => bar.to)));
  const index = rows.findIndex(({ id }) => id === selected);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const row = step === 0 ? rows[index] : rows[Math.max(0, Math.min(rows.length - 1, index + step))];
    if (!row) return;
    if (step !== 0) onSelect(row);
    else if (event.key === 'Enter' && row.at) onOpen(row.at);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="rows waterfall"
      role="listbox"
      tabIndex={0}
      aria-label={l10n.t('Waterfall')}
      aria-activedescendant={index >= 0 ? `bar-${selected}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div class="axis" aria-hidden="true">
        {axisSteps(to - from).map((ms) => (
          <span key={ms} style={{ left: `${(ms / (to - from)) * 100}%` }}>
            {ms >= 1000 || to - from >= 4000 ? `${ms / 1000} s` : `${ms} ms`}
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <WaterfallLine key={row.id} row={row} from={from} to={to} isSelected={row.id === selected} onSelect={onSelect} onOpen={onOpen} />
      ))}
    </div>
  );
}

type LineProps = Pick<WaterfallProps, 'onSelect' | 'onOpen'> & {
  readonly row: WaterfallRow;
  readonly from: number;
  readonly to: number;
  readonly isSelected: boolean;
};

function WaterfallLine({ row, from, to, isSelected, onSelect, onOpen }: LineProps): JSX.Element {
  const { id, depth, icon, label, note, ms, bars, at } = row;
  const percent = (time: number): string => `${((time - from) / (to - from)) * 100}%`;
  return (
    <div
      id={`bar-${id}`}
      class={`row bar-row ${isSelected ? 'selected' : ''}`}
      role="option"
      aria-selected={isSelected}
      onClick={() => onSelect(row)}
      onDblClick={() => at && onOpen(at)}
    >
      <span class={`bar-label depth-${depth}`}>
        {icon && <Icon name={icon} />}
        <code>{label}</code>
      </span>
      <span class="bar-ms">{formatColumn(ms, to - from)}</span>
      <span class="bar-track">
        {bars.map((bar, i) => (
          <span
            key={i}
            class={`bar bar-${bar.kind}`}
            style={{ left: percent(bar.from), width: `calc(${percent(bar.to)} - ${percent(bar.from)})` }}
          />
        ))}
        <span class="bar-note" style={noteStyle(bars, row.began, from, to)}>
          <Dim>{note}</Dim>
        </span>
      </span>
    </div>
  );
}

/** Right of the last bar while there is room, else left of the first. */
function noteStyle(bars: readonly Bar[], began: number, from: number, to: number): Record<string, string> {
  const share = (time: number): number => ((time - from) / (to - from)) * 100;
  const end = share(bars.at(-1)?.to ?? began);
  return end < 70 ? { left: `calc(${end}% + 8px)` } : { right: `calc(${100 - share(bars[0]?.from ?? began)}% + 8px)` };
}

/** Four to eight round steps. */
function axisSteps(span: number): readonly number[] {
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? power;
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => i * step).filter((ms) => ms < span * 0.97);
}
