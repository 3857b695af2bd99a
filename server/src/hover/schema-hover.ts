import { isMap, own, valueAt, type ValuePath } from '@hermes-runtime/contract';
import { schemaKeywords } from '../completion/keywords.ts';
import { schemaPlaceAt } from '../completion/schema-place.ts';
import { asCode, asText } from './explanation.ts';
import { fieldParagraphs, resolved } from './field-text.ts';
import { typeText } from './type-text.ts';

/** What stands inside of `input_schema` or `output_schema`: a field by what its author says, a keyword by what it means. */
export function embeddedSchemaParagraphs(
  value: Readonly<Record<string, unknown>>,
  key: 'input_schema' | 'output_schema',
  within: ValuePath,
  on: 'key' | 'value',
): string[] {
  const root = value[key];
  const above = within.slice(0, -1);
  const last = within.at(-1);
  const place = schemaPlaceAt([], above);
  if (on === 'key') {
    if (place.kind === 'names') return namedParagraphs(root, key, within);
    return place.kind === 'schema' && typeof last === 'string' ? keywordParagraphs(last) : [];
  }
  const at = schemaPlaceAt([], within);
  const word = valueAt(root, within);
  if (at.kind === 'schema' && isMap(valueAt(root, above))) return typeof last === 'string' ? keywordParagraphs(last) : [];
  if (at.kind !== 'value') return [];
  if (at.keyword === 'type' && typeof word === 'string') return [typeText(word), ...keywordParagraphs('type')];
  if (at.keyword === 'required' && typeof word === 'string') {
    const field = namedParagraphs(root, key, [...at.schema, 'properties', word]);
    return field.length > 0 ? field : keywordParagraphs('required');
  }
  if (at.keyword === '$ref' && typeof word === 'string') return referenceParagraphs(root, at.schema);
  return keywordParagraphs(at.keyword);
}

function keywordParagraphs(name: string): string[] {
  const keyword = schemaKeywords().find((one) => one.name === name);
  return keyword === undefined ? [] : [asCode(name), keyword.text];
}

/** A field, or a definition. */
function namedParagraphs(root: unknown, key: 'input_schema' | 'output_schema', within: ValuePath): string[] {
  const schema = valueAt(root, within);
  if (!isMap(schema)) return [];
  const name = String(within.at(-1));
  const required = own(valueAt(root, within.slice(0, -2)), 'required');
  const isField = within.at(-2) === 'properties';
  return fieldParagraphs({
    side: key === 'input_schema' ? 'input' : 'output',
    root,
    path: valuePathOf(within) ?? ['\0', name],
    schema,
    required: isField && Array.isArray(required) && required.includes(name),
  });
}

/** `properties, a, properties, b` is the field `a.b`; what goes another way has no such path. */
function valuePathOf(within: ValuePath): string[] | undefined {
  const isPlain = within.length % 2 === 0 && within.every((step, index) => index % 2 === 1 || step === 'properties');
  return isPlain ? within.filter((_step, index) => index % 2 === 1).map(String) : undefined;
}

function referenceParagraphs(root: unknown, at: ValuePath): string[] {
  const schema = valueAt(root, at);
  const target = resolved(root, schema);
  const description = own(target, 'description') ?? own(target, 'title');
  const type = own(target, 'type');
  if (own(target, '$ref') !== undefined && description === undefined) return keywordParagraphs('$ref');
  return [
    asCode(`${String(own(schema, '$ref'))}${typeof type === 'string' ? `: ${type}` : ''}`),
    typeof description === 'string' ? asText(description) : '',
    ...keywordParagraphs('$ref').slice(1),
  ];
}
