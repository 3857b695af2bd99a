import { isMap, type ValuePath, type YamlSource } from '@hermes-runtime/contract';
import type { Position, Range } from 'vscode-languageserver/node';

/** One value of a file where it is written: an entry of a map with its key, or an item of a list. */
export type YamlVisit = { readonly path: ValuePath; readonly value: unknown; readonly key?: Range; readonly range: Range };

/** Visits every value that stands in the text itself, in its order. What an alias stands for is visited at its anchor alone. `false` skips what is below. */
export function walkYaml(yaml: YamlSource, enter: (visit: YamlVisit) => boolean | undefined): void {
  const below = (value: unknown, path: ValuePath): void => {
    if (Array.isArray(value)) {
      let from: Position = yaml.valueRange(path)?.start ?? { line: 0, character: 0 };
      value.forEach((item: unknown, index) => {
        const range = yaml.valueRange([...path, index]);
        if (range === undefined || isBefore(range.start, from)) return;
        from = range.end;
        if (enter({ path: [...path, index], value: item, range }) !== false) below(item, [...path, index]);
      });
      return;
    }
    if (!isMap(value)) return;
    for (const name of Object.keys(value)) {
      const at = [...path, name];
      const key = yaml.keyRange(at);
      if (key === undefined) continue;
      const found = yaml.valueRange(at);
      const isAlias = found === undefined || isBefore(found.start, key.end);
      const range = isAlias ? { start: key.end, end: key.end } : found;
      if (enter({ path: at, value: value[name], key, range }) !== false && !isAlias) below(value[name], at);
    }
  };
  below(yaml.value, []);
}

export function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
