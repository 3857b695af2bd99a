import * as l10n from '@vscode/l10n';
import type { SchemaError } from '@hermes-runtime/schemas';
import type { ValuePath } from '../descriptor/yaml-source.ts';
import { validateDraft2020, validateDraft7 } from '../generated/metaschemas.js';
import { nearMatch } from '../near-match.ts';
import { draftOf } from '../value-schema/schema-index.ts';
import { dotted, valueAt, type Json } from '../value.ts';
import { typeName, valueName } from './describe-error.ts';
import { pathOf } from './reduce-errors.ts';

export type SchemaMistake = {
  readonly path: ValuePath;
  readonly value: unknown;
  readonly message: string;
  readonly replacement?: string;
  /** The types that the value may have, where it has another. */
  readonly types?: readonly unknown[];
};

/** What is wrong with a JSON Schema by its own rules, one entry for each mistake. */
export function schemaErrors(schema: Json): SchemaMistake[] {
  const validate = draftOf(schema) === '7' ? validateDraft7 : validateDraft2020;
  if (validate(schema)) return [];
  const byPlace = new Map<string, SchemaError[]>();
  const errors = (validate.errors ?? []).filter((error) => !isTold(error));
  // By another draft than was meant everything else may be wrong.
  const draft = errors.filter(({ instancePath }) => instancePath === '/$schema');
  for (const error of draft.length > 0 ? draft : errors)
    byPlace.set(error.instancePath, [...(byPlace.get(error.instancePath) ?? []), error]);
  const places = [...byPlace.keys()];
  return (
    places
      // What is wrong deeper inside makes its parents wrong in every alternative.
      .filter((place) => !places.some((other) => other.startsWith(`${place}/`)))
      .map((place) => describe(pathOf(place, schema), schema, byPlace.get(place) ?? []))
  );
}

/** A value that `enum` lists twice is told by a rule of its own, in any draft. */
function isTold({ keyword, instancePath }: SchemaError): boolean {
  return keyword === 'uniqueItems' && instancePath.endsWith('/enum');
}

function describe(path: ValuePath, schema: Json, errors: readonly SchemaError[]): SchemaMistake {
  const value = valueAt(schema, path);
  const name = dotted(path);
  const mistake = (message: string, replacement?: string): SchemaMistake => ({
    path,
    value,
    message,
    ...(replacement === undefined ? {} : { replacement }),
  });
  if (path.at(-1) === 'required' && typeof value === 'boolean') {
    return mistake(l10n.t('required is a list of names beside properties, not a mark on a property.'));
  }
  if (typeof value === 'boolean' && /^exclusiveM(?:in|ax)imum$/.test(String(path.at(-1)))) {
    const word = String(path.at(-1));
    const bound = word === 'exclusiveMinimum' ? 'minimum' : 'maximum';
    return mistake(l10n.t('{0} is the bound itself; draft-04 had it as a mark beside {1}. Write the number here.', name, bound));
  }
  const listed = errors.find(({ keyword }) => keyword === 'enum');
  const types = [...new Set(errors.filter(({ keyword }) => keyword === 'type').flatMap(({ params }) => params['type']))];
  if (listed !== undefined && typeof value === 'string') {
    const allowed = Array.isArray(listed.params['allowedValues']) ? listed.params['allowedValues'].map(String) : [];
    const near = nearMatch(value, allowed);
    const message = l10n.t('{0} must be one of {1}.', name, allowed.join(', '));
    return mistake(near === undefined ? message : `${message} ${l10n.t('Did you mean "{0}"?', near)}`, near);
  }
  if (types.length > 0) return { ...mistake(l10n.t('{0} must be {1}, not {2}.', name, typeName(types), valueName(value))), types };
  const [error] = errors;
  switch (error?.keyword) {
    case 'minItems':
      return mistake(l10n.t('{0} must have at least {1} entries.', name, String(error.params['limit'])));
    case 'uniqueItems':
      return mistake(l10n.t('{0} names something twice.', name));
    case 'minimum':
      return mistake(l10n.t('{0} must be at least {1}.', name, String(error.params['limit'])));
    case 'exclusiveMinimum':
      return mistake(l10n.t('{0} must be more than {1}.', name, String(error.params['limit'])));
    default:
      return mistake(l10n.t('{0} has a value that JSON Schema does not allow here.', name));
  }
}
