import { indexLines, type LineIndex, type YamlSource } from '@hermes-runtime/contract';
import type { Range } from 'vscode-languageserver/node';
import { yamlScalar } from '../service/yaml-edits.ts';
import type { Field, NewText, Place } from './field.ts';

/** A YAML file, ready to be asked for places. */
export type YamlFile = { readonly file: string; readonly yaml: YamlSource; readonly lines: LineIndex };

export function yamlFile(file: string, yaml: YamlSource): YamlFile {
  return { file, yaml, lines: indexLines(yaml.text) };
}

/** A key or a text of a YAML file that names a field; `name` is what it says. */
export function yamlPlace(
  { file, yaml, lines }: YamlFile,
  range: Range | undefined,
  {
    field,
    name,
    kind,
    write = false,
  }: { readonly field: Field; readonly name: string; readonly kind: Place['kind']; readonly write?: boolean },
): Place[] {
  if (range === undefined) return [];
  const [from, to] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  const written = yaml.text.slice(from, to);
  const quote = /^(["'])[\s\S]*\1$/.exec(written)?.[1];
  const inner = quote === undefined ? range : lines.rangeOf(from + 1, to - 1);
  const isPlain = written === name && quote === undefined;
  // Something else than the name stands here: a text over several lines, or one that an alias leads to.
  const isKnown = isPlain || (quote !== undefined && unquoted(written) === name);
  const renamed = (to_: string): NewText | undefined =>
    isKnown ? { range: inner, text: quote === undefined ? yamlScalar(to_) : quoted(to_, quote) } : undefined;
  return [{ field, file, range: inner, kind, write, renamed }];
}

function quoted(name: string, quote: string): string {
  return quote === '"' ? JSON.stringify(name).slice(1, -1) : name.replaceAll("'", "''");
}

function unquoted(written: string): string | undefined {
  if (written.startsWith("'")) return written.slice(1, -1).replaceAll("''", "'");
  try {
    return String(JSON.parse(written));
  } catch {
    // An escape that only YAML has, or a line break.
    return undefined;
  }
}

/** A part of a text that stands in the file as it is: its place by offsets in the value. */
export function textOffset({ yaml, lines }: YamlFile, path: readonly (string | number)[], value: string): number | undefined {
  const range = yaml.valueRange(path);
  const written = yaml.writtenAt(path);
  if (range === undefined || written === undefined) return undefined;
  const start = lines.offsetAt(range.start);
  if (written === value) return start;
  return /^(["'])/.test(written) && written.slice(1, -1) === value ? start + 1 : undefined;
}
