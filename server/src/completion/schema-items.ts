import { draftOf, isMap, own, type ValuePath, valueAt } from '@hermes-runtime/contract';
import { presentKeys } from './file-items.ts';
import { booleanKeywords, schemaDialects, schemaFormats, schemaKeywords, schemaTypes } from './keywords.ts';
import { schemaPlaceAt } from './schema-place.ts';
import type { Suggestion } from './suggestion.ts';
import type { YamlPlace } from './yaml-place.ts';

/** What can be written inside an agent's `input_schema` or `output_schema`, which is at `at`. */
export function schemaSuggestions(at: ValuePath, place: YamlPlace): readonly Suggestion[] {
  const found = schemaPlaceAt(at, place.path.slice(at.length));
  if (place.on === 'key') return found.kind === 'schema' ? keywordsFor(place, valueAt(place.value, at)) : [];
  if (found.kind !== 'value') return [];
  const schema = valueAt(place.value, found.schema);
  return valuesFor(found.keyword, schema, valueAt(place.value, at), place).map((label) => ({ label, kind: 'value' }));
}

/** Those of the root's draft that speak of the schema's own type; of all types where it has none yet. */
function keywordsFor(place: YamlPlace, root: unknown): readonly Suggestion[] {
  const there = presentKeys(place);
  const type = own(valueAt(place.value, place.path), 'type');
  const types = typeof type === 'string' ? [type] : Array.isArray(type) ? type : undefined;
  const draft = draftOf(root);
  return schemaKeywords()
    .filter(({ drafts }) => drafts?.includes(draft) !== false)
    .filter(
      ({ name, types: speaksOf }) => !there.has(name) && (types === undefined || speaksOf?.some((one) => types.includes(one)) !== false),
    )
    .map(({ name, text, types: speaksOf, opens }) => ({
      label: name,
      kind: 'key',
      text,
      important: name === 'type' || (types !== undefined && speaksOf !== undefined),
      ...(opens === undefined ? {} : { opens }),
    }));
}

function valuesFor(keyword: string, schema: unknown, root: unknown, place: YamlPlace): readonly string[] {
  switch (keyword) {
    case 'type':
      return without(schemaTypes, valueAt(place.value, place.path.slice(0, -1)));
    case 'format':
      return schemaFormats;
    case '$schema':
      return schemaDialects;
    case 'required': {
      const properties = own(schema, 'properties');
      return isMap(properties) ? without(Object.keys(properties), own(schema, 'required')) : [];
    }
    case '$ref':
      return ['$defs', 'definitions'].flatMap((map) => namesIn(own(root, map)).map((name) => `#/${map}/${name}`));
    default:
      return booleanKeywords.has(keyword) ? ['true', 'false'] : [];
  }
}

/** In a list, only what is not in it yet. */
function without(names: readonly string[], list: unknown): readonly string[] {
  return Array.isArray(list) ? names.filter((name) => !list.includes(name)) : names;
}

function namesIn(map: unknown): readonly string[] {
  return isMap(map) ? Object.keys(map) : [];
}
