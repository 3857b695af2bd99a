import { keywordsOfAny, type ValuePath } from '@hermes-runtime/contract';

/** What stands at a path inside a JSON Schema. */
export type SchemaPlace =
  /** A schema, at the path that it has. */
  | { readonly kind: 'schema' }
  /** A map of an author's own names, as under `properties`. */
  | { readonly kind: 'names' }
  /** The value of a keyword. */
  | { readonly kind: 'value'; readonly keyword: string; /** The schema that has it. */ readonly schema: ValuePath }
  | { readonly kind: 'other' };

/** Follows a path from the root of a schema; `at` is where the schema is in the file. */
export function schemaPlaceAt(at: ValuePath, path: ValuePath): SchemaPlace {
  let place: SchemaPlace = { kind: 'schema' };
  let schema = at;
  for (const [index, step] of path.entries()) {
    const here = [...at, ...path.slice(0, index + 1)];
    if (place.kind === 'names') place = { kind: 'schema' };
    else if (place.kind === 'value' && keywordsOfAny.get(place.keyword) === 'schemas' && typeof step === 'number')
      place = { kind: 'schema' };
    else if (place.kind === 'value' && place.keyword === 'items' && typeof step === 'number') place = { kind: 'schema' };
    else if (place.kind === 'schema' && typeof step === 'string') place = below(step, schema);
    else if (place.kind === 'value' && typeof step === 'number') continue;
    else return { kind: 'other' };
    if (place.kind === 'schema') schema = here;
  }
  return place;
}

function below(keyword: string, schema: ValuePath): SchemaPlace {
  const shape = keywordsOfAny.get(keyword);
  if (shape === 'map of schemas') return { kind: 'names' };
  return shape === 'schema' || shape === 'schema or schemas' ? { kind: 'schema' } : { kind: 'value', keyword, schema };
}
