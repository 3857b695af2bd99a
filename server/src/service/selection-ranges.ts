import type { YamlSource } from '@hermes-runtime/contract';
import { SelectionRange, type Position, type Range } from 'vscode-languageserver/node';
import type { Feature } from './feature.ts';
import { openedYaml } from './opened-yaml.ts';
import { isBefore, walkYaml } from './yaml-walk.ts';

/** Grows a selection by what YAML holds together: the value, its entry, the map around it, up to the file. */
export const selectionRanges: Feature = {
  capabilities: { selectionRangeProvider: true },
  listen: (connection, look) => {
    connection.onSelectionRanges(({ textDocument, positions }) => {
      const opened = openedYaml(look(), textDocument.uri);
      if (opened === undefined) return null;
      const { document, yaml } = opened;
      const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
      return positions.map((position) => selectionAt(yaml, position, whole));
    });
  },
};

export function selectionAt(yaml: YamlSource, position: Position, whole: Range): SelectionRange {
  let selection = SelectionRange.create(whole);
  const grow = (range: Range): void => {
    const isInside = !isBefore(range.start, selection.range.start) && !isBefore(selection.range.end, range.end);
    const isSmaller = isBefore(selection.range.start, range.start) || isBefore(range.end, selection.range.end);
    if (isInside && isSmaller && holds(range, position)) selection = SelectionRange.create(range, selection);
  };
  walkYaml(yaml, ({ key, range }) => {
    const entry = key === undefined ? range : { start: key.start, end: range.end };
    if (!holds(entry, position)) return false;
    grow(entry);
    if (key !== undefined) grow(key);
    grow(range);
    return holds(range, position);
  });
  return selection;
}

function holds({ start, end }: Range, position: Position): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}
