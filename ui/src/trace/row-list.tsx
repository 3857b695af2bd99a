import type { Place } from '@hermes-runtime/schemas';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatOffset, formatPlace } from './format.ts';
import { Icon } from './icon.tsx';
import type { Row } from './trace-rows.ts';

type RowListProps = {
  readonly rows: readonly Row[];
  /** Unix time in milliseconds from which the left column counts. */
  readonly origin: number;
  readonly selected: string | undefined;
  readonly label: string;
  readonly rowHeight: number;
  readonly onSelect: (row: Row) => void;
  readonly onOpen: (place: Place) => void;
};

/** More than the tallest screen shows, so that a quick scroll meets no empty rows. */
const overscan = 12;

/** A list of equal rows of which only those on screen exist; follows its end until the reader scrolls up. */
export function RowList({ rows, origin, selected, label, rowHeight, onSelect, onOpen }: RowListProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(400);
  useEffect(() => {
    if (box.current) setHeight(box.current.clientHeight || 400);
  }, [rows.length]);
  const index = rows.findIndex(({ id }) => id === selected);
  useEffect(() => scrollIntoView(box.current, index, rowHeight), [index, rowHeight]);

  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + overscan);
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = targetOf(event.key, index, rows.length, Math.floor(height / rowHeight));
    const row = target === undefined ? undefined : rows[target];
    const current = rows[index];
    if (row) onSelect(row);
    else if (event.key === 'Enter' && current?.at) onOpen(current.at);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      class="rows"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={index >= 0 ? `row-${selected}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <div class="rows-space" style={{ height: `${rows.length * rowHeight}px` }}>
        {rows.slice(first, last).map((row, i) => (
          <RowLine
            key={row.id}
            row={row}
            origin={origin}
            isSelected={row.id === selected}
            position={first + i + 1}
            size={rows.length}
            style={{ top: `${(first + i) * rowHeight}px`, height: `${rowHeight}px` }}
            onSelect={onSelect}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}

type RowLineProps = Pick<RowListProps, 'origin' | 'onSelect' | 'onOpen'> & {
  readonly row: Row;
  readonly isSelected: boolean;
  readonly position: number;
  readonly size: number;
  readonly style: Record<string, string>;
};

function RowLine({ row, origin, isSelected, position, size, style, onSelect, onOpen }: RowLineProps): JSX.Element {
  const { id, time, icon, head, what, note, columns, at } = row;
  return (
    <div
      id={`row-${id}`}
      class={`row ${isSelected ? 'selected' : ''}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={size}
      style={style}
      onClick={() => onSelect(row)}
      onDblClick={() => at && onOpen(at)}
    >
      <span class="offset">{formatOffset(time - origin)}</span>
      <Icon name={icon} />
      <span class="row-text">
        {head && <b>{head} </b>}
        <code>{what}</code> <Dim>{note}</Dim>
      </span>
      {columns?.map((text, i) => (
        <span key={i} class="column">
          {text}
        </span>
      ))}
      {at && (
        <span class="place" onClick={() => onOpen(at)}>
          {formatPlace(at)}
        </span>
      )}
    </div>
  );
}

export function Dim({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <span class="dim">{children}</span>;
}

function targetOf(key: string, index: number, size: number, page: number): number | undefined {
  if (size === 0) return undefined;
  const clamp = (i: number): number => Math.max(0, Math.min(size - 1, i));
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1);
    case 'ArrowUp':
      return clamp(index < 0 ? size - 1 : index - 1);
    case 'PageDown':
      return clamp(index + page);
    case 'PageUp':
      return clamp(index - page);
    case 'Home':
      return 0;
    case 'End':
      return size - 1;
    default:
      return undefined;
  }
}

function scrollIntoView(box: HTMLDivElement | null, index: number, rowHeight: number): void {
  if (!box || index < 0) return;
  const top = index * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + rowHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight - box.clientHeight;
}
