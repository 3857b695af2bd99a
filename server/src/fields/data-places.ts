import { isMap, type ValuePath } from '@hermes-runtime/contract';
import { anyItem } from '@hermes-runtime/contract/fields';
import { inField, type Field, type Found, type Place } from './field.ts';
import { yamlPlace, type YamlFile } from './yaml-place.ts';

const maxDepth = 24;

/** The keys of a value in a YAML file that is the value of a field: an example, a default, the input of a step. */
export function dataPlaces(
  file: YamlFile,
  value: unknown,
  { at, field, kind }: { readonly at: ValuePath; readonly field: Field; readonly kind: Place['kind'] },
): Place[] {
  if (at.length > maxDepth * 2) return [];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, index) => dataPlaces(file, item, { at: [...at, index], field: inField(field, anyItem), kind }));
  }
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = { at: [...at, name], field: inField(field, name), kind };
    return [...yamlPlace(file, file.yaml.keyRange(place.at), { ...place, name, write: true }), ...dataPlaces(file, inner, place)];
  });
}

/** Puts what was found to what is known already. */
export function add({ places, doubts }: Found, more: Partial<Found>): void {
  // One by one: as arguments of one call, a hundred thousand are more than the stack holds.
  for (const place of more.places ?? []) places.push(place);
  for (const doubt of more.doubts ?? []) doubts.push(doubt);
}
