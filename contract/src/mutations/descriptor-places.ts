import { indexLines } from '../descriptor/line-index.ts';
import { parseYaml } from '../descriptor/parse-yaml.ts';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { isMap } from '../value.ts';

/** An entry of a map, or an item of a list, in the text of a descriptor. */
export type Place = {
  readonly path: ValuePath;
  readonly value: unknown;
  readonly line: number;
  /** The line where its value begins. */
  readonly valueLine: number;
  /** The text with another key, or value, in its place; a block of lines becomes one. */
  readonly withKey: (key: string) => string;
  readonly withValue: (value: string) => string;
  /** The text without the entry; undefined where it shares its line with others. */
  readonly removed: () => string | undefined;
  /** The text with the entry twice; undefined where it is more than a line. */
  readonly doubled: () => string | undefined;
};

/** Every entry and item, in the order of the file. */
export function placesIn(text: string): Place[] {
  const yaml = parseYaml(text);
  const lines = indexLines(text);
  const found: Place[] = [];
  const walk = (value: unknown, path: ValuePath): void => {
    if (path.length > 0) found.push(placeAt(path, value));
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (isMap(value)) for (const key of Object.keys(value)) walk(value[key], [...path, key]);
  };
  const placeAt = (path: ValuePath, value: unknown): Place => {
    const [key, whole] = [yaml.keyRange(path), yaml.valueRange(path)];
    if (key === undefined || whole === undefined) throw new Error(`nothing is at ${path.join('.')}`);
    const [keyStart, keyEnd] = [lines.offsetAt(key.start), lines.offsetAt(key.end)];
    const [start, end] = [lines.offsetAt(whole.start), lines.offsetAt(whole.end)];
    const isItem = typeof path.at(-1) === 'number';
    const isBlock = whole.start.line !== key.start.line;
    const first = lines.lineAt(key.start.line);
    const last = lines.lineAt(whole.end.line);
    const isAlone = /^\s*(?:- )?$/.test(text.slice(first.start, keyStart)) && /^\s*(?:#.*)?$/.test(text.slice(end, last.end));
    const begins = /^\s*$/.test(text.slice(first.start, keyStart));
    return {
      path,
      value,
      line: key.start.line,
      valueLine: whole.start.line,
      withKey: (name) => text.slice(0, keyStart) + name + text.slice(keyEnd),
      withValue: (written) =>
        isItem || !isBlock ? text.slice(0, start) + written + text.slice(end) : `${text.slice(0, keyEnd)}: ${written}${text.slice(end)}`,
      removed: () => (isAlone && begins ? text.slice(0, first.start) + text.slice(last.end + 1) : undefined),
      doubled: () => (isAlone && begins && !isBlock && !isItem ? text.slice(0, last.end + 1) + text.slice(first.start) : undefined),
    };
  };
  walk(yaml.value, []);
  return found;
}
