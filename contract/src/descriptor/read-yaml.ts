import { parseYaml } from './parse-yaml.ts';
import type { YamlSource } from './yaml-source.ts';

/** Reads the same file again and again: a text that did not change is not parsed twice. */
export type YamlReader = (text: string) => YamlSource;

/** Gives the same answers as `parseYaml`. Keeps one text; one reader belongs to one file. */
export function createYamlReader(): YamlReader {
  let last: { readonly text: string; readonly source: YamlSource } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, source: parseYaml(text) };
    return last.source;
  };
}
