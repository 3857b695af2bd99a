import { indexLines, isMap, valueAt, type LineIndex, type ValuePath, type YamlSource } from '@hermes-runtime/contract';
import type { TextEdit } from 'vscode-languageserver/node';

/** Takes an entry out of its map, or an item out of its list, with what belongs to it. Undefined where more would go with it. */
export function removeEntry(yaml: YamlSource, path: ValuePath): TextEdit | undefined {
  const above = path.slice(0, -1);
  const parent = valueAt(yaml.value, above);
  const siblings = Array.isArray(parent) ? [...parent.keys()] : isMap(parent) ? Object.keys(parent) : [];
  const around = yaml.valueRange(above);
  const index = siblings.findIndex((one) => one === path.at(-1));
  if (around === undefined || index < 0) return undefined;
  // A block without entries would be no value at all.
  if (siblings.length === 1) return above.length === 0 ? undefined : { range: around, newText: Array.isArray(parent) ? '[]' : '{}' };
  const lines = indexLines(yaml.text);
  const spanOf = (at: number): Span | undefined => spanAt(yaml, lines, [...above, siblings[at] ?? '']);
  const span = spanOf(index);
  if (span === undefined) return undefined;
  const isFlow = /[[{]/.test(yaml.text.charAt(lines.offsetAt(around.start)));
  const removed = isFlow
    ? betweenCommas(span, spanOf(index - 1), spanOf(index + 1))
    : wholeLines(yaml.text, lines, span, spanOf(index + 1));
  if (removed === undefined) return undefined;
  const text = yaml.text.slice(removed.start, removed.end);
  // Others stand for what is anchored here; and a comment inside of brackets may speak of all.
  if (/(?:^|[\s[{,])&\S/.test(text) || (isFlow && text.includes('#'))) return undefined;
  return { range: lines.rangeOf(removed.start, removed.end), newText: '' };
}

type Span = { readonly start: number; readonly end: number };

function spanAt(yaml: YamlSource, lines: LineIndex, path: ValuePath): Span | undefined {
  const key = yaml.keyRange(path);
  const value = yaml.valueRange(path);
  if (key === undefined) return undefined;
  const [start, keyEnd] = [lines.offsetAt(key.start), lines.offsetAt(key.end)];
  // An alias' value stands elsewhere.
  const isHere = value !== undefined && lines.offsetAt(value.start) >= start;
  return { start, end: isHere ? Math.max(keyEnd, lines.offsetAt(value.end)) : lines.lineAt(key.end.line).end };
}

function betweenCommas(span: Span, before: Span | undefined, after: Span | undefined): Span | undefined {
  // A key that is there twice has the place of its last in the order of its first.
  if (after !== undefined) return after.start < span.end ? undefined : { start: span.start, end: after.start };
  return before === undefined || before.end > span.start ? undefined : { start: before.end, end: span.end };
}

function wholeLines(text: string, lines: LineIndex, { start, end }: Span, after: Span | undefined): Span | undefined {
  const first = lines.positionAt(start).line;
  const last = lines.positionAt(end);
  const lead = text.slice(lines.lineAt(first).start, start);
  // The first key of a map in a list stands behind the dash of its item; the next one takes its place.
  const isItem = /^\s*-\s+$/.test(lead) && text.charAt(start) !== '-';
  const isMapInList =
    isItem &&
    after !== undefined &&
    after.start > end &&
    !/-\s+$/.test(text.slice(lines.lineAt(lines.positionAt(after.start).line).start, after.start));
  if (isMapInList) return { start, end: after.start };
  if (!/^\s*(?:-\s+)?$/.test(lead)) return undefined;
  const lastLine = last.character === 0 && last.line > first ? last.line - 1 : last.line;
  if (lastLine + 1 < lines.count) return { start: lines.lineAt(first).start, end: lines.lineAt(lastLine + 1).start };
  return first === 0 ? undefined : { start: lines.lineAt(first - 1).end, end: text.length };
}
