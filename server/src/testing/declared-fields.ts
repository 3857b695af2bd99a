import { isMap, own, type ValuePath } from '@hermes-runtime/contract';

/** The declared fields of a schema, by where their keys are. */
export function* fieldsIn(schema: unknown, at: ValuePath): Generator<ValuePath> {
  const properties = own(schema, 'properties');
  for (const [name, inner] of Object.entries(isMap(properties) ? properties : {})) {
    yield [...at, 'properties', name];
    yield* fieldsIn(inner, [...at, 'properties', name]);
  }
  if (isMap(own(schema, 'items'))) yield* fieldsIn(own(schema, 'items'), [...at, 'items']);
}
