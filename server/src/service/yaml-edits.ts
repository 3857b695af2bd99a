import { isMap, indexLines, own, valueAt, type ValuePath, type YamlSource } from '@hermes-runtime/contract';
import type { TextEdit } from 'vscode-languageserver/node';

/** Writes a scalar as plain text where YAML takes it for text, also between brackets, and in quotes elsewhere. */
export function yamlScalar(text: string): string {
  const isPlain = /^[A-Za-z0-9_./][\w./=<>~!@^+; -]*$/.test(text) && !text.endsWith(' ');
  return isPlain && !otherThanText.test(text) ? text : JSON.stringify(text);
}

/** What YAML, in any of its versions, reads as a number or a word of its own. */
const otherThanText = /^(?:\d[\d_]*\.?\d*(?:e[-+]?\d+)?|\.\d+|0[xob][\da-f]+|\.(?:inf|nan)|true|false|null|yes|no|on|off|y|n)$/i;

/** The keys of a map; none of anything else. */
export function keysOf(value: unknown): string[] {
  return isMap(value) ? Object.keys(value) : [];
}

/** How the lines of a text end, by its first. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/**
 * Adds an entry as the last one of a map in the file, in the style that the map is written in.
 * `text` is the value as YAML, on one line. Undefined when there is no such map.
 */
export function addEntry(yaml: YamlSource, map: ValuePath, key: string, text: string): TextEdit | undefined {
  const range = yaml.valueRange(map);
  const value = valueAt(yaml.value, map);
  if (range === undefined || !isMap(value)) return undefined;
  const lines = indexLines(yaml.text);
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  const keys = Object.keys(value);
  if (yaml.text.charAt(start) === '{') {
    // Before the closing bracket, and before the spaces in front of it.
    const inner = yaml.text.slice(start + 1, end - 1);
    // What is added behind a comment is part of it.
    if (/#[^\r\n]*$/.test(inner.trimEnd())) return undefined;
    const at = lines.positionAt(start + 1 + inner.trimEnd().length);
    const entry = `${key}: ${text}`;
    return {
      range: { start: at, end: at },
      newText: keys.length === 0 ? ` ${entry} ` : `${inner.trimEnd().endsWith(',') ? ' ' : ', '}${entry}`,
    };
  }
  const first = keys[0] === undefined ? undefined : yaml.keyRange([...map, keys[0]]);
  if (first === undefined) return undefined;
  const lastLine = lines.positionAt(end).line;
  const at = lines.positionAt(lines.lineAt(lastLine).end);
  return { range: { start: at, end: at }, newText: `${lineEndOf(yaml.text)}${' '.repeat(first.start.character)}${key}: ${text}` };
}

/** Adds a property to one of the two schemas, and what is missing of the schema around it. */
export function addProperty(yaml: YamlSource, key: 'input_schema' | 'output_schema', name: string, text: string): TextEdit | undefined {
  const schema = own(yaml.value, key);
  if (isMap(own(schema, 'properties'))) {
    const added = addEntry(yaml, [key, 'properties'], name, text);
    if (added !== undefined) return added;
  }
  const flow = `{ ${name}: ${text} }`;
  if (isMap(schema) && own(schema, 'properties') === undefined) return addEntry(yaml, [key], 'properties', flow);
  if (schema !== undefined) return undefined;
  return addEntry(yaml, [], key, `{ type: object, properties: ${flow} }`);
}
