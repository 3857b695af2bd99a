import { isMap, valueAt, type ValuePath } from '@hermes-runtime/contract';
import type { Field, Place } from './field.ts';
import { textOffset, yamlPlace, type YamlFile } from './yaml-place.ts';

const maxDepth = 40;

/** The steps of a reference within the same schema; undefined for any other. */
export function pointerPath(reference: string): string[] | undefined {
  if (reference === '#') return [];
  if (!reference.startsWith('#/')) return undefined;
  return reference.slice(2).split('/').map(decoded);
}

/** The definitions in `$defs` of a schema, and the references to them. */
export function definitionPlaces(file: YamlFile, root: 'input_schema' | 'output_schema', agent: string): Place[] {
  const places: Place[] = [];
  const fieldOf = (keyword: string, name: string): Field => ({ agent, side: root, path: [keyword, name] });
  for (const keyword of ['$defs', 'definitions']) {
    const definitions = valueAt(file.yaml.value, [root, keyword]);
    for (const name of isMap(definitions) ? Object.keys(definitions) : []) {
      const range = file.yaml.keyRange([root, keyword, name]);
      places.push(...yamlPlace(file, range, { field: fieldOf(keyword, name), name, kind: 'declaration' }));
    }
  }
  visit([root], valueAt(file.yaml.value, [root]));
  return places;

  function visit(at: ValuePath, value: unknown): void {
    if (at.length > maxDepth || places.length > 1_000) return;
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      for (const [index, item] of items.entries()) visit([...at, index], item);
    } else if (isMap(value)) for (const [key, inner] of Object.entries(value)) visit([...at, key], inner);
    else if (typeof value === 'string' && at.at(-1) === '$ref') reference(at, value);
  }

  function reference(at: ValuePath, text: string): void {
    const [keyword, name] = pointerPath(text) ?? [];
    const start = textOffset(file, at, text);
    if (keyword === undefined || name === undefined || start === undefined) return;
    const written = text.split('/')[2] ?? '';
    const from = start + text.indexOf('/', 2) + 1;
    const range = file.lines.rangeOf(from, from + written.length);
    places.push({
      field: fieldOf(keyword, name),
      file: file.file,
      range,
      kind: 'schema',
      write: false,
      // A name that a pointer or YAML would have to escape is not written here.
      renamed: (to) => (/^[\w.-]+$/.test(to) ? { range, text: to } : undefined),
    });
  }
}

function decoded(step: string): string {
  const plain = step.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    // A lone `%` stands for itself.
    return plain;
  }
}
