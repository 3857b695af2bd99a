import * as l10n from '@vscode/l10n';
import { isMap, own, valueAt, type ValuePath } from '@hermes-runtime/contract';
import { anyItem, type FieldSide } from '@hermes-runtime/contract/fields';
import { add, dataPlaces } from './data-places.ts';
import { inField, type Field, type Found } from './field.ts';
import { pointerPath } from './schema-definitions.ts';
import { yamlPlace, type YamlFile } from './yaml-place.ts';

/** Keywords whose schemas speak of the same value. */
const combined = ['allOf', 'anyOf', 'oneOf'] as const;
const conditional = ['if', 'then', 'else', 'not'] as const;
/** Keywords whose schemas speak of the items of a list. */
const ofItems = ['items', 'additionalItems', 'unevaluatedItems', 'contains'] as const;

const maxDepth = 40;
/** A schema that stands for more than this is not walked through. */
const maxSchemas = 3_000;

/** Every place in one of an agent's schemas that names a field of the input or the output. */
export function schemaPlaces(file: YamlFile, side: FieldSide, agent: string): Found {
  const found: Found = { places: [], doubts: [] };
  const root = `${side}_schema` as const;
  const open = new Set<unknown>();
  let walked = 0;
  visit([root], { agent, side, path: [] });
  return found;

  function visit(at: ValuePath, field: Field): void {
    const schema = valueAt(file.yaml.value, at);
    if (!isMap(schema) || open.has(schema) || at.length > maxDepth || (walked += 1) > maxSchemas) return;
    open.add(schema);
    names(schema, at, field);
    values(schema, at, field);
    for (const key of combined) {
      const list = schema[key];
      if (Array.isArray(list)) for (const index of list.keys()) visit([...at, key, index], field);
    }
    for (const key of conditional) visit([...at, key], field);
    for (const key of ofItems) visit([...at, key], inField(field, anyItem));
    for (const key of ['prefixItems', 'items']) {
      const list = schema[key];
      if (Array.isArray(list)) for (const index of list.keys()) visit([...at, key, index], inField(field, anyItem));
    }
    refer(schema, at, field);
    open.delete(schema);
  }

  function names(schema: Readonly<Record<string, unknown>>, at: ValuePath, field: Field): void {
    for (const name of Object.keys(mapOf(schema, 'properties'))) {
      const path = [...at, 'properties', name];
      add(found, { places: yamlPlace(file, file.yaml.keyRange(path), { field: inField(field, name), name, kind: 'declaration' }) });
      visit(path, inField(field, name));
    }
    listed([...at, 'required'], schema['required'], field);
    for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
      for (const [name, then] of Object.entries(mapOf(schema, keyword))) {
        const path = [...at, keyword, name];
        add(found, { places: yamlPlace(file, file.yaml.keyRange(path), { field: inField(field, name), name, kind: 'schema' }) });
        if (Array.isArray(then)) listed(path, then, field);
        else visit(path, field);
      }
    }
    for (const keyword of ['patternProperties', 'propertyNames']) {
      if (schema[keyword] === undefined) continue;
      const message = l10n.t('The schema names keys by a pattern ({0}), which may mean this field as well.', keyword);
      add(found, { doubts: [{ field, message, concerns: (step) => typeof step === 'string' }] });
    }
  }

  function listed(at: ValuePath, list: unknown, field: Field): void {
    if (!Array.isArray(list)) return;
    for (const [index, name] of list.entries()) {
      if (typeof name !== 'string') continue;
      add(found, { places: yamlPlace(file, file.yaml.valueRange([...at, index]), { field: inField(field, name), name, kind: 'schema' }) });
    }
  }

  /** Values that stand in the schema: `default`, `const`, `enum`, `examples`. */
  function values(schema: Readonly<Record<string, unknown>>, at: ValuePath, field: Field): void {
    for (const key of ['default', 'const'])
      add(found, { places: dataPlaces(file, schema[key], { at: [...at, key], field, kind: 'example' }) });
    for (const key of ['examples', 'enum']) {
      const list = schema[key];
      if (!Array.isArray(list)) continue;
      for (const [index, value] of list.entries())
        add(found, { places: dataPlaces(file, value, { at: [...at, key, index], field, kind: 'example' }) });
    }
  }

  function refer(schema: Readonly<Record<string, unknown>>, at: ValuePath, field: Field): void {
    for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef']) {
      const reference = schema[keyword];
      if (typeof reference !== 'string') continue;
      const target = keyword === '$ref' ? pointerPath(reference) : undefined;
      const path = target === undefined ? undefined : [root, ...target];
      if (path !== undefined && valueAt(file.yaml.value, path) !== undefined) visit(path, field);
      else add(found, { doubts: [{ field, message: l10n.t('"{0}" leads to a schema that is not read here.', reference.slice(0, 100)) }] });
    }
    if (at.length > 1 && own(schema, '$id') !== undefined)
      add(found, { doubts: [{ field, message: l10n.t('A schema inside of the schema has an $id of its own.') }] });
  }
}

function mapOf(schema: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  const value = schema[key];
  return isMap(value) ? value : {};
}
